using System.Net;
using CityMap.Viewer.Desktop;
using CityMap.Viewer.Live;
using CityMap.Viewer.Sheets;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CityMap.Viewer.Tests.Desktop;

public sealed class CommandModelTests
{
    private static readonly Dictionary<string, string> _none = [];
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
    private readonly FakeCity _city = new();
    private readonly SelectionModel _selection = new();
    private readonly DetailModel _detail;
    private readonly ConnectionModel _line;
    private readonly TimeModel _moment;
    private readonly CommandModel _commands;

    public CommandModelTests()
    {
        var client = _city.Client();
        (_detail, _line, _moment) = (new(client, _selection), new(_time), new(_time));
        _commands = new(client, _detail, _line, _moment);
        _city.On("GET /api/incidents/a", Incident("New", 3, "receive", "acknowledge", "move"))
            .On("GET /api/incidents/a/history", """{"items":[{"kind":"incident.reported","occurredAt":"2026-11-25T07:00:00Z"}]}""");
    }

    [Fact]
    public async Task A_command_carries_the_version_that_was_seen_and_its_answer_is_shown()
    {
        await ReadyAsync();
        Assert.Equal(["receive", "acknowledge"], _commands.Offered);
        _city.On("POST /api/incidents/a/commands", Incident("Received", 4, "assign"));
        Assert.Null(await _commands.GiveAsync("receive", _none, MapLanguage.Vi, TestContext.Current.CancellationToken));
        Assert.Equal("""{"command":"receive","expectedVersion":3}""", _city.Asked[^1].Body);
        Assert.Equal((4, "assign"), (_detail.Version, _commands.Offered.Single()));
    }

    [Fact]
    public async Task Said_again_after_a_broken_line_it_has_the_same_key()
    {
        await ReadyAsync();
        _city.Away = true;
        Assert.Contains("máy chủ", await _commands.GiveAsync("receive", _none, MapLanguage.Vi, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        _city.Away = false;
        _city.On("POST /api/incidents/a/commands", Incident("Received", 4));
        Assert.Null(await _commands.GiveAsync("receive", _none, MapLanguage.Vi, TestContext.Current.CancellationToken));
        Assert.Single(_city.Asked.Where(a => a.Key is not null).Select(a => a.Key).Distinct());
    }

    [Fact]
    public async Task When_somebody_was_first_the_incident_is_read_anew()
    {
        await ReadyAsync();
        _city.On("POST /api/incidents/a/commands", """{"code":"version_conflict","detail":"…"}""", HttpStatusCode.Conflict);
        _city.On("GET /api/incidents/a", Incident("Assigned", 9, "start")).On("GET /api/incidents/a/history", """{"items":[]}""");
        Assert.Equal(DesktopWords.Say("changedMeanwhile", MapLanguage.En), await _commands.GiveAsync("receive", _none, MapLanguage.En, TestContext.Current.CancellationToken));
        Assert.Equal(9, _detail.Version);
    }

    [Fact]
    public async Task In_the_past_and_without_a_server_nothing_is_sent()
    {
        await ReadyAsync();
        var before = _city.Asked.Count;
        _moment.Step(TimeSpan.FromHours(-1));
        Assert.NotNull(await _commands.GiveAsync("receive", _none, MapLanguage.En, TestContext.Current.CancellationToken));
        _moment.Look(null);
        _line.Hear(new FeedMessage.Lost("gone"));
        Assert.NotNull(await _commands.GiveAsync("receive", _none, MapLanguage.En, TestContext.Current.CancellationToken));
        Assert.Equal(before, _city.Asked.Count);
    }

    [Fact]
    public async Task Of_two_choices_in_a_row_the_last_is_shown_and_a_refusal_is_told()
    {
        await ReadyAsync();
        _selection.Choose("incidents", "b");
        await _detail.LoadAsync();
        Assert.Equal((null, "There is nothing."), (_detail.Incident, _detail.Error));
        _selection.Choose(null, null);
        await _detail.LoadAsync();
        Assert.Equal((null, null, -1), (_detail.Incident, _detail.Error, _detail.Version));
    }

    [Fact]
    public async Task As_of_a_moment_only_what_had_happened_by_then_is_told()
    {
        await ReadyAsync();
        Assert.Single(_detail.History);
        await _detail.LoadAsync(new DateTimeOffset(2026, 11, 25, 6, 0, 0, TimeSpan.Zero));
        Assert.Empty(_detail.History);
        Assert.Contains(_city.Asked, a => a.Request.Contains("asOf=2026-11-25T06", StringComparison.Ordinal));
    }

    private async Task ReadyAsync()
    {
        _line.Hear(new FeedMessage.Connected(1));
        _selection.Choose("incidents", "a");
        await _detail.LoadAsync();
    }

    private static string Incident(string state, int version, params string[] allowed) =>
        $$"""{"id":"a","state":"{{state}}","version":{{version}},"allowed":[{{string.Join(',', allowed.Select(a => $"\"{a}\""))}}]}""";
}
