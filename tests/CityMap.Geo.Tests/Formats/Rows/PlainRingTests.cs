using CityMap.Geo.Formats.Rows;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Rows;

public sealed class PlainRingTests
{
    [Theory]
    [InlineData("POLYGON ((106 21, 106.1 21, 106.1 21.1, 106 21))")]
    [InlineData("POLYGON ((106.7 21.8, 106.701 21.8, 106.701 21.801, 106.7005 21.801, 106.7005 21.802, 106.7 21.802, 106.7 21.8))")]
    [InlineData("POLYGON ((0 0, 5 0, 10 0, 10 10, 0 10, 0 0))")]
    public void An_ordinary_house_is_told_at_a_glance(string wkt) => Assert.True(PlainRing.IsValid(new WKTReader().Read(wkt)));

    [Theory]
    [InlineData("POLYGON ((106 21, 107 22, 107 21, 106 22, 106 21))")]
    [InlineData("POLYGON ((0 0, 10 0, 10 10, 5 0, 0 10, 0 0))")]
    [InlineData("POLYGON ((0 0, 10 0, 4 0, 4 5, 0 0))")]
    [InlineData("POLYGON ((0 0, 10 0, 0 0, 0 0))")]
    [InlineData("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 2 1, 2 2, 1 1))")]
    [InlineData("POLYGON EMPTY")]
    [InlineData("LINESTRING (0 0, 1 1)")]
    public void What_is_not_ordinary_is_left_to_the_full_test(string wkt) => Assert.False(PlainRing.IsValid(new WKTReader().Read(wkt)));

    [Fact]
    public void A_place_that_is_no_number_is_left_to_the_full_test()
    {
        var ring = new Coordinate[] { new(0, 0), new(10, double.NaN), new(10, 10), new(0, 10), new(0, 0) };
        Assert.False(PlainRing.IsValid(new Polygon(new LinearRing(ring))));
        Assert.False(PlainRing.IsValid(new Polygon(new LinearRing([.. ring.Select(c => double.IsNaN(c.Y) ? new Coordinate(c.X, double.PositiveInfinity) : c)]))));
    }

    // On few places, so that edges touch, cross and fall together often.
    [Fact]
    public void Whatever_it_takes_the_full_test_takes_too() => Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Array[3, 12].Sample(places =>
    {
        var polygon = Polygon([.. places.Select(place => new Coordinate(106.7 + (place.Item1 / 3e4), 21.8 + (place.Item2 / 7e4)))]);
        return !PlainRing.IsValid(polygon) || polygon.IsValid;
    });

    [Fact]
    public void Around_a_middle_it_takes_whatever_the_full_test_takes() => Gen.Double[0.2, 1].Array[3, 64].Sample(reaches =>
    {
        var polygon = Polygon([.. reaches.Select((reach, i) => Math.SinCos(Math.Tau * i / reaches.Length) is var (sin, cos) ? new Coordinate(cos * reach, sin * reach) : null!)]);
        return PlainRing.IsValid(polygon) == polygon.IsValid;
    });

    private static Polygon Polygon(Coordinate[] corners) => new(new LinearRing([.. corners, corners[0].Copy()]));
}
