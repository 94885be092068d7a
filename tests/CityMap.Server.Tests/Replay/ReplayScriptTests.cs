using CityMap.Server.Cli.Replay;
using CityMap.Server.Hosting;

namespace CityMap.Server.Tests.Replay;

public sealed class ReplayScriptTests
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    [Fact]
    public async Task The_Seattle_calls_are_understood_without_a_mapping()
    {
        var script = await ReadAsync("incidents/seattle_police_911_2015.csv.gz", Pacific);
        Assert.Equal((91_060, 7), (script.Rows.Count, script.Bad.Count));
        Assert.Equal(new DateTimeOffset(2015, 1, 1, 8, 2, 0, TimeSpan.Zero), script.Rows[0].At);
        Assert.True(script.Rows.Zip(script.Rows.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
        Assert.Contains(script.Rows, row => row.Type == "TRAFFIC");
        Assert.Contains(script.Rows, row => row.Type == "SECURITY");
    }

    [Fact]
    public async Task Without_a_zone_every_Seattle_time_is_refused_with_what_to_state()
    {
        var script = await ReadAsync("incidents/seattle_police_911_2015.csv.gz", zone: null);
        Assert.Empty(script.Rows);
        Assert.Contains("--tz", script.Bad[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_and_an_hour_in_two_columns_are_one_time()
    {
        var script = await ReadAsync("incidents/sfpd.csv.gz", Pacific);
        Assert.Equal("Date+Time", script.Map.Time);
        Assert.Equal((9_999, 0), (script.Rows.Count, script.Bad.Count));
    }

    [Fact]
    public async Task A_change_stream_keeps_the_identity_of_its_fires()
    {
        var script = await ReadAsync("incidents/calfire_changes.jsonl.gz", Pacific);
        Assert.Equal(4_302, script.Rows.Count);
        Assert.Equal(402, script.Rows.Where(r => r.Kind == ReplayKind.Listed).Select(r => r.Key).Distinct().Count());
        Assert.Equal(592, script.Rows.Count(r => r.Kind == ReplayKind.Gone));
        Assert.All(script.Rows.Where(r => r.Started is not null), row => Assert.True(row.Started <= row.At));
        // One of its agencies is two names with a line break between: as in a title, that is a blank.
        Assert.DoesNotContain(script.Rows, row => row.Agency?.Any(char.IsControl) == true);
    }

    [Fact]
    public void A_file_without_a_time_says_which_columns_there_are()
    {
        var row = new CityMap.Geo.Formats.Rows.SourceRow(2, null, null, new Dictionary<string, object?> { ["lon"] = "1", ["lat"] = "2" });
        var refused = Assert.Throws<UserErrorException>(() => ReplayScript.From([row], new(), null));
        Assert.Contains("lon, lat", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_decides_where_a_guess_would_be_wrong()
    {
        var row = new CityMap.Geo.Formats.Rows.SourceRow(2, null, null, new Dictionary<string, object?>
        {
            ["x"] = "106.7",
            ["y"] = "21.8",
            ["when"] = "23/11/2026 14:05",
            ["kind"] = "Đèn hỏng",
            ["time"] = "nonsense",
        });
        var map = new ReplayMap { Time = "when", Type = new() { Column = "kind", Values = new Dictionary<string, string> { ["Đèn hỏng"] = "LIGHT" } } };
        var read = Assert.Single(ReplayScript.From([row], map, TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")).Rows);
        Assert.Equal(("LIGHT", new DateTimeOffset(2026, 11, 23, 7, 5, 0, TimeSpan.Zero)), (read.Type, read.At));
    }

    [Theory]
    [InlineData("id;time;title;lon;lat\n1;2026-11-23T14:05:00Z;x;106,7;21,8\n")]
    [InlineData("sep=;\r\nid;time;title;lon;lat\r\n1;2026-11-23T14:05:00Z;x;106,7;21,8\r\n")]
    [InlineData("\uFEFF{\"id\":\"1\",\"time\":\"2026-11-23T14:05:00Z\",\"title\":\"x\",\"lon\":106.7,\"lat\":21.8}\n")]
    public async Task A_file_as_a_spreadsheet_or_an_editor_leaves_it_is_understood(string text)
    {
        var row = Assert.Single((await ReadTextAsync(text)).Rows);
        Assert.Equal(("1", "x", 106.7, 21.8), (row.Key, row.Title, row.Lon, row.Lat));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n", "no header line")]
    [InlineData("id,time,title,lon,lat\n", "no row")]
    public async Task A_file_of_nothing_says_so(string text, string says)
    {
        var refused = await Assert.ThrowsAsync<UserErrorException>(() => ReadTextAsync(text));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static async Task<ReplayScript> ReadTextAsync(string text)
    {
        var file = new FileInfo(Path.Combine(Path.GetTempPath(), $"citymap-replay-{Guid.CreateVersion7():N}"));
        try
        {
            await File.WriteAllTextAsync(file.FullName, text, TestContext.Current.CancellationToken);
            return ReplayScript.From(await ReplayFile.ReadAsync(file, TestContext.Current.CancellationToken), new(), null);
        }
        finally
        {
            file.Delete();
        }
    }

    private static async Task<ReplayScript> ReadAsync(string file, TimeZoneInfo? zone) =>
        ReplayScript.From(await ReplayFile.ReadAsync(TestFiles.File(file), TestContext.Current.CancellationToken), new(), zone);
}
