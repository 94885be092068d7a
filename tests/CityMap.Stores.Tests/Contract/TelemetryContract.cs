using CityMap.Geo.Journal;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Measurements.</summary>
public abstract class TelemetryContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static Reading Level(double minute, double value, string source = "facility/PUMP-03") => new(source, "water_level", Sample.At(minute), value);

    private Task<IReadOnlyList<Reading>> ReadAsync(string? quantity = "water_level", double from = 0, double to = 100, int limit = 100) =>
        Store.Telemetry.ReadAsync("facility/PUMP-03", quantity, Sample.At(from), Sample.At(to), limit, Stop);

    [Fact]
    public async Task Readings_come_back_oldest_first_from_a_half_open_span()
    {
        await Store.Telemetry.AppendAsync([Level(3, 0.3), Level(1, 0.1), Level(2, 0.2), Level(2, 9, "facility/other")], Stop);

        Assert.Equal([Level(1, 0.1), Level(2, 0.2)], await ReadAsync(from: 1, to: 3));
        Assert.Equal([Level(2, 0.2), Level(3, 0.3)], await ReadAsync(limit: 2));
    }

    [Fact]
    public async Task The_same_moment_again_replaces_the_value()
    {
        await Store.Telemetry.AppendAsync([Level(1, 0.1)], Stop);
        await Store.Telemetry.AppendAsync([Level(1, 0.7)], Stop);

        Assert.Equal([Level(1, 0.7)], await ReadAsync());
    }

    [Fact]
    public async Task Without_a_quantity_all_of_a_source_is_read()
    {
        await Store.Telemetry.AppendAsync([Level(1, 0.1), Level(2, 5) with { Quantity = "flow" }], Stop);

        Assert.Equal(["water_level", "flow"], (await ReadAsync(null)).Select(r => r.Quantity));
    }

    [Fact]
    public async Task Old_readings_are_dropped_and_counted()
    {
        await Store.Telemetry.AppendAsync([.. Enumerable.Range(0, 50).Select(i => Level(i, i))], Stop);

        Assert.Equal(20, await Store.Telemetry.PruneAsync(Sample.At(20), Stop));
        Assert.Equal(Level(20, 20), (await ReadAsync())[0]);
        Assert.Equal(0, await Journal.HeadAsync(Stop));
    }

    [Fact]
    public Task A_reading_that_is_not_finite_is_refused() =>
        RefusedAsync(CityMap.Geo.StoreProblem.BadFeature, () => Store.Telemetry.AppendAsync([Level(1, double.NaN)], Stop));
}
