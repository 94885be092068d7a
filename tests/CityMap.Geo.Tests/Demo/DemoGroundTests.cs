using CityMap.Geo.Demo.Districts;
using CityMap.Geo.Demo.Ground;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Union;
using Xunit;

namespace CityMap.Geo.Tests.Demo;

public sealed class DemoGroundTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(77)]
    [InlineData(-5)]
    [InlineData(123_456_789)]
    public void Districts_leave_no_gap_and_do_not_overlap(long seed)
    {
        var shapes = DistrictMap.Draw(seed, new River(seed)).Select(f => f.Geometry!).ToArray();

        var union = UnaryUnionOp.Union(shapes);

        var whole = Assert.IsType<Polygon>(union);
        Assert.Empty(whole.InteriorRings);
        Assert.Equal(shapes.Sum(s => s.Area), whole.Area, 12);
    }

    [Fact]
    public void Neighbouring_districts_share_every_border_vertex()
    {
        var shapes = Cities.Pilot.Features("districts").Select(f => f.Geometry!).ToArray();
        var edges = shapes.SelectMany(s => Edges(s.Coordinates)).GroupBy(e => e).ToDictionary(g => g.Key, g => g.Count());
        var outer = Edges(UnaryUnionOp.Union(shapes).Coordinates).ToHashSet();

        // An edge belongs to two districts, or to one and to the outline of all.
        Assert.All(edges, e => Assert.Equal(outer.Contains(e.Key) ? 1 : 2, e.Value));
    }

    [Fact]
    public void The_four_wards_of_the_city_are_there()
    {
        var wards = Cities.Pilot.Features("districts").Where(f => (string?)f["kind"] == "ward")
            .Select(f => (string)f["name_vi"]!).Order(StringComparer.Ordinal);

        Assert.Equal(["Phường Kỳ Lừa", "Phường Lương Văn Tri", "Phường Tam Thanh", "Phường Đông Kinh"], wards);
    }

    [Fact]
    public void Streets_cross_the_river_only_on_bridges()
    {
        var river = Cities.Pilot.Features("water").Single(f => (string?)f["name"] == "Sông Kỳ Cùng").Geometry!;

        var wet = Cities.Pilot.Features("streets").Where(f => f.Geometry!.Intersects(river))
            .Select(f => (string)f["name"]!).Order(StringComparer.Ordinal);

        Assert.Equal(["Cầu 17-10", "Cầu Khánh Khê", "Cầu Kỳ Cùng", "Cầu Mai Pha", "Cầu Đông Kinh"], wet);
    }

    [Fact]
    public void Buildings_stand_neither_on_streets_nor_in_the_water_nor_in_each_other()
    {
        var buildings = Cities.Pilot.Features("buildings");
        var tree = new STRtree<int>();
        for (var i = 0; i < buildings.Count; i++) tree.Insert(buildings[i].Geometry!.EnvelopeInternal, i);

        Assert.All(Cities.Pilot.Features("streets").Concat(Cities.Pilot.Features("water")), s =>
        {
            var ground = PreparedGeometryFactory.Prepare(s.Geometry!);
            Assert.DoesNotContain(tree.Query(s.Geometry!.EnvelopeInternal), i => ground.Intersects(buildings[i].Geometry));
        });
        for (var i = 0; i < buildings.Count; i++)
        {
            Assert.DoesNotContain(tree.Query(buildings[i].Geometry!.EnvelopeInternal), o =>
                o > i && buildings[o].Geometry!.Relate(buildings[i].Geometry, "T********"));
        }
    }

    [Fact]
    public void Nearly_every_street_is_connected_to_the_network()
    {
        var streets = Cities.Pilot.Features("streets").Select(f => f.Geometry!).ToArray();
        var tree = new STRtree<int>();
        for (var i = 0; i < streets.Length; i++) tree.Insert(streets[i].EnvelopeInternal, i);

        var lonely = Enumerable.Range(0, streets.Length).Count(i =>
        {
            var box = streets[i].EnvelopeInternal.Copy();
            box.ExpandBy(2e-6);
            return !tree.Query(box).Any(o => o != i && streets[o].IsWithinDistance(streets[i], 2e-6));
        });

        Assert.InRange(lonely, 0, streets.Length / 100);
    }

    private static IEnumerable<(Coordinate, Coordinate)> Edges(Coordinate[] ring)
    {
        for (var i = 0; i + 1 < ring.Length; i++)
            yield return ring[i].CompareTo(ring[i + 1]) < 0 ? (ring[i], ring[i + 1]) : (ring[i + 1], ring[i]);
    }
}
