using CityMap.Geo.Coordinates;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Coordinates;

public sealed class WebMercatorLaws
{
    [Fact]
    public void There_and_back_is_the_same_place() => Gen.Select(Gen.Double[-180, 180], Gen.Double[-85, 85]).Sample((lon, lat) =>
    {
        Assert.Equal(lon, WebMercator.Lon(WebMercator.X(lon)), 9);
        Assert.Equal(lat, WebMercator.Lat(WebMercator.Y(lat)), 9);
    });

    [Fact]
    public void The_poles_are_clamped_to_the_square() => Assert.Equal((WebMercator.HalfWorld, -WebMercator.HalfWorld), (WebMercator.Y(90), WebMercator.Y(-90)));

    [Theory]
    // EPSG guidance note 7-2, method 1024 (popular visualisation pseudo-Mercator), its worked example.
    [InlineData(-100.33333333333333, 24.38178694444444, -11169055.58, 2800000.00)]
    // The corner of the square world, OGC 17-083r4, WebMercatorQuad.
    [InlineData(180, 85.0511287798066, 20037508.3427892, 20037508.3427892)]
    public void It_agrees_with_published_values(double lon, double lat, double x, double y)
    {
        Assert.Equal(x, WebMercator.X(lon), 0.01);
        Assert.Equal(y, WebMercator.Y(lat), 0.01);
    }
}
