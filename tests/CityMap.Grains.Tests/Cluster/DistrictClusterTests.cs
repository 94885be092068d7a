using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Tests.Incidents;

namespace CityMap.Grains.Tests.Cluster;

/// <summary>Districts on two silos over one store.</summary>
public sealed class DistrictClusterTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DistrictThreshold ThreeLights = new("LIGHT", 2, 3, TimeSpan.FromHours(1));

    [Fact]
    public async Task Every_node_shows_the_same_figures_whichever_wrote_them()
    {
        await using var city = await City.StartAsync();
        for (var i = 0; i < 20; i++) await city.ReportAsync(silo: i % 2);
        await city.ReportAsync(Some.Report() with { Exercise = true });
        var incident = await city.ReportAsync(Some.Report(severity: 5) with { Lon = 106.9 });
        await city.Incident(incident.Id, 1).ExecuteAsync(new RejectIncident("Không có thật"), Some.By(), None);
        for (var silo = 0; silo < 2; silo++)
        {
            var figures = await city.Figures(silo).AllAsync(None);
            Assert.Equal([City.East, City.West], figures.Select(f => f.AreaId));
            Assert.Equal((0, 20, 20), ((int)figures[0].Open, (int)figures[1].Open, (int)figures[1].Unacknowledged));
            Assert.Equal(1, figures[0].ByState["Rejected"]);
            Assert.Equal(await city.Journal.HeadAsync(None), figures[0].Sequence);
            Assert.Null(figures[0].Oldest);
        }
    }

    [Fact]
    public async Task A_pin_that_moves_is_counted_where_it_lies_now()
    {
        await using var city = await City.StartAsync();
        var incident = await city.ReportAsync();
        Assert.Equal(1, (await city.District(City.West).CountsAsync(None)).Open);
        await city.Incident(incident.Id, 1).ExecuteAsync(new MoveIncident(106.9, 21.8), Some.By(), None);
        Assert.Equal(0, (await city.District(City.West).CountsAsync(None)).Open);
        var east = await city.District(City.East).CountsAsync(None);
        Assert.Equal((1, incident.Id), (east.Open, east.Oldest!.Id));
    }

    [Fact]
    public async Task A_threshold_that_is_reached_raises_one_notice_per_window()
    {
        await using var city = await City.StartAsync();
        var set = await city.District(City.West).SetThresholdsAsync([ThreeLights], Some.By(), None);
        Assert.Equal([ThreeLights], Assert.IsType<DistrictReply.Accepted>(set).Watch.Thresholds);
        for (var i = 0; i < 6; i++) await city.ReportAsync(silo: i % 2);
        await UntilAsync(async () => (await NoticesAsync(city)).Count > 0);
        for (var i = 0; i < 6; i++) await city.ReportAsync(silo: i % 2);
        var head = await city.Journal.HeadAsync(None);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => city.District(City.West, i % 2).CheckAsync(head, None)));
        Assert.Single(await NoticesAsync(city));
        var notice = Assert.Single((await city.District(City.West).WatchAsync(None)).Notices);
        Assert.Equal(ThreeLights, notice.Threshold);
        Assert.True(notice.Count >= 3);
    }

    [Fact]
    public async Task Thresholds_set_again_with_the_same_key_are_set_once()
    {
        await using var city = await City.StartAsync(silos: 1);
        var header = Some.By() with { ExpectedVersion = 0, Key = new CityMap.Geo.Journal.IdempotencyKey("Lan", "t1", "aa") };
        for (var i = 0; i < 2; i++)
        {
            var reply = await city.District(City.West).SetThresholdsAsync([ThreeLights], header, None);
            Assert.Equal(1, Assert.IsType<DistrictReply.Accepted>(reply).Watch.Version);
        }

        var other = header with { Key = header.Key with { BodyHash = "bb" } };
        var refused = Assert.IsType<DistrictReply.Refused>(await city.District(City.West).SetThresholdsAsync([], other, None));
        Assert.Equal(RefusalCodes.KeyReused, refused.Why.Code);
    }

    [Fact]
    public async Task A_threshold_that_makes_no_sense_is_refused_and_says_which()
    {
        await using var city = await City.StartAsync(silos: 1);
        var reply = await city.District(City.West).SetThresholdsAsync([ThreeLights, ThreeLights with { Type = "light" }], Some.By(), None);
        var why = Assert.IsType<DistrictReply.Refused>(reply).Why;
        Assert.Equal((RefusalCodes.UnknownType, "thresholds[1].type"), (why.Code, why.Field));
    }

    [Fact]
    public async Task What_changed_since_a_moment_is_told_from_then_to_now()
    {
        await using var city = await City.StartAsync();
        var old = await city.ReportAsync();
        var untouched = await city.ReportAsync();
        var since = untouched.UpdatedAt.AddMicroseconds(1);
        await city.Incident(old.Id).ExecuteAsync(new RejectIncident("Không có thật"), Some.By() with { OccurredAt = since.AddSeconds(1) }, None);
        var fresh = await city.ReportAsync(Some.Report(title: "Mới"));
        var changes = await city.District(City.West, 1).ChangesSinceAsync(since, None);
        Assert.Equal((2, 2, 1, 1, 2), ((int)changes.OpenThen, (int)changes.OpenNow, (int)changes.Reported, (int)changes.Resolved, (int)changes.Touched));
        Assert.Equal([("New", "Rejected", old.Id), (null, "New", fresh.Id)], changes.Items.OrderBy(i => i.Id).Select(i => (i.StateThen, i.State, i.Id)));
    }

    [Fact]
    public async Task Districts_that_are_imported_anew_are_known_to_every_node()
    {
        await using var city = await City.StartAsync();
        await City.ImportDistrictsAsync(city.Store, eastName: "Phường Đông Kinh");
        foreach (var silo in new[] { 0, 1 })
        {
            await UntilAsync(() => Task.FromResult(
                city.Geography(silo).Locate(new(106.9, 21.8), DateTimeOffset.UnixEpoch.AddYears(50)).District?.Name == "Phường Đông Kinh"));
        }
    }

    [Fact]
    public async Task Sixty_districts_do_not_sit_on_one_node()
    {
        await using var city = await City.StartAsync();
        for (var i = 0; i < 60; i++) await city.District($"{i:00000}@2025").WatchAsync(None);
        var statistics = await city.Service<IGrainFactory>().GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        var perSilo = statistics.Where(s => s.GrainType.Contains("district", StringComparison.OrdinalIgnoreCase)).GroupBy(s => s.SiloAddress).Select(g => g.Count()).ToList();
        Assert.Equal(2, perSilo.Count);
        Assert.All(perSilo, count => Assert.InRange(count, 15, 47));
    }

    private static async Task<List<CityMap.Geo.Journal.JournalEntry>> NoticesAsync(City city) =>
        [.. (await city.StreamAsync($"district/{City.West}")).Where(entry => entry.Kind == "district.threshold_notice")];

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition()) await Task.Delay(20, None);
    }
}
