using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Tiles;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using Xunit;

namespace CityMap.Geo.Tests.Tiles;

public sealed class VectorTileLaws
{
    private static readonly LayerInfo Areas = new("areas", new("Vùng", "Areas"), GeometryKind.Polygon, []) { MaxZoom = 14 };
    private static readonly TileAddress Tile = TileAddress.Containing(new(106.76, 21.85), 14);
    private static readonly VectorTileOptions Whole = new() { Thin = false };

    /// <summary>Places given in units of the tile, some inside and some beyond it.</summary>
    private static readonly Gen<Coordinate> Place = Gen.Double[-6000, 10000].Select(Gen.Double[-6000, 10000], At);

    private static readonly Gen<Polygon> Polygons =
        from x in Gen.Double[-1000, 5000]
        from y in Gen.Double[-1000, 5000]
        from radii in Gen.Double[300, 3000].Array[5, 14]
        from hole in Gen.Bool
        select Star(x, y, radii, hole);

    [Fact]
    public void Clipping_never_leaves_the_tile_and_its_buffer() => Gen.OneOf(
        Polygons.Select(p => (Geometry)p), Place.Array[2, 20].Select(c => (Geometry)new LineString(c))).Sample(shape =>
    {
        foreach (var feature in Read(shape).Features)
        {
            Assert.All(feature.Paths.SelectMany(p => p), p => Assert.True(p is { X: >= -64 and <= 4160, Y: >= -64 and <= 4160 }));
        }
    });

    [Fact]
    public void Outer_rings_have_a_positive_area_and_holes_a_negative_one() => Polygons.Sample(shape =>
    {
        foreach (var rings in Read(shape).Features.Select(f => f.Paths))
        {
            Assert.True(Area(rings[0]) > 0);
            Assert.All(rings.Skip(1), hole => Assert.True(Area(hole) < 0));
        }
    });

    [Fact]
    public void Clipping_keeps_the_area_that_lies_in_the_tile() => Polygons.Sample(shape =>
    {
        var inUnits = Map(shape, p => new(X(p.X), Y(p.Y)));
        var expected = InTile(inUnits).Area;
        var actual = Read(shape).Features.Sum(f => f.Paths.Sum(Area));
        // Rounding moves each place by at most half a unit, so the area by at most half the length of the outline.
        Assert.InRange(actual, expected - (0.75 * inUnits.Length) - 2, expected + (0.75 * inUnits.Length) + 2);
    });

    [Fact]
    public void A_line_in_the_tile_is_as_long_as_it_was() => Place.Array[2, 20].Sample(places =>
    {
        var line = new LineString([.. places.Select(p => new Coordinate(X(p.X), Y(p.Y)))]);
        var expected = InTile(line).Length;
        var actual = Read(new LineString(places)).Features.Sum(f => f.Paths.Sum(Length));
        // A noded intersection counts what is drawn twice once, so the tile may only hold more.
        Assert.InRange(actual, expected - (3 * places.Length), line.Length + (3 * places.Length));
    });

    [Fact]
    public void Simplified_areas_lose_no_more_than_half_a_pixel_along_their_outline() => Polygons.Sample(shape =>
    {
        var coarse = TileAddress.Containing(new(106.76, 21.85), 12);
        byte[] Encode(bool thin) => VectorTileEncoder.Encode(coarse, Areas, [new("a", shape, new Dictionary<string, object?>())], new() { Thin = thin });
        var (whole, thinned) = (TileReader.Read(Encode(false)), TileReader.Read(Encode(true)));
        if (thinned.Features.Count == 0) return;
        var outline = whole.Features.Sum(f => f.Paths.Sum(Length));
        Assert.InRange(thinned.Features.Sum(f => f.Paths.Sum(Area)) - whole.Features.Sum(f => f.Paths.Sum(Area)), -5 * outline, 5 * outline);
    });

    // The older overlay gives up where lines nearly meet; this one snaps and goes on.
    private static Geometry InTile(Geometry shape) => OverlayNGRobust.Overlay(
        shape, GeometryFactory.Default.ToGeometry(new Envelope(-64, 4160, -64, 4160)), SpatialFunction.Intersection);

    private static TileReader Read(Geometry shape) =>
        TileReader.Read(VectorTileEncoder.Encode(Tile, Areas, [new("a", shape, new Dictionary<string, object?>())], Whole));

    private static Polygon Star(double x, double y, double[] radii, bool hole)
    {
        LinearRing Ring(double share) => new([.. Enumerable.Range(0, radii.Length + 1).Select(i =>
        {
            var (angle, r) = (2 * Math.PI * (i % radii.Length) / radii.Length, radii[i % radii.Length] * share);
            return At(x + (r * Math.Cos(angle)), y + (r * Math.Sin(angle)));
        })]);
        return new(Ring(1), hole ? [Ring(0.4)] : []);
    }

    private static Coordinate At(double x, double y)
    {
        var unit = Tile.SideMetres / 4096;
        return new(WebMercator.Lon(Tile.WestMetres + (x * unit)), WebMercator.Lat(Tile.NorthMetres - (y * unit)));
    }

    private static double X(double lon) => (WebMercator.X(lon) - Tile.WestMetres) * 4096 / Tile.SideMetres;

    private static double Y(double lat) => (Tile.NorthMetres - WebMercator.Y(lat)) * 4096 / Tile.SideMetres;

    private static Polygon Map(Polygon polygon, Func<Coordinate, Coordinate> map)
    {
        LinearRing Ring(LineString ring) => new([.. ring.Coordinates.Select(map)]);
        return new(Ring(polygon.Shell), [.. polygon.Holes.Select(Ring)]);
    }

    private static double Area(List<(int X, int Y)> ring) =>
        ring.Select((p, i) => ((double)ring[(i + ring.Count - 1) % ring.Count].X * p.Y) - ((double)p.X * ring[(i + ring.Count - 1) % ring.Count].Y)).Sum() / 2;

    private static double Length(List<(int X, int Y)> line) => line.Zip(line.Skip(1), (a, b) => double.Hypot(b.X - a.X, b.Y - a.Y)).Sum();
}
