using CityMap.Geo.Layers;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Live;
using CityMap.Viewer.Sheets;
using Microsoft.Extensions.Time.Testing;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Viewer.Tests.Desktop;

public sealed class OfflinePackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-pack").FullName;

    [Fact]
    public void A_pack_comes_back_as_it_was_saved()
    {
        var pack = Pack();
        pack.Save(_folder, TestContext.Current.CancellationToken);
        var read = OfflinePack.Open(_folder)!;
        Assert.Equal((pack.SavedAt, 42L), (read.SavedAt, read.Sequence));
        Assert.Equal([("incidents", "Sự cố", 2), ("water", "Sông, hồ", 1)], read.Layers.Select(l => (l.Layer, l.Title, l.Features.Count)));
        var incident = read.Layers[0].Features[0];
        Assert.Equal([("title", "Cháy"), ("severity", 5L), ("open", true)], incident.Attributes.Select(a => (a.Key, a.Value!)));
        Assert.Equal(106.76, incident.Geometry!.Coordinate.X);
        Assert.Null(read.Layers[0].Features[1].Geometry);
        Assert.True(read.Layers[1].Features[0].Geometry!.EqualsExact(pack.Layers[1].Features[0].Geometry));
    }

    [Fact]
    public void A_damaged_pack_is_refused_by_name_and_a_missing_one_is_none()
    {
        Assert.Null(OfflinePack.Open(_folder));
        File.WriteAllText(Path.Combine(_folder, OfflinePack.FeaturesFile), "no database at all, but some text that is long enough to look at");
        Assert.Contains("city.gpkg", Assert.Throws<InvalidDataException>(() => OfflinePack.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_with_shapes_too_deep_within_each_other_is_refused_before_they_are_read()
    {
        Geometry shape = new Point(106.76, 21.85);
        for (var depth = 0; depth < 40; depth++) shape = new GeometryCollection([shape]);
        (Pack() with { Layers = [("deep", "Sâu", [new Feature("d", shape, new Dictionary<string, object?>())])] }).Save(_folder, TestContext.Current.CancellationToken);
        Assert.Contains("more than 32 deep", Assert.Throws<InvalidDataException>(() => OfflinePack.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_drawn_can_be_kept_with_its_holes_and_parts()
    {
        var reader = new NetTopologySuite.IO.WKTReader();
        foreach (var text in (string[])["POINT (106.76 21.85)", "LINESTRING (106 21, 106.5 21.5)", "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))", "MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((5 5, 5 6, 6 6, 5 5)))"])
        {
            var shape = reader.Read(text);
            var back = PackFeature.Of(CityMap.Viewer.Data.MapFeatures.Of("x", shape, new Dictionary<string, object?>())!);
            Assert.True(shape.EqualsTopologically(NetTopologySuite.Precision.GeometryPrecisionReducer.Reduce(back.Geometry!, new PrecisionModel(1e7))), text);
        }
    }

    [Fact]
    public async Task A_layer_is_read_for_a_pack_page_after_page_from_the_server_that_is_asked()
    {
        var city = new FakeCity()
            .On("GET /ogc/collections/water/items?limit=1000", """{"type":"FeatureCollection","features":[{"type":"Feature","id":"w1","geometry":{"type":"Point","coordinates":[106.7,21.8]},"properties":{"name":"Phai Loạn","depth":2}}],"links":[{"rel":"self","href":"x"},{"rel":"next","href":"https://elsewhere.example/ogc/collections/water/items?after=w1"}]}""")
            .On("GET /ogc/collections/water/items?after=w1", """{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":null,"properties":{}},{"type":"Feature","id":"w2","geometry":{"type":"LineString","coordinates":[[106.7,21.8],[106.8,21.9]]},"properties":{}}],"links":[]}""");
        var features = await PackLayers.ReadAsync(city.Client(), "water", TestContext.Current.CancellationToken);
        Assert.Equal(["w1", "w2"], features.Select(f => f.Id));
        Assert.Equal([("name", "Phai Loạn"), ("depth", 2L)], features[0].Attributes.Select(a => (a.Key, a.Value!)));
        Assert.Equal(2, city.Asked.Count);
    }

    [Fact]
    public void A_stopped_saving_leaves_the_older_pack()
    {
        Pack().Save(_folder, TestContext.Current.CancellationToken);
        Assert.Throws<OperationCanceledException>(() => (Pack() with { Sequence = 99 }).Save(_folder, new CancellationToken(canceled: true)));
        Assert.Equal(42, OfflinePack.Open(_folder)!.Sequence);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task The_city_begins_with_the_pack_as_stale_as_it_is_and_believes_the_server_once_there_is_one()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.Zero));
        var fake = new FakeCity { Away = true };
        var city = new CityModel(fake.Client(), time);
        city.Begin(Pack());
        Assert.Equal("Stale: 90 min", city.Line.Badge(MapLanguage.En));
        Assert.Equal(["i1"], city.Shown.Features.Select(f => f.Id));
        await city.LoadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("nobody there", 1), (city.Error, city.Shown.Features.Count));
        fake.Away = false;
        fake.On("GET /api/layers", """{"items":[{"id":"water","title":{"vi":"Sông","en":"Rivers"},"geometry":"Polygon","live":false,"group":"base","order":1,"minZoom":1,"maxZoom":16,"illustrative":true,"version":1,"count":9}]}""")
            .On("GET /api/districts", """{"items":[]}""").On("GET /api/facilities", """{"items":[],"sequence":50,"next":null}""")
            .On("GET /api/incidents", """{"items":[{"id":"new","open":true,"position":{"lon":106.7,"lat":21.8}}],"sequence":50,"next":null}""");
        Assert.True(city.Hear(new FeedMessage.Connected(51)));
        await city.LoadAsync(TestContext.Current.CancellationToken);
        Assert.Equal((null, "Live"), (city.Error, city.Line.Badge(MapLanguage.En)));
        Assert.Equal(["new"], city.Shown.Features.Select(f => f.Id));
        Assert.False(city.Hear(new FeedMessage.Connected(52)));
        await city.LookAsync(time.GetUtcNow().AddHours(-3), TestContext.Current.CancellationToken);
        Assert.Contains(fake.Asked, a => a.Request.Contains("asOf=2026-11-25T06%3A30", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static OfflinePack Pack() => new(
        new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero), 42,
        [
            ("incidents", "Sự cố",
            [
                new Feature("i1", new Point(106.76, 21.85), new Dictionary<string, object?> { ["title"] = "Cháy", ["severity"] = 5L, ["open"] = true }),
                new Feature("i2", null, new Dictionary<string, object?> { ["title"] = null }),
            ]),
            ("water", "Sông, hồ", [new Feature("w", new Polygon(new LinearRing([new(1, 1), new(2, 1), new(2, 2), new(1, 1)])), new Dictionary<string, object?>())]),
        ]);
}
