using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Areas;

public sealed class DistrictIndexLaws
{
    private static readonly DateOnly From = new(2025, 7, 1);

    // Round coordinates make shared borders, shared corners and places on them common.
    private static readonly Gen<double> Round = Gen.Int[0, 20].Select(n => n / 10.0);

    private static readonly Gen<Area[]> Lands = Gen.Select(
        Round, Round, Gen.Int[1, 8].Select(n => n / 10.0), Gen.Int[1, 8].Select(n => n / 10.0), Gen.Int[0, 3]).Array[1, 12]
        .Select(boxes => boxes.Select((b, i) => Make($"a{i:00}", Shape(b.Item1, b.Item2, b.Item3, b.Item4, b.Item5))).ToArray());

    private static readonly Gen<LonLat> Places = Gen.Select(
        Gen.OneOf(Round, Gen.Double[-0.2, 3]), Gen.OneOf(Round, Gen.Double[-0.2, 3]), (x, y) => new LonLat(x, y));

    [Fact]
    public void It_answers_as_point_in_polygon_does() => Gen.Select(Lands, Places.Array[1, 60]).Sample((areas, places) =>
    {
        var index = DistrictIndex.Build(areas);
        var ranked = areas.OrderBy(a => a.Shape.Area).ThenBy(a => a.Id, StringComparer.Ordinal).ToList();
        foreach (var p in places)
        {
            var covering = ranked.Where(a => a.Shape.Covers(new Point(p.Lon, p.Lat))).ToList();
            var answer = index.Find(p);
            Assert.Equal(answer.AreaId, index.FindId(p));
            if (covering.Count == 0)
            {
                Assert.NotEqual(JurisdictionRule.Inside, answer.Rule);
                continue;
            }

            Assert.Equal(covering[0].Id, answer.AreaId);
            Assert.True(answer.Rule is JurisdictionRule.Inside or JurisdictionRule.OnBorder);
            Assert.Equal(covering[0].Shape.Boundary.Distance(new Point(p.Lon, p.Lat)) * 111_000, answer.DistanceToBorderMetres!.Value, 0.01 * answer.DistanceToBorderMetres.Value + 0.01);
            if (covering.Count > 1) Assert.Equal((covering[1].Id, 0.0), (answer.RunnerUpId, answer.RunnerUpDistanceMetres));
        }
    });

    [Fact]
    public void Outside_all_the_nearest_area_within_reach_has_it() => Gen.Select(Lands, Places.Array[1, 40]).Sample((areas, places) =>
    {
        var index = DistrictIndex.Build(areas, new() { NearestWithinMetres = 30_000, RunnerUpWithinMetres = 60_000 });
        foreach (var p in places)
        {
            var point = new Point(p.Lon, p.Lat);
            if (areas.Any(a => a.Shape.Covers(point))) continue;
            var answer = index.Find(p);
            var distances = areas.Select(a => a.Shape.Distance(point) * 111_000).Order().ToArray();
            // Degrees of both directions differ by less than 1 % this near the equator.
            Assert.InRange(answer.DistanceToBorderMetres!.Value, distances[0] * 0.99 - 0.01, distances[0] * 1.01 + 0.01);
            if (answer.DistanceToBorderMetres <= 0.01) Assert.Equal(JurisdictionRule.OnBorder, answer.Rule);
            else Assert.Equal(answer.DistanceToBorderMetres <= 30_000 ? JurisdictionRule.Nearest : JurisdictionRule.Outside, answer.Rule);
            if (answer.Rule == JurisdictionRule.Outside) Assert.Null(answer.AreaId);
            else if (distances.Length > 1 && distances[1] < 59_000) Assert.InRange(answer.RunnerUpDistanceMetres!.Value, distances[1] * 0.99 - 0.01, distances[1] * 1.01 + 0.01);
        }
    });

    [Fact]
    public void A_place_on_a_shared_border_belongs_to_the_smaller_area()
    {
        var index = DistrictIndex.Build([Make("a", Shape(0, 0, 1, 1, 0)), Make("b", Shape(1, 0, 0.5, 1, 0))]);
        var answer = index.Find(new(1, 0.5));
        Assert.Equal(("b", JurisdictionRule.OnBorder), (answer.AreaId, answer.Rule));
        Assert.Equal(("a", 0.0), (answer.RunnerUpId, answer.RunnerUpDistanceMetres));
    }

    [Fact]
    public void A_land_without_areas_has_nothing_to_say()
    {
        var answer = DistrictIndex.Build([]).Find(new(1, 1));
        Assert.Equal(new(null, null, null, JurisdictionRule.Outside, null), answer);
    }

    [Fact]
    public void The_same_id_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => DistrictIndex.Build([Make("a", Shape(0, 0, 1, 1, 0)), Make("a", Shape(2, 0, 1, 1, 0))]));

    [Fact]
    public void An_area_must_have_an_area() =>
        Assert.Throws<ArgumentException>(() => DistrictIndex.Build([Make("a", new Point(0, 0))]));

    private static Area Make(string id, Geometry shape) => new(id, id, id, id, "commune", "2025", From, null, shape);

    /// <summary>A box, a triangle, a box with a hole, or two boxes.</summary>
    private static Geometry Shape(double x, double y, double w, double h, int kind)
    {
        Polygon Rectangle(double x0, double y0, double x1, double y1) => (Polygon)GeometryFactory.Default.ToGeometry(new Envelope(x0, x1, y0, y1));
        return kind switch
        {
            1 => new Polygon(new LinearRing([new(x, y), new(x + w, y), new(x, y + h), new(x, y)])),
            2 => new Polygon(Rectangle(x, y, x + w, y + h).Shell, [Rectangle(x + (w / 4), y + (h / 4), x + (w / 2), y + (h / 2)).Shell]),
            3 => new MultiPolygon([Rectangle(x, y, x + (w / 3), y + h), Rectangle(x + (w / 2), y, x + w, y + h)]),
            _ => Rectangle(x, y, x + w, y + h),
        };
    }
}
