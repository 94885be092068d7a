using CityMap.Geo.GeoPackage;
using CityMap.Geo.GeoPackage.Storage;
using CityMap.Geo.Journal;
using CityMap.Stores.Tests.Contract;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

/// <summary>How long the write-ahead log beside the file gets.</summary>
public sealed class LogTests : IDisposable
{
    private const long MostUnderAFlow = 48 << 20;
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-gpkg-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string City => Path.Combine(_folder, "city.gpkg");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_log_stays_short_under_large_appends_and_is_emptied_when_nobody_writes()
    {
        await using var store = await OpenAsync();
        var longest = 0L;
        for (var batch = 0; batch < 60; batch++)
        {
            await AppendAsync(store, batch, 512);
            longest = Math.Max(longest, Log());
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"The log was {longest >> 20} MiB at most.");
        Assert.InRange(longest, 1, MostUnderAFlow);
        await EmptyAsync();
    }

    [Fact]
    public async Task A_log_that_grew_behind_a_long_reader_is_emptied_after_it()
    {
        await using var store = await OpenAsync();
        await AppendAsync(store, 0, 2000);
        await using (var reading = store.Features.StreamAsync(new("reports"), null, Stop).GetAsyncEnumerator(Stop))
        {
            Assert.True(await reading.MoveNextAsync());
            for (var batch = 1; batch < 40; batch++) await AppendAsync(store, batch, 512);
            Assert.True(Log() > StoreFile.KeptLog);
        }

        await EmptyAsync();
        Assert.Equal(2000 + 39 * 512, (await store.Features.QueryAsync(new("reports") { Limit = 1 }, Stop)).NumberMatched);
    }

    private static async Task AppendAsync(GeoPackageStore store, int batch, int count)
    {
        Append[] appends = [.. Enumerable.Range(0, count).Select(i => Sample.Put(
            Sample.Report($"r{batch}-{i}", 106.7 + i * 0.0001, 21.8 + batch * 0.001, ("title", new string('x', 1500)), ("type", "LIGHT"))))];
        await store.Journal.AppendAsync(appends, Stop);
    }

    private async Task EmptyAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (Log() > StoreFile.KeptLog) await timer.WaitForNextTickAsync(limit.Token);
    }

    private long Log() => new FileInfo(City + "-wal").Length;

    private async Task<GeoPackageStore> OpenAsync()
    {
        var store = await GeoPackageStore.OpenAsync(City, null, TimeProvider.System, Stop);
        await store.Features.DefineLayerAsync(Sample.Reports, Stop);
        return store;
    }
}
