using System.Collections.Concurrent;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using CityMap.Grains.Tests.Incidents;

namespace CityMap.Grains.Tests.Cluster;

/// <summary>A silo dies in the middle of the work.</summary>
public sealed class KillTests
{
    private const int Workers = 16;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_nothing_is_there_twice_and_the_counters_equal_the_store()
    {
        await using var city = await City.StartAsync();
        var acknowledged = new ConcurrentBag<IncidentSnapshot>();
        var killed = new TaskCompletionSource();
        var work = Enumerable.Range(0, Workers).Select(worker => WorkAsync(city, worker, acknowledged, killed.Task)).ToList();
        while (acknowledged.Count <= 200)
        {
            // A worker that failed says why, instead of being waited for.
            await (await Task.WhenAny([.. work.Where(w => w.IsFaulted), Task.Delay(10, None)]));
        }

        await city.KillAsync(1);
        killed.SetResult();
        await Task.WhenAll(work);

        foreach (var incident in acknowledged.GroupBy(i => i.Id).Select(versions => versions.MaxBy(i => i.Version)!))
        {
            var stream = await city.StreamAsync(IncidentEntries.Stream(incident.Id));
            Assert.True(stream.Count >= incident.Version);
            Assert.Equal(incident.Sequence, stream[(int)incident.Version - 1].Sequence);
        }

        var reports = await city.Store.Features.QueryAsync(new FeatureQuery("incidents") { Limit = 10_000 }, None);
        Assert.Equal(reports.NumberMatched, reports.Features.Select(feature => (string)feature["title"]!).Distinct().Count());
        await AssertCountersEqualTheStoreAsync(city);
    }

    private static async Task WorkAsync(City city, int worker, ConcurrentBag<IncidentSnapshot> acknowledged, Task killed)
    {
        for (var i = 0; i < 20 || !killed.IsCompleted; i++)
        {
            // Half of the reports arrive at the node that will die; once it is dead they are sent again to the other, with their key.
            var title = $"Đèn {worker}-{i}";
            var header = Some.By() with { Key = new IdempotencyKey("Lan", title, "aa") };
            var report = Some.Report(severity: 1 + (i % 5), title: title) with { Lon = i % 3 == 0 ? 106.9 : 106.7 };
            var incident = await InsistAsync(silo => city.Intake(silo).ReportAsync(report, header, None), worker % 2);
            acknowledged.Add(incident);
            foreach (var name in new[] { "receive", i % 2 == 0 ? "assign" : "reject", "acknowledge", "reopen" })
            {
                var key = header with { Key = new IdempotencyKey("Lan", $"{title}-{name}", "aa") };
                if (!incident.Allowed.Contains(name)) continue;
                incident = await InsistAsync(silo => city.Incident(incident.Id, silo).ExecuteAsync(Some.Command(name), key, None), worker % 2);
                acknowledged.Add(incident);
            }
        }
    }

    private static async Task<IncidentSnapshot> InsistAsync(Func<int, Task<IncidentReply>> send, int silo)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                // What was asked of a silo that is dead by now is never answered.
                return Assert.IsType<IncidentReply.Accepted>(await send(attempt == 0 ? silo : 0).WaitAsync(TimeSpan.FromSeconds(5), None)).Incident;
            }
            catch (Exception e) when (attempt < 20 && e is not Xunit.Sdk.XunitException)
            {
                await Task.Delay(100, None);
            }
        }
    }

    private static async Task AssertCountersEqualTheStoreAsync(City city)
    {
        var everyone = new FeatureQuery("incidents") { Where = [new("exercise", Comparison.In, [false])] };
        var open = everyone with { Where = [.. everyone.Where, new("open", Comparison.In, [true])] };
        var byState = await city.Store.Features.CountAsync(everyone, ["district", "state"], None);
        var byType = await city.Store.Features.CountAsync(open, ["district", "type"], None);
        var bySeverity = await city.Store.Features.CountAsync(open, ["district", "severity"], None);
        var unseen = await city.Store.Features.CountAsync(open, ["district", "acknowledged"], None);
        foreach (var figures in await city.Figures().AllAsync(None))
        {
            Assert.Equal(byState.Sequence, figures.Sequence);
            Assert.Equal(Of(byState, figures), figures.ByState.ToDictionary(n => (object)n.Key, n => n.Value));
            Assert.Equal(Of(byType, figures), figures.ByType.ToDictionary(n => (object)n.Key, n => n.Value));
            Assert.Equal(Of(bySeverity, figures), figures.BySeverity.ToDictionary(n => (object)(long)n.Key, n => n.Value));
            Assert.Equal(Of(unseen, figures).GetValueOrDefault(false), figures.Unacknowledged);
            Assert.True(figures.Open > 0);
            Assert.Equivalent(figures, await city.District(figures.AreaId).CountsAsync(None));
        }
    }

    private static Dictionary<object, long> Of(FeatureCounts counts, DistrictCounts district) =>
        counts.Rows.Where(row => (string?)row.Values[0] == district.AreaId).ToDictionary(row => row.Values[1]!, row => row.Count);
}
