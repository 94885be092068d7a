using CityMap.Geo.Coordinates;
using Xunit;

namespace CityMap.Geo.Tests.Coordinates;

public sealed class CoordinateTextTests
{
    [Theory]
    [InlineData("21.8537, 106.7615")]
    [InlineData("21.8537 106.7615")]
    [InlineData(" 21,8537; 106,7615 ")]
    [InlineData("106.7615, 21.8537")]
    public void A_pair_of_degrees_is_a_place(string text) => Assert.Equal(new LonLat(106.7615, 21.8537), CoordinateText.Read(text)?.Position);

    [Theory]
    [InlineData("")]
    [InlineData("21.8537")]
    [InlineData("12 Trần Đăng Ninh")]
    [InlineData("200, 300")]
    [InlineData("91, 181")]
    [InlineData("1e9, 2")]
    public void Anything_else_is_not(string text) => Assert.Null(CoordinateText.Read(text));
}
