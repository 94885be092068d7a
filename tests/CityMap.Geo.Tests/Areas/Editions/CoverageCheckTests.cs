using CityMap.Geo.Areas;
using CityMap.Geo.Areas.Editions;
using NetTopologySuite.IO;
using Xunit;

namespace CityMap.Geo.Tests.Areas.Editions;

public sealed class CoverageCheckTests
{
    [Fact]
    public void The_communes_of_2025_overlap_in_three_places_and_the_districts_before_them_tile()
    {
        var communes = Find(TestData.Areas("langson_communes_2025.geojson", "2025", new(2025, 7, 1)));
        // The same three that GEOS finds: 9,584, 197 and 183 square metres.
        var pairs = communes.Where(p => p.Kind == CoverageProblemKind.Overlap).GroupBy(p => string.Join(" + ", p.AreaIds))
            .Select(pair => pair.Sum(p => p.SquareMetres)).OrderDescending().ToList();
        Assert.Equal(3, pairs.Count(metres => metres > 100));
        Assert.InRange(pairs[0], 9_400, 9_650);

        var districts = Find(TestData.Areas("langson_districts_pre2025.geojson", "2020", new(2020, 1, 1)));
        Assert.Empty(districts);
    }

    [Fact]
    public void An_overlap_a_gap_a_sliver_and_a_shape_that_crosses_itself_are_told_apart()
    {
        // A degree is some 111 km here: 0.01 is a kilometre, 0.0001 eleven metres.
        var problems = Find(
        [
            Area("a", "POLYGON ((0 0, 0.1 0, 0.1 0.1, 0 0.1, 0 0))"),
            Area("b", "POLYGON ((0.09 0, 0.2 0, 0.2 0.1, 0.1001 0.1, 0.1001 0.05, 0.09 0.04, 0.09 0))"),
            Area("c", "POLYGON ((0 0.1, 0.05 0.1, 0.05 0.15, 0.06 0.15, 0.06 0.1, 0.2 0.1, 0.2 0.2, 0 0.2, 0 0.1))"),
            Area("d", "POLYGON ((1 1, 2 2, 2 1, 1 2, 1 1))"),
        ]);
        Assert.Equal(
            ["Gap a,c False", "Overlap a,b False", "Gap a,b,c True", "Invalid d False"],
            problems.Select(p => $"{p.Kind} {string.Join(',', p.AreaIds)} {p.IsSliver}"));
        Assert.InRange(problems[0].SquareMetres, 0.95 * 1113 * 5566, 1.05 * 1113 * 5566);
    }

    private static IReadOnlyList<CoverageProblem> Find(List<Area> areas) => CoverageCheck.Find(areas, TestContext.Current.CancellationToken);

    private static Area Area(string id, string wkt) => new(id, id, id, id, "commune", "x", new(2025, 7, 1), null, new WKTReader().Read(wkt));
}
