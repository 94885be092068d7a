using CityMap.Server.Cli.Replay;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Replay;

/// <summary>A real change stream through the real server.</summary>
public sealed class ReplayPlayerTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task The_fires_replay_as_changes_of_the_same_incidents_and_the_impossible_ones_are_refused()
    {
        var file = TestFiles.File("incidents/calfire_changes.jsonl.gz");
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
        var script = ReplayScript.From(await ReplayFile.ReadAsync(file, TestContext.Current.CancellationToken), new(), zone);
        var rows = script.Rows.Where(r => r.Line <= 1300).ToList();

        var first = await PlayAsync(rows);
        Assert.Equal([617L, 886, 887, 889, 895, 901, 1206, 1207], first.Refusals.Select(r => r.Line));
        Assert.Equal([697L], first.Flags.Select(f => f.Line));
        Assert.True(first.UpdatedCount > first.ReportedCount);

        var before = (await city.GetAsync("/api/incidents?limit=1")).GetProperty("numberMatched").GetInt64();
        Assert.Equal(first.ReportedCount, before);
        await PlayAsync(rows);
        Assert.Equal(before, (await city.GetAsync("/api/incidents?limit=1")).GetProperty("numberMatched").GetInt64());
    }

    private async Task<ReplayTally> PlayAsync(IReadOnlyList<ReplayRow> rows)
    {
        var player = new ReplayPlayer(city.Client, "test", TimeProvider.System);
        await player.PlayAsync(rows, speed: 0, static _ => { }, TestContext.Current.CancellationToken);
        return player.Tally;
    }
}
