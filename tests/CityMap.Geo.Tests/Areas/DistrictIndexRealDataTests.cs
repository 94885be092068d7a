using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using Xunit;

namespace CityMap.Geo.Tests.Areas;

public sealed class DistrictIndexRealDataTests
{
    private static readonly DateOnly Reform = new(2025, 7, 1);

    [Fact]
    public void The_Tan_Thanh_gate_outside_every_commune_belongs_to_the_nearest()
    {
        var communes = TestData.Areas("langson_communes_2025.geojson", "2025", Reform);
        var gate = new LonLat(106.68389, 22.00306);
        Assert.DoesNotContain(communes, c => c.Shape.Intersects(new Point(gate.Lon, gate.Lat)));

        var answer = DistrictIndex.Build(communes).Find(gate);

        Assert.Equal(JurisdictionRule.Nearest, answer.Rule);
        var nearest = communes.MinBy(c => c.Shape.Distance(new Point(gate.Lon, gate.Lat)))!;
        Assert.Equal(nearest.Id, answer.AreaId);
        Assert.Equal("2025", answer.Edition);
        Assert.InRange(answer.DistanceToBorderMetres!.Value, 1, 2_000);
        Assert.NotNull(answer.RunnerUpId);
        Assert.True(answer.RunnerUpDistanceMetres > answer.DistanceToBorderMetres);
    }

    [Fact]
    public void Random_places_get_the_commune_that_really_holds_them()
    {
        var communes = TestData.Areas("langson_communes_2025.geojson", "2025", Reform);
        var index = DistrictIndex.Build(communes);
        var ranked = communes.OrderBy(c => c.Shape.Area).ThenBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => (c.Id, Shape: PreparedGeometryFactory.Prepare(c.Shape))).ToList();
        var random = new Random(20250701);
        for (var i = 0; i < 20_000; i++)
        {
            var p = new LonLat(106.05 + (random.NextDouble() * 1.35), 21.3 + (random.NextDouble() * 1.2));
            var expected = ranked.FirstOrDefault(c => c.Shape.Covers(new Point(p.Lon, p.Lat))).Id;
            var answer = index.Find(p);
            Assert.Equal(expected, answer.Rule is JurisdictionRule.Inside or JurisdictionRule.OnBorder ? answer.AreaId : null);
            Assert.Equal(answer.AreaId, index.FindId(p));
        }
    }

    [Fact]
    public void A_place_belongs_to_the_old_district_before_the_reform_and_to_the_commune_after_it()
    {
        var index = DistrictIndex.Build([
            .. TestData.Areas("langson_districts_pre2025.geojson", "2020", new(2020, 1, 1), Reform),
            .. TestData.Areas("langson_communes_2025.geojson", "2025", Reform)]);
        var centre = new LonLat(106.7615, 21.8537);
        Assert.Equal("2020", index.Find(centre, Reform.AddDays(-1)).Edition);
        Assert.Equal("2025", index.Find(centre, Reform).Edition);
        Assert.Equal("2025", index.Find(centre).Edition);
        Assert.Equal(JurisdictionRule.Outside, index.Find(centre, new DateOnly(2019, 12, 31)).Rule);
    }
}
