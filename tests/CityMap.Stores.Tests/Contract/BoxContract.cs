using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Where a query looks.</summary>
public abstract class BoxContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static FeatureQuery In(double w, double s, double e, double n, string layer = "reports") =>
        new(layer) { Within = new Bounds(w, s, e, n) };

    [Fact]
    public async Task Edges_belong_to_the_box()
    {
        await PutAsync(Sample.Report("corner", 10.1, 20.1), Sample.Report("inside", 10.5, 20.5), Sample.Report("outside", 11.0000001, 20.5));

        Assert.Equal(["corner", "inside"], await IdsAsync(In(10.1, 20.1, 11, 21)));
        Assert.Equal(["inside"], await IdsAsync(In(10.1000000001, 20.1, 11, 21)));
    }

    [Fact]
    public async Task A_box_may_run_over_the_antimeridian()
    {
        await PutAsync(Sample.Report("fiji", 178, -17), Sample.Report("samoa", -172, -13), Sample.Report("city", 106.76, 21.85), Sample.Report("line", 180, 0));

        Assert.Equal(["fiji", "line", "samoa"], await IdsAsync(In(170, -30, -170, 10)));
        Assert.Equal(3, (await Features.QueryAsync(In(170, -30, -170, 10), Stop)).NumberMatched);
    }

    [Fact]
    public async Task The_whole_world_holds_everything_that_has_a_place()
    {
        await PutAsync(Sample.Report("a", 180, 90), Sample.Report("b", -180, -90), Sample.Report("nowhere") with { Geometry = null });

        Assert.Equal(["a", "b"], await IdsAsync(new("reports") { Within = Bounds.World }));
        Assert.Equal(["a", "b", "nowhere"], await IdsAsync(new("reports")));
    }

    [Fact]
    public async Task A_shape_must_itself_meet_the_box_not_only_its_own_box()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Sample.Road("diagonal", "LINESTRING (0 0, 10 10)"), Sample.Road("far", "LINESTRING (50 50, 51 51)"));

        Assert.Empty(await IdsAsync(In(6, 0, 10, 4, "roads")));
        Assert.Equal(["diagonal"], await IdsAsync(In(4, 4, 5, 5, "roads")));
        Assert.Equal(["diagonal"], await IdsAsync(In(-1, -1, 11, 11, "roads")));
    }

    [Fact]
    public async Task A_polygon_around_the_box_meets_it_unless_the_box_lies_in_its_hole()
    {
        var ring = new Feature("ring", Sample.Shape("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (4 4, 6 4, 6 6, 4 6, 4 4))"), new Dictionary<string, object?>());
        await CommitAsync(Sample.Put(ring, layer: "footprints"));

        Assert.Equal(["ring"], await IdsAsync(In(1, 1, 2, 2, "footprints")));
        Assert.Empty(await IdsAsync(In(4.5, 4.5, 5.5, 5.5, "footprints")));
    }

    [Fact]
    public async Task An_area_limits_the_answer_exactly()
    {
        await PutAsync(Sample.Report("in", 1, 1), Sample.Report("edge", 5, 5), Sample.Report("in_box_only", 9, 9));

        var triangle = new FeatureQuery("reports") { Shape = Sample.Shape("POLYGON ((0 0, 10 0, 0 10, 0 0))") };

        Assert.Equal(["edge", "in"], await IdsAsync(triangle));
        Assert.Equal(["in"], await IdsAsync(triangle with { Within = new Bounds(0, 0, 2, 2) }));
        Assert.Equal(2, (await Features.CountAsync(triangle, [], Stop)).Rows.Sum(r => r.Count));
    }

    [Fact]
    public async Task An_area_may_have_several_parts()
    {
        await PutAsync(Sample.Report("one", 0.5, 0.5), Sample.Report("two", 5.5, 5.5), Sample.Report("between", 3, 3));
        var parts = Sample.Shape("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 1, 0 0)), ((5 5, 6 5, 6 6, 5 6, 5 5)))");

        Assert.Equal(["one", "two"], await IdsAsync(new("reports") { Shape = parts }));
    }

    [Fact]
    public async Task Something_that_moved_is_found_where_it_is_now()
    {
        await CommitAsync(Sample.Put(Sample.Report("r1", 10, 10), 0, 1));
        await CommitAsync(Sample.Put(Sample.Report("r1", 20, 20), 1, 2));

        Assert.Empty(await IdsAsync(In(9, 9, 11, 11)));
        Assert.Equal(["r1"], await IdsAsync(In(19, 19, 21, 21)));
    }
}
