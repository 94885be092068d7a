using CityMap.Geo.Coordinates;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Coordinates;

public sealed class BoundsLaws
{
    private static readonly Gen<double> Lon = Gen.Frequency((4, Gen.Double[-180, 180]), (1, Gen.OneOf(-180.0, 180.0, 0.0)));
    private static readonly Gen<double> Lat = Gen.Double[-90, 90];
    private static readonly Gen<LonLat> Places = Gen.Select(Lon, Lat, (x, y) => new LonLat(x, y));

    private static readonly Gen<Bounds> Boxes =
        from west in Lon
        from east in Lon
        from a in Lat
        from b in Lat
        select new Bounds(west, Math.Min(a, b), east, Math.Max(a, b));

    [Fact]
    public void Two_boxes_that_hold_one_place_meet() => Gen.Select(Boxes, Boxes, Places).Sample((a, b, p) =>
    {
        if (a.Contains(p) && b.Contains(p)) Assert.True(a.Intersects(b));
    });

    [Fact]
    public void Meeting_works_both_ways() => Gen.Select(Boxes, Boxes).Sample((a, b) => a.Intersects(b) == b.Intersects(a));

    [Fact]
    public void Boxes_meet_exactly_when_a_corner_pair_lies_in_both() => Gen.Select(Boxes, Boxes).Sample((a, b) =>
    {
        // If two boxes meet they share a place whose longitude is an edge of one and whose latitude is an edge of one.
        double[] lons = [a.West, a.East, b.West, b.East, -180, 180];
        double[] lats = [a.South, a.North, b.South, b.North];
        var shared = lons.Any(lon => lats.Any(lat => a.Contains(new(lon, lat)) && b.Contains(new(lon, lat))));
        Assert.Equal(shared, a.Intersects(b));
    });

    [Fact]
    public void The_parts_of_a_box_hold_just_what_it_holds() => Gen.Select(Boxes, Places).Sample((a, p) =>
    {
        Assert.Equal(a.Contains(p), a.Split().Any(part => part.Contains(p)));
        Assert.All(a.Split(), part => Assert.False(part.CrossesAntimeridian));
    });

    [Fact]
    public void South_may_not_lie_north_of_north() => Assert.Throws<CoordinateException>(() => new Bounds(0, 2, 1, 1));
}
