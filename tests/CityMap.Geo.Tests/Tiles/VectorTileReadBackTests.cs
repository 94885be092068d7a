using CityMap.Geo.Layers;
using CityMap.Geo.Tests.Indexing;
using CityMap.Geo.Tiles;
using CsCheck;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using Xunit;
using NtsTile = NetTopologySuite.IO.VectorTiles.Tiles.Tile;

namespace CityMap.Geo.Tests.Tiles;

public sealed class VectorTileReadBackTests
{
    [Fact]
    public void Another_reader_finds_the_same_features_and_values() => SomeLayer.Feature(SomeLayer.Names(10_000)).Array[0, 60].Sample(features =>
    {
        var tile = new TileAddress(3, 4, 3);
        var placed = features.Where(f => f.Geometry is not null && tile.BoundsWithMargin(0).Contains(new(f.Geometry.Coordinate.X, f.Geometry.Coordinate.Y)))
            .DistinctBy(f => f.Id).ToDictionary(f => f.Id);
        var bytes = VectorTileEncoder.Encode(tile, SomeLayer.Info, placed.Values, new() { Thin = false });
        var read = new MapboxTileReader().Read(new MemoryStream(bytes), new NtsTile(tile.X, tile.Y, tile.Z));
        var found = read.Layers.SelectMany(l => l.Features).ToDictionary(f => (string)f.Attributes["id"]);
        Assert.All(read.Layers, l => Assert.Equal("things", l.Name));
        // A line shorter than a unit of this coarse tile is rightly gone.
        Assert.Equal(placed.Values.Where(f => f.Geometry!.Dimension == 0).Select(f => f.Id).Order(), found.Where(f => f.Value.Geometry.Dimension == 0).Select(f => f.Key).Order());
        foreach (var (id, feature) in found) Same(placed[id], feature);
    }, iter: 200);

    private static void Same(Feature expected, NetTopologySuite.Features.IFeature actual)
    {
        // One unit of this tile is about 0.011 degrees.
        Assert.True(expected.Geometry!.Distance(actual.Geometry) < 0.02);
        foreach (var field in SomeLayer.Info.Fields)
        {
            var value = expected[field.Name];
            Assert.Equal(value is not null, actual.Attributes.Exists(field.Name));
            if (value is null) continue;
            var read = actual.Attributes[field.Name];
            if (value is DateTimeOffset instant) Assert.Equal(instant, DateTimeOffset.Parse((string)read, System.Globalization.CultureInfo.InvariantCulture));
            else Assert.Equal(value, value is long ? Convert.ToInt64(read, System.Globalization.CultureInfo.InvariantCulture) : read);
        }
    }
}
