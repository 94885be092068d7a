using CityMap.Geo.Journal;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Incidents;
using CityMap.Grains.Tests.Incidents;

namespace CityMap.Grains.Tests.Cluster;

/// <summary>Incidents on two silos over one store.</summary>
public sealed class IncidentClusterTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_report_is_placed_answered_and_on_the_map()
    {
        await using var city = await City.StartAsync();
        var incident = await city.ReportAsync();
        Assert.Equal(("Phường Tây", 1L, IncidentState.New), (incident.District?.Name, incident.Version, incident.State));
        Assert.NotNull(incident.Jurisdiction);
        var feature = await city.Store.Features.FindAsync("incidents", incident.Id.ToString("D"), null, None);
        Assert.Equal((City.West, true, 1L), ((string)feature!["district"]!, (bool)feature["open"]!, (long)feature["version"]!));
        Assert.Equal(incident, await city.Incident(incident.Id, 1).GetAsync(None));
    }

    [Fact]
    public async Task Commands_given_at_the_same_time_from_two_nodes_all_happen_one_after_the_other()
    {
        await using var city = await City.StartAsync();
        var incident = await city.ReportAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            city.Incident(incident.Id, i % 2).ExecuteAsync(new NoteIncident($"Lần {i}"), Some.By(), None)));
        var versions = replies.Select(reply => Assert.IsType<IncidentReply.Accepted>(reply).Incident.Version).Order();
        Assert.Equal(Enumerable.Range(2, 200).Select(v => (long)v), versions);
        Assert.Equal(201, (await city.StreamAsync(IncidentEntries.Stream(incident.Id))).Count);
    }

    [Fact]
    public async Task Of_many_who_saw_the_same_version_one_wins_and_the_others_are_shown_what_is_there_now()
    {
        await using var city = await City.StartAsync();
        var incident = await city.ReportAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => city.Incident(incident.Id, i % 2)
            .ExecuteAsync(new NoteIncident($"Lần {i}"), Some.By() with { ExpectedVersion = 1 }, None)));
        Assert.Single(replies.OfType<IncidentReply.Accepted>());
        Assert.All(replies.OfType<IncidentReply.Conflict>(), conflict => Assert.Equal(2, conflict.Current.Version));
    }

    [Fact]
    public async Task What_somebody_else_wrote_past_the_grain_is_read_and_the_command_decided_again()
    {
        await using var city = await City.StartAsync();
        var incident = await city.ReportAsync();
        await city.Incident(incident.Id).ExecuteAsync(new NoteIncident("Đầu tiên"), Some.By(), None);

        // As a second activation on a node that was cut off would.
        var entry = IncidentEntries.Write(new IncidentReceived(), incident.UpdatedAt.AddHours(1), incident.UpdatedAt, "Minh");
        await city.Journal.AppendAsync([new Append(IncidentEntries.Stream(incident.Id), 2, [entry], [])], None);

        var reply = await city.Incident(incident.Id).ExecuteAsync(new AssignIncident("Tổ 1"), Some.By(), None);
        Assert.Equal((IncidentState.Assigned, 4L), (Accepted(reply).State, Accepted(reply).Version));
    }

    [Fact]
    public async Task A_repeated_key_gives_the_first_answer_even_when_the_command_would_be_refused_by_now()
    {
        await using var city = await City.StartAsync();
        var incident = await city.ReportAsync();
        var header = Some.By() with { Key = new IdempotencyKey("Lan", "k1", "aa") };
        var first = await city.Incident(incident.Id).ExecuteAsync(new ReceiveIncident(), header, None);
        await city.Incident(incident.Id).ExecuteAsync(new AssignIncident("Tổ 1"), Some.By(), None);
        var again = Assert.IsType<IncidentReply.Accepted>(await city.Incident(incident.Id, 1).ExecuteAsync(new ReceiveIncident(), header, None));
        Assert.True(again.Repeated);
        Assert.Equal(Accepted(first), again.Incident);

        var other = header with { Key = new IdempotencyKey("Lan", "k1", "bb") };
        var refused = Assert.IsType<IncidentReply.Refused>(await city.Incident(incident.Id).ExecuteAsync(new NoteIncident("x"), other, None));
        Assert.Equal(RefusalCodes.KeyReused, refused.Why.Code);
    }

    [Fact]
    public async Task A_report_sent_twice_with_its_key_is_one_incident()
    {
        await using var city = await City.StartAsync();
        var header = Some.By() with { Key = new IdempotencyKey("Lan", "r1", "aa") };
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => city.Intake(i % 2).ReportAsync(Some.Report(), header, None)));
        Assert.Single(replies.Select(reply => Accepted(reply)).Distinct());
        Assert.Single(replies, reply => !((IncidentReply.Accepted)reply).Repeated);
    }

    [Fact]
    public async Task A_command_to_nothing_finds_nothing()
    {
        await using var city = await City.StartAsync(silos: 1);
        var nobody = city.Incident(Guid.CreateVersion7(Some.Now));
        Assert.IsType<IncidentReply.NotFound>(await nobody.ExecuteAsync(new ReceiveIncident(), Some.By(), None));
        Assert.Null(await nobody.GetAsync(None));
    }

    [Fact]
    public async Task A_whole_life_is_the_same_in_the_grain_on_the_map_and_in_the_journal()
    {
        await using var city = await City.StartAsync();
        var incident = await city.ReportAsync(Some.Report() with { Footprint = new NetTopologySuite.IO.WKTReader().Read("LINESTRING (106.7 21.8, 106.71 21.8)") });
        foreach (var name in new[] { "receive", "assign", "start", "claimFix", "verifyFix", "close" })
        {
            Accepted(await city.Incident(incident.Id).ExecuteAsync(Some.Command(name), Some.By(), None));
        }

        var read = await IncidentStream.ReadAsync(city.Journal, incident.Id, null, None);
        Assert.Equal((IncidentState.Closed, 7L), (read!.State, read.Version));
        var pin = await city.Store.Features.FindAsync("incidents", incident.Id.ToString("D"), null, None);
        Assert.Equal(("Closed", false, 7L), ((string)pin!["state"]!, (bool)pin["open"]!, (long)pin["version"]!));
        var drawn = await city.Store.Features.FindAsync("incident_footprints", incident.Id.ToString("D"), null, None);
        Assert.Equal("Closed", drawn!["state"]);
    }

    private static IncidentSnapshot Accepted(IncidentReply reply) => Assert.IsType<IncidentReply.Accepted>(reply).Incident;
}
