using CityMap.Geo.GeoPackage;
using CityMap.Geo.Journal;
using CityMap.Server.Hosting;
using CityMap.Server.Hosting.Maintenance;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CityMap.Server.Tests.Hosting.Maintenance;

/// <summary>Readings are kept for a while, and idempotency keys.</summary>
public sealed class RetentionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-retention-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Keys_are_forgotten_when_they_are_old()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        await using var store = await GeoPackageStore.OpenAsync(Path.Combine(_folder, "city.gpkg"), null, time, Stop);
        var readiness = new Readiness(NullLogger<Readiness>.Instance);
        using var retention = new Retention(store, new ServerOptions { DataFolder = _folder }, readiness, time, NullLogger<Retention>.Instance);
        var key = new IdempotencyKey("console", "k", "hash");
        await store.Journal.AppendAsync([new("note/1", 0, [new("noted", time.GetUtcNow(), time.GetUtcNow(), "A", "{}")], []) { Key = key }], Stop);

        await retention.StartAsync(Stop);
        readiness.Reached(TimeSpan.Zero);
        time.Advance(Retention.KeepKeys - TimeSpan.FromHours(1));
        Assert.NotNull(await store.Journal.FindKeyAsync(key, Stop));
        while (await store.Journal.FindKeyAsync(key, Stop) is not null)
        {
            time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(10, Stop);
        }

        await retention.StopAsync(Stop);
        Assert.True(time.GetUtcNow() >= new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero) + Retention.KeepKeys);
    }

    [Fact]
    public async Task Readings_older_than_asked_for_go_once_the_server_is_ready_and_then_day_by_day()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        await using var store = await GeoPackageStore.OpenAsync(Path.Combine(_folder, "city.gpkg"), null, time, Stop);
        var readiness = new Readiness(NullLogger<Readiness>.Instance);
        var options = new ServerOptions { DataFolder = _folder, KeepReadings = TimeSpan.FromDays(30) };
        using var retention = new Retention(store, options, readiness, time, NullLogger<Retention>.Instance);
        await store.Telemetry.AppendAsync([At(31), At(29.5), At(1)], Stop);

        await retention.StartAsync(Stop);
        Assert.Equal(3, await CountAsync());
        readiness.Reached(TimeSpan.Zero);
        await UntilAsync(2);
        await UntilAsync(1, () => time.Advance(TimeSpan.FromHours(1)));
        await retention.StopAsync(Stop);

        Reading At(double daysAgo) => new("facility/PUMP-03", "water_level", time.GetUtcNow().AddDays(-daysAgo), 1);

        async Task<int> CountAsync() =>
            (await store.Telemetry.ReadAsync("facility/PUMP-03", null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 100, Stop)).Count;

        async Task UntilAsync(int count, Action? meanwhile = null)
        {
            while (await CountAsync() != count)
            {
                meanwhile?.Invoke();
                await Task.Delay(10, Stop);
            }
        }
    }
}
