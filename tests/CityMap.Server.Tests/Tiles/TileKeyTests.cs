using CityMap.Geo.Layers;
using CityMap.Server.Tiles;

namespace CityMap.Server.Tests.Tiles;

/// <summary>Equal filters share their tiles, others never do.</summary>
public sealed class TileKeyTests
{
    private static readonly DateTimeOffset _moment = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Moments_a_part_of_a_second_apart_are_different_filters()
    {
        Assert.NotEqual(Key(_moment), Key(_moment.AddMicroseconds(1)));
        Assert.Equal(Key(_moment), Key(_moment.ToOffset(TimeSpan.FromHours(7))));
    }

    private static string Key(DateTimeOffset since) =>
        TileKey.Of(new FeatureQuery("incidents") { Where = [new("updated_at", Comparison.AtLeast, [since])] }, "");
}
