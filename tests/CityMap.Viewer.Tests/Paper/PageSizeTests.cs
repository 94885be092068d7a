using CityMap.Viewer.Paper;
using Xunit;

namespace CityMap.Viewer.Tests.Paper;

/// <summary>Sizes of pages, scale bars and coordinate lines.</summary>
public sealed class PageSizeTests
{
    [Theory]
    [InlineData("A3", 420, 297)]
    [InlineData("A4-portrait", 210, 297)]
    [InlineData("a0", 1189, 841)]
    public void Paper_has_its_size_in_millimetres(string text, float width, float height)
    {
        var size = PageSize.Parse(text)!;
        Assert.Equal((width, height), (MathF.Round(size.Width / PageSize.Millimetre), MathF.Round(size.Height / PageSize.Millimetre)));
        Assert.True(size.IsPaper);
    }

    [Theory]
    [InlineData("A9")]
    [InlineData("100000x100000")]
    [InlineData("800x")]
    [InlineData("-5x800")]
    [InlineData("A3-sideways")]
    [InlineData("")]
    public void What_is_no_size_is_refused(string text) => Assert.Null(PageSize.Parse(text));

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2.5, 200)]
    [InlineData(40, 5000)]
    public void A_scale_bar_has_a_round_length(double metresPerPixel, double expected) => Assert.Equal(expected, ScaleBar.Metres(metresPerPixel));

    [Fact]
    public void Degrees_are_written_as_on_maps()
    {
        Assert.Equal("106°45′30″E", Graticule.Degrees(106.758333333, longitude: true));
        Assert.Equal("21°51′N", Graticule.Degrees(21.85, longitude: false));
    }

    [Fact]
    public void The_national_grid_goes_there_and_back()
    {
        var grid = new VnGrid();
        var (x, y) = grid.ToGrid(106.7605, 21.8525);
        var (lon, lat) = grid.ToLonLat(x, y);
        Assert.InRange(x, 449_000, 450_200);
        Assert.InRange(y, 2_416_000, 2_418_500);
        Assert.Equal(106.7605, lon, 1e-7);
        Assert.Equal(21.8525, lat, 1e-7);
    }
}
