using CityMap.Geo.Coordinates;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Coordinates;

public sealed class LonLatLaws
{
    [Fact]
    public void What_can_be_made_is_finite_and_in_range_and_what_cannot_is_explained() =>
        Gen.Select(Gen.Double, Gen.Double).Sample((lon, lat) =>
        {
            var made = LonLat.TryCreate(lon, lat, out var p, out var problem);
            Assert.Equal(lon is >= -180 and <= 180 && lat is >= -90 and <= 90, made);
            if (made) Assert.Equal((lon, lat), (p.Lon, p.Lat));
            else Assert.Throws<CoordinateException>(() => new LonLat(lon, lat));
            Assert.Equal(made, problem is null);
        });

    [Fact]
    public void A_swapped_pair_is_asked_about()
    {
        Assert.False(LonLat.TryCreate(21.85, 106.76, out _, out var problem));
        Assert.Equal("lat", problem!.Field);
        Assert.Contains("did you mean lon 106.76, lat 21.85?", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(180.0001, 0)]
    [InlineData(0, -90.0001)]
    public void No_position_outside_the_world(double lon, double lat) => Assert.NotNull(CoordinateProblem.Find(lon, lat));
}
