using CityMap.Geo.Indexing;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Tests.Indexing;
using CityMap.Geo.Tiles;
using CityMap.Geo.Tiles.Live;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Tiles;

public sealed class LiveTileTests
{
    private static readonly LayerInfo Points = SomeLayer.Info with { Geometry = GeometryKind.Point };
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddHours(20);
    private static readonly FeatureQuery All = new("things");
    private static readonly LiveTileOptions Options = new(Now) { Properties = ["title", "severity", "district"] };

    private static readonly Gen<LiveIndex> Indexes =
        from start in SomeLayer.Feature(SomeLayer.Uuids(300), onlyPoints: true).Array[0, 300]
        from changes in SomeLayer.Feature(SomeLayer.Uuids(300), onlyPoints: true).Array[0, 30]
        select Index(start, changes);

    [Fact]
    public void Unclustered_tiles_hold_each_feature_with_its_values() => Indexes.Sample(index =>
    {
        var tile = new TileAddress(5, 16, 15);
        var read = TileReader.Read(LiveTileEncoder.Encode(tile, index.Current, All, Options with { ClusterBelowZoom = 0 }));
        var expected = index.Current.Stream(All with { Within = tile.BoundsWithMargin(64.0 / 4096) }).ToDictionary(f => f.Id);
        Assert.Equal(expected.Keys.Order(), read.Features.Select(f => (string)f.Properties["id"]).Order());
        foreach (var feature in read.Features)
        {
            var known = expected[(string)feature.Properties["id"]];
            foreach (var field in Options.Properties) Assert.Equal(known[field], feature.Properties.GetValueOrDefault(field));
            Assert.Equal(Overdue(known), feature.Properties["overdue"]);
        }
    }, iter: 200);

    [Fact]
    public void At_every_zoom_clusters_and_singles_together_count_every_feature_once() => Gen.Select(Indexes, Gen.Int[0, 7]).Sample((index, zoom) =>
    {
        var read = Tiles(zoom).SelectMany(t => TileReader.Read(LiveTileEncoder.Encode(t, index.Current, All, Options)).Features).ToList();
        var all = index.Current.Stream(All).ToList();
        Assert.Equal(all.Count, read.Sum(f => (long)f.Properties.GetValueOrDefault("count", 1L)));
        Assert.Equal(all.Count(Overdue), read.Sum(f => f.Properties["overdue"] is long n ? n : (bool)f.Properties["overdue"] ? 1 : 0));
        Assert.Equal(
            all.Max(f => (long?)f["severity"] ?? 0) is var worst && worst > 0 ? worst : 0L,
            read.Select(f => (long)f.Properties.GetValueOrDefault("worst", f.Properties.GetValueOrDefault("severity", 0L))).DefaultIfEmpty(0).Max());
    }, iter: 60);

    [Fact]
    public void A_cluster_falls_apart_at_the_zoom_it_names_and_not_before() => Indexes.Sample(index =>
    {
        foreach (var cluster in TileReader.Read(LiveTileEncoder.Encode(new(4, 8, 7), index.Current, All, Options)).Features)
        {
            if (!cluster.Properties.TryGetValue("expand_zoom", out var zoom)) continue;
            Assert.InRange((long)zoom, 5, Options.ClusterBelowZoom);
        }
    }, iter: 100);

    [Fact]
    public void A_pair_names_the_zoom_at_which_it_parts()
    {
        // Cells at zoom z are 360 / 2^z / 8 degrees wide: at zoom 6 two points 0.5° apart on either side of 0.703125° stand in two cells.
        var index = Index([At("a", 0.5), At("b", 1.0)], []);
        var tile = TileReader.Read(LiveTileEncoder.Encode(TileAddress.Containing(new(0.5, 0.5), 3), index.Current, All, Options));
        var cluster = Assert.Single(tile.Features);
        Assert.Equal(2L, cluster.Properties["count"]);
        Assert.Equal(true, cluster.Properties["cluster"]);
        Assert.Equal(6L, cluster.Properties["expand_zoom"]);
        var deeper = TileReader.Read(LiveTileEncoder.Encode(TileAddress.Containing(new(0.5, 0.5), 6), index.Current, All, Options));
        Assert.Equal(2, deeper.Features.Count);
    }

    [Fact]
    public void Marks_of_two_clusters_never_hide_each_other() => Indexes.Sample(index =>
    {
        // A tile is drawn 512 CSS pixels wide.
        var marks = Tiles(6).SelectMany(tile => TileReader.Read(LiveTileEncoder.Encode(tile, index.Current, All, Options)).Features
            .Where(f => f.Properties.ContainsKey("cluster"))
            .Select(f => (X: (tile.X * 512) + (f.Paths[0][0].X / 8.0), Y: (tile.Y * 512) + (f.Paths[0][0].Y / 8.0)))).ToList();
        for (var i = 0; i < marks.Count; i++)
        {
            for (var j = 0; j < i; j++) Assert.True(Math.Abs(marks[i].X - marks[j].X) > 35 || Math.Abs(marks[i].Y - marks[j].Y) > 26, $"{marks[i]} {marks[j]}");
        }
    }, iter: 60);

    [Fact]
    public void A_cluster_states_the_middle_of_its_members()
    {
        var index = Index([At("a", 0.69), At("b", 0.70)], []);
        var cluster = Assert.Single(TileReader.Read(LiveTileEncoder.Encode(TileAddress.Containing(new(0.69, 0.5), 6), index.Current, All, Options)).Features);
        Assert.Equal(0.695, (double)cluster.Properties["lon"], 6);
        Assert.Equal(0.5, (double)cluster.Properties["lat"], 6);
    }

    [Fact]
    public void Who_may_see_nothing_gets_an_empty_tile()
    {
        var index = Index([At("a", 0.5)], []);
        Assert.Empty(LiveTileEncoder.Encode(new(0, 0, 0), index.Current, All with { Audience = new(new HashSet<string>()) }, Options));
    }

    private static Feature At(string id, double lon) => new(id, new Point(lon, 0.5), new Dictionary<string, object?>());

    private static bool Overdue(Feature f) => f["open"] is true && f["due_at"] is DateTimeOffset due && due < Now;

    private static IEnumerable<TileAddress> Tiles(int zoom)
    {
        // Everything lies within four degrees of (0,0), and tiles beyond hold nothing.
        var (a, b) = (TileAddress.Containing(new(-4.1, 4.1), zoom), TileAddress.Containing(new(4.1, -4.1), zoom));
        for (var x = a.X; x <= b.X; x++)
        {
            for (var y = a.Y; y <= b.Y; y++) yield return new(zoom, x, y);
        }
    }

    private static LiveIndex Index(Feature[] start, Feature[] changes)
    {
        var index = LiveIndex.Build(Points, start.DistinctBy(f => f.Id), 1);
        index.Apply([.. changes.Select(f => new FeatureChange("things", f.Id, f))], 2);
        return index;
    }
}
