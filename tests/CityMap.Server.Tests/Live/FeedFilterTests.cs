using CityMap.Geo.Layers;
using CityMap.Grains.Incidents;
using CityMap.Server.Live;

namespace CityMap.Server.Tests.Live;

/// <summary>Clients with the same filter share its answers, others never do.</summary>
public sealed class FeedFilterTests
{
    private static readonly DateTimeOffset _moment = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Moments_a_part_of_a_second_apart_are_different_filters()
    {
        Assert.NotEqual(Key(_moment), Key(_moment.AddMicroseconds(1)));
        Assert.Equal(Key(_moment), Key(_moment.ToOffset(TimeSpan.FromHours(7))));
    }

    private static string Key(DateTimeOffset since) => new FeedFilter(
        new Dictionary<LayerInfo, IReadOnlyList<FieldTest>> { [IncidentLayer.Incidents] = [new("updated_at", Comparison.AtLeast, [since])] }, null, null, Audience.Everyone).Key;
}
