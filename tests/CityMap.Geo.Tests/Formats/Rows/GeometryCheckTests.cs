using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Rows;

public sealed class GeometryCheckTests
{
    private const string BowTie = "POLYGON ((106 21, 107 22, 107 21, 106 22, 106 21))";

    [Fact]
    public async Task An_invalid_area_is_refused_with_the_place_of_its_fault()
    {
        var remark = Assert.IsType<SourceRemark>(Assert.Single(await CheckAsync(BowTie, repair: false)));
        Assert.Equal(Gravity.Bad, remark.Gravity);
        Assert.Contains("self-intersection at 106.5, 21.5", remark.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_mended_when_that_is_asked_for_and_the_mending_is_told()
    {
        var items = await CheckAsync(BowTie, repair: true);
        Assert.Equal(Gravity.Repaired, Assert.IsType<SourceRemark>(items[0]).Gravity);
        var mended = Assert.IsType<SourceRow>(items[1]).Geometry!;
        Assert.True(mended is { IsValid: true, SRID: 4326 } and MultiPolygon);
        Assert.Equal(0.5, mended.Area, 9);
    }

    [Fact]
    public async Task An_area_of_which_nothing_would_be_left_is_refused_even_then()
    {
        Assert.Equal(Gravity.Bad, Assert.IsType<SourceRemark>(Assert.Single(await CheckAsync("POLYGON ((106 21, 107 22, 106 21, 106 21))", repair: true))).Gravity);
    }

    [Fact]
    public async Task A_million_vertices_and_one_are_too_many()
    {
        var ring = new Coordinate[1_000_001];
        for (var i = 0; i < ring.Length - 1; i++) ring[i] = new(106 + (Math.Cos(i * Math.Tau / 1_000_000) / 10), 21 + (Math.Sin(i * Math.Tau / 1_000_000) / 10));
        ring[^1] = ring[0];
        var remark = Assert.IsType<SourceRemark>(Assert.Single(await CheckAsync(new Polygon(new LinearRing(ring)), repair: true)));
        Assert.Contains("1,000,001 vertices; at most 1,000,000", remark.Reason, StringComparison.Ordinal);
    }

    private static Task<List<SourceItem>> CheckAsync(string wkt, bool repair)
    {
        var shape = new WKTReader().Read(wkt);
        shape.SRID = 4326;
        return CheckAsync(shape, repair);
    }

    private static async Task<List<SourceItem>> CheckAsync(Geometry shape, bool repair)
    {
        var row = new SourceRow(1, null, shape, new Dictionary<string, object?>());
        return await GeometryCheck.Apply(new SourceItem[] { row }.ToAsyncEnumerable(), repair, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
