using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Analyses;

public sealed class LocalGridTests
{
    private static readonly GeometryFactory Factory = new();

    [Theory]
    // By Vincenty's inverse formula on WGS 84, reckoned apart from this program: along a parallel, along a meridian, far across.
    [InlineData(106.7, 21.85, 106.8, 21.85, 10337.04)]
    [InlineData(106.7, 21.85, 106.7, 21.95, 11072.89)]
    [InlineData(104, 22, 109, 22, 516287.7)]
    public void Lengths_are_those_on_the_ellipsoid(double lon, double lat, double toLon, double toLat, double metres)
    {
        var line = Factory.CreateLineString([new(lon, lat), new(toLon, toLat)]);
        var grid = LocalGrid.Around(line.EnvelopeInternal)!;
        var length = grid.ToPlane(Factory.CreatePoint(line[0])).Distance(grid.ToPlane(Factory.CreatePoint(line[1])));
        Assert.InRange(length, metres * 0.9999, metres * (1 + grid.LargestError + 0.0001));
    }

    [Fact]
    public void There_and_back_is_the_same_place()
    {
        var line = Factory.CreateLineString([new(106.1, 21.3), new(106.100001, 21.300001), new(107.4, 22.5)]);
        var grid = LocalGrid.Around(line.EnvelopeInternal)!;
        var back = grid.ToGround(grid.ToPlane(line));
        Assert.True(back.Coordinates[0].Equals2D(line[0], 1e-9) && back.Coordinates[^1].Equals2D(line[2], 1e-9));
        Assert.True(back.NumPoints > 100, "long edges are made finer");
    }

    [Fact]
    public void What_is_too_wide_has_no_plane() => Assert.Null(LocalGrid.Around(new Envelope(102, 109, 8, 23)));
}
