using CityMap.Geo.Analyses;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Analyses;

/// <summary>What must hold of every analysis, whatever the town.</summary>
public sealed class AnalysisLaws
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_buffer_contains_what_it_is_around_and_reaches_as_far_as_asked() => Gen.Select(SomeTown.Streets, Gen.Int[1, 3000]).Sample((streets, metres) =>
    {
        var outcome = BufferAnalysis.Run(streets, metres, dissolve: false, SomeTown.Grid, Stop);
        foreach (var (before, after) in streets.Features.Zip(outcome.Features))
        {
            Assert.Equal(before.Id, after.Id);
            Assert.True(after.Geometry!.Covers(before.Geometry), $"{metres} m around {before.Geometry}");
            var border = SomeTown.Grid.ToPlane(after.Geometry.Boundary);
            Assert.InRange(border.Distance(SomeTown.Grid.ToPlane(before.Geometry!)), metres * 0.99, metres * 1.001);
        }
    }, iter: 60);

    [Fact]
    public void Buffers_joined_are_no_larger_than_each_by_itself_together() => Gen.Select(SomeTown.Points, Gen.Int[1, 3000]).Sample((points, metres) =>
    {
        var joined = BufferAnalysis.Run(points, metres, dissolve: true, SomeTown.Grid, Stop).Figure("area");
        var each = BufferAnalysis.Run(points, metres, dissolve: false, SomeTown.Grid, Stop).Features.Sum(feature => (double)feature["area_m2"]!);
        Assert.InRange(joined, each / points.Features.Count * 0.999, each * 1.001);
    }, iter: 40);

    [Fact]
    public void Coverage_grows_with_the_distance_and_what_is_within_and_beyond_is_all() => Gen.Select(SomeTown.Streets, SomeTown.Points, Gen.Int[1, 4000], Gen.Int[1, 4000]).Sample((streets, points, one, two) =>
    {
        var (near, far) = (Coverage(streets, points, [], Math.Min(one, two)), Coverage(streets, points, [], Math.Max(one, two)));
        Assert.True(near.Figure("covered") <= far.Figure("covered") + 0.5, $"{near.Figure("covered")} at {Math.Min(one, two)}, {far.Figure("covered")} at {Math.Max(one, two)}");
        var length = streets.Features.Sum(street => SomeTown.Grid.ToPlane(street.Geometry!).Length);
        Assert.Equal(length, near.Figure("covered") + near.Figure("beyond"), 0.5);
        Assert.Equal(length, near.Features.Sum(piece => (double)piece["length_m"]!), 0.5 + (0.1 * near.Features.Count));
    }, iter: 60);

    [Fact]
    public void A_draft_adds_and_takes_nothing_away() => Gen.Select(SomeTown.Streets, SomeTown.Points, SomeTown.Places.Array[1, 3], Gen.Int[50, 3000]).Sample((streets, points, drafts, metres) =>
    {
        var before = Coverage(streets, points, [], metres);
        var after = Coverage(streets, points, [.. drafts.Select(at => new LonLat(at.X, at.Y))], metres);
        Assert.Equal(before.Figure("covered"), after.Figure("covered"), 0.2);
        Assert.Equal(before.Figure("beyond"), after.Figure("gained") + after.Figure("beyond"), 0.5);
        Assert.True(after.Figure("afterShare") >= before.Figure("coveredShare"));
    }, iter: 40);

    [Fact]
    public void Counts_and_sums_of_areas_that_divide_the_land_add_up() => Gen.Select(SomeTown.Points, Gen.Int[1, 8]).Sample((points, parts) =>
    {
        var outcome = SummaryAnalysis.Run(points, SomeTown.Areas(parts), "weight", SomeTown.Grid, Stop);
        Assert.Equal((parts * parts, points.Features.Count, 0), ((int)outcome.Figure("areas"), (int)outcome.Figure("counted"), (int)outcome.Figure("outside")));
        Assert.Equal(points.Features.Count, outcome.Features.Sum(area => (long)area["count"]!));
        Assert.Equal(points.Features.Sum(point => (long)point["weight"]!), outcome.Figure("sum"));
    }, iter: 80);

    [Fact]
    public void Lengths_of_areas_that_divide_the_land_add_up() => Gen.Select(SomeTown.Streets, Gen.Int[1, 6]).Sample((streets, parts) =>
    {
        // A street along a border runs along two areas.
        var inside = SomeTown.Of("streets", GeometryKind.Line, streets.Features.Select(street => NetTopologySuite.Geometries.Utilities.AffineTransformation.TranslationInstance(0.0000137, 0.0000071).Transform(street.Geometry!))
            .Select(shape => shape.Intersection(SomeTown.Factory.ToGeometry(new Envelope(SomeTown.West, SomeTown.West + SomeTown.Side, SomeTown.South, SomeTown.South + SomeTown.Side)))).Where(shape => shape is LineString or MultiLineString && !shape.IsEmpty));
        var outcome = SummaryAnalysis.Run(inside, SomeTown.Areas(parts), null, SomeTown.Grid, Stop);
        Assert.Equal(inside.Features.Sum(street => SomeTown.Grid.ToPlane(street.Geometry!).Length), outcome.Figure("total"), 2d);
    }, iter: 60);

    [Fact]
    public void The_nearest_is_never_farther_than_any_other() => Gen.Select(SomeTown.Streets, SomeTown.Points).Sample((streets, points) =>
    {
        foreach (var line in NearestAnalysis.Run(streets, points, SomeTown.Grid, Stop).Features)
        {
            var street = SomeTown.Grid.ToPlane(streets.Features.Single(feature => feature.Id == line.Id).Geometry!);
            Assert.Equal(points.Features.Min(point => SomeTown.Grid.ToPlane(point.Geometry!).Distance(street)), (double)line["distance_m"]!, 0.051);
        }
    }, iter: 40);

    [Fact]
    public void What_areas_that_divide_the_land_select_and_cut_is_everything() => Gen.Select(SomeTown.Points, Gen.Int[1, 5]).Sample((points, parts) =>
    {
        var areas = SomeTown.Areas(parts);
        Assert.Equal(points.Features.Count, (int)SelectAnalysis.Run(points, areas.Features.Select(area => area.Geometry!), within: false, SomeTown.Grid, Stop).Figure("selected"));
        Assert.True(IntersectAnalysis.Run(points, areas, 10_000, SomeTown.Grid, Stop).Figure("pieces") >= points.Features.Count);
    }, iter: 40);

    private static AnalysisOutcome Coverage(AnalysisInput streets, AnalysisInput points, LonLat[] drafts, double metres) => CoverageAnalysis.Run(streets, points, drafts, metres, SomeTown.Grid, Stop);
}
