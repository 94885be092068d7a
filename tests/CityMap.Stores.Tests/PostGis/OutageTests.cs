using System.Diagnostics;
using CityMap.Geo;
using CityMap.Geo.Journal;
using CityMap.Geo.PostGis;
using CityMap.Geo.PostGis.Cluster;
using CityMap.Stores.Tests.Contract;
using Xunit;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>A database that goes away and comes back.</summary>
public sealed class OutageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_fail_quickly_while_the_database_is_away_and_work_again_when_it_is_back()
    {
        PostGisServer.Require();
        using var folder = new TemporaryFolder();
        await using var cluster = await PrivateCluster.StartAsync(folder.Path, TimeProvider.System, null, Stop);
        await using var store = await PostGisStore.OpenAsync(cluster.ConnectionString, null, TimeProvider.System, Stop);
        await store.Features.DefineLayerAsync(Sample.Reports, Stop);
        await AppendAsync(store, Sample.Put(Sample.Report("before")));

        await cluster.StopServerAsync(Stop);
        var clock = Stopwatch.StartNew();
        await UnavailableAsync(() => store.CheckAsync(Stop));
        await UnavailableAsync(() => AppendAsync(store, Sample.Put(Sample.Report("meanwhile"))));
        await UnavailableAsync(() => store.Features.QueryAsync(new("reports"), Stop));
        await UnavailableAsync(() => store.Journal.HeadAsync(Stop));
        await UnavailableAsync(() => store.Telemetry.AppendAsync([new("s", "q", Sample.At(0), 1)], Stop));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"it took {clock.Elapsed}");

        await cluster.StartServerAsync(Stop);
        await AppendAsync(store, Sample.Put(Sample.Report("after")));
        var page = await store.Features.QueryAsync(new("reports"), Stop);
        Assert.Equal(["after", "before"], page.Features.Select(f => f.Id));
        Assert.Equal(2, page.Sequence);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_doubled_when_the_database_restarts_under_appends()
    {
        PostGisServer.Require();
        using var folder = new TemporaryFolder();
        await using var cluster = await PrivateCluster.StartAsync(folder.Path, TimeProvider.System, null, Stop);
        await using var store = await PostGisStore.OpenAsync(cluster.ConnectionString, null, TimeProvider.System, Stop);
        await store.Features.DefineLayerAsync(Sample.Reports, Stop);
        using var done = new CancellationTokenSource();
        var acknowledged = new List<string>();
        var appending = Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                try
                {
                    Assert.IsType<AppendOutcome.Committed>(await AppendAsync(store, Sample.Put(Sample.Report($"r{i}"))));
                    lock (acknowledged) acknowledged.Add($"report/r{i}");
                }
                catch (StoreException e) when (e.Problem == StoreProblem.Unavailable)
                {
                    await Task.Delay(5, Stop);
                }
            }
        });

        for (var round = 0; round < 3; round++)
        {
            await GrowAsync(acknowledged, 20);
            await cluster.StopServerAsync(Stop);
            await cluster.StartServerAsync(Stop);
        }

        await GrowAsync(acknowledged, 20);
        await done.CancelAsync();
        await appending;

        var entries = await store.Journal.ReadAsync(0, 1_000_000, Stop);
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(e => e.Sequence));
        Assert.Equal(entries.Count, entries.Select(e => e.Stream).Distinct().Count());
        Assert.Empty(acknowledged.Except(entries.Select(e => e.Stream)));
        Assert.Equal(entries.Count, (await store.Features.QueryAsync(new("reports"), Stop)).NumberMatched);
    }

    [Fact]
    public async Task What_is_no_store_is_named()
    {
        await RefusedAsync(StoreProblem.Unavailable, "Host=127.0.0.1;Port=1;Username=a;Password=b;Database=c");
        await RefusedAsync(StoreProblem.NotAStore, "this is no connection string");
    }

    private static async Task RefusedAsync(StoreProblem problem, string connectionString)
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(() => PostGisStore.OpenAsync(connectionString, null, TimeProvider.System, Stop));
        Assert.Equal(problem, refusal.Problem);
    }

    private static async Task GrowAsync(List<string> acknowledged, int by)
    {
        int Count()
        {
            lock (acknowledged) return acknowledged.Count;
        }

        var wanted = Count() + by;
        while (Count() < wanted) await Task.Delay(5, Stop);
    }

    private static async Task<AppendOutcome> AppendAsync(PostGisStore store, Append append) => (await store.Journal.AppendAsync([append], Stop))[0];

    private static async Task UnavailableAsync(Func<Task> act) =>
        Assert.Equal(StoreProblem.Unavailable, (await Assert.ThrowsAsync<StoreException>(act)).Problem);
}
