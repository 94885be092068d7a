using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityMap.Server.Tests.Live;

namespace CityMap.Server.Tests.Outages;

/// <summary>The database goes away and comes back under a server that keeps running.</summary>
public sealed class DatabaseOutageTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(8);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData]
    [InlineData("--cluster", "langson")]
    public async Task While_the_database_is_away_the_server_says_so_and_when_it_is_back_everything_works_again(params string[] options)
    {
        await using var database = await TestDatabase.StartAsync();
        using var server = await Node.StartAsync(database, "server", options);
        await server.ImportDistrictsAsync();
        var quiet = await server.ReportAsync("Chưa ai xử lý");
        var busy = await server.ReportAsync("Đang xử lý", district: 1);
        await server.DoAsync($"/api/incidents/{busy}/commands", """{"command":"receive"}""");
        var tile = await TileAsync(server, "incidents");
        var ground = await TileAsync(server, "districts");
        await using var listener = await server.ListenAsync();
        await listener.NextAsync("hello");

        await database.CrashAsync();
        await IsRefusedAsync(() => server.PostAsync("/api/incidents", Node.Report("Khi mất kết nối"), "k-1"));
        await IsRefusedAsync(() => server.PostAsync($"/api/incidents/{quiet}/commands", """{"command":"receive"}""", "k-2"));
        await IsRefusedAsync(() => server.PostAsync($"/api/incidents/{busy}/commands", """{"command":"assign","agency":"Đội 1"}""", "k-3"));
        await IsRefusedAsync(() => server.Client.PostAsync("/api/imports?layer=lamps", new StringContent("id,lon,lat\n1,106.7,21.8\n"), Stop));
        foreach (var path in (string[])["/api/incidents", $"/api/incidents/{busy}", $"/api/incidents/{busy}/history", "/api/incidents/counts?by=state",
            "/api/districts", "/api/districts/01@2025", "/api/facilities", "/api/layers", "/api/info", "/health/ready"])
        {
            await IsRefusedAsync(() => server.Client.GetAsync(path, Stop));
        }

        Assert.True((await server.Client.GetAsync("/health/live", Stop)).IsSuccessStatusCode);
        Assert.Equal(tile, await TileAsync(server, "incidents"));
        Assert.Equal(ground, await TileAsync(server, "districts"));
        await using var latecomer = await server.ListenAsync();
        await latecomer.NextAsync("hello");

        await database.ComeBackAsync();
        var back = Stopwatch.StartNew();
        while (!(await server.Client.GetAsync("/health/ready", Stop)).IsSuccessStatusCode) Assert.True(back.Elapsed < _patience);
        var late = await server.ReportAsync("Khi mất kết nối", "k-1");
        Assert.Equal(late, await server.ReportAsync("Khi mất kết nối", "k-1"));
        await server.DoAsync($"/api/incidents/{quiet}/commands", """{"command":"receive"}""", "k-2");
        await server.DoAsync($"/api/incidents/{busy}/commands", """{"command":"assign","agency":"Đội 1"}""", "k-3");
        await server.DoAsync("/api/imports?layer=lamps", "id,lon,lat\n1,106.7,21.8\n");
        foreach (var stream in (SseClient[])[listener, latecomer])
        {
            while ((await stream.NextAsync()) is var told && (told!.Name != "feature" || told.FeatureId != late)) Assert.NotNull(told);
        }

        Assert.True(back.Elapsed < _patience, $"It took {back.Elapsed}.");
        Assert.Equal(3, (await server.GetAsync("/api/incidents")).GetProperty("numberMatched").GetInt64());
        Assert.Equal(3, await database.ScalarAsync<long>("SELECT count(*) FROM citymap.incidents"));
        await server.CountsAsTheDatabaseDoesAsync(database);
        LogsTheOutageOnce(server);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_stored_twice_when_the_database_crashes_under_reports()
    {
        await using var database = await TestDatabase.StartAsync();
        using var server = await Node.StartAsync(database, "server");
        await server.ImportDistrictsAsync();
        var acknowledged = new ConcurrentDictionary<string, string>();
        using var done = new CancellationTokenSource();
        var reporting = Enumerable.Range(0, 6).Select(caller => ReportAgainAndAgainAsync(server, caller, acknowledged, done.Token)).ToList();
        for (var round = 0; round < 3; round++)
        {
            var before = acknowledged.Count;
            await Until.TrueAsync(() => acknowledged.Count > before + 100);
            await database.CrashAsync();
            await database.ComeBackAsync();
        }

        var last = acknowledged.Count;
        await Until.TrueAsync(() => acknowledged.Count > last + 100);
        await done.CancelAsync();
        await Task.WhenAll(reporting);

        Assert.Equal(acknowledged.Count, acknowledged.Values.Distinct().Count());
        Assert.Equal(acknowledged.Count, await database.ScalarAsync<long>("SELECT count(*) FROM citymap.incidents"));
        Assert.Equal(acknowledged.Count, (await server.GetAsync("/api/incidents?limit=1")).GetProperty("numberMatched").GetInt64());
        foreach (var (key, id) in acknowledged.Take(20)) Assert.Equal(id, await server.ReportAsync(key, key, District(key)));
        Assert.Equal(acknowledged.Count, await database.ScalarAsync<long>("SELECT count(*) FROM citymap.incidents"));
        await server.CountsAsTheDatabaseDoesAsync(database);
    }

    // The beginning and the end, however long it lasts and however much is asked meanwhile.
    private static void LogsTheOutageOnce(Node server)
    {
        var log = server.Program.Errors;
        Assert.DoesNotContain(log, line => line.Contains("fail:", StringComparison.Ordinal));
        foreach (var what in (string[])["JournalWriter[1]", "JournalWriter[3]", "JournalWriter[13]", "JournalFollower[6]", "JournalFollower[12]", "FeedSequencer[42]", "FeedSequencer[46]"])
        {
            Assert.Single(log, line => line.Contains(what, StringComparison.Ordinal));
        }
    }

    // Repeats each report with its key until it is acknowledged, as a client should.
    private static async Task ReportAgainAndAgainAsync(Node server, int caller, ConcurrentDictionary<string, string> acknowledged, CancellationToken done)
    {
        for (var i = 0; !done.IsCancellationRequested; i++)
        {
            var key = $"{caller}-{i}";
            while (true)
            {
                using var response = await server.PostAsync("/api/incidents", Node.Report(key, District(key)), key);
                var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
                if (response.StatusCode == HttpStatusCode.Created)
                {
                    Assert.True(acknowledged.TryAdd(key, answer.GetProperty("id").GetString()!));
                    break;
                }

                Assert.Equal("store_unavailable", answer.GetProperty("code").GetString());
            }
        }
    }

    private static int District(string key) => (key[0] - '0') % 2;

    private static async Task<byte[]> TileAsync(Node server, string layer) => await server.Client.GetByteArrayAsync($"/tiles/{layer}/10/815/448.mvt", Stop);

    private static async Task IsRefusedAsync(Func<Task<HttpResponseMessage>> ask)
    {
        var clock = Stopwatch.StartNew();
        using var response = await ask();
        var what = $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.PathAndQuery}: {await response.Content.ReadAsStringAsync(Stop)}";
        Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, what);
        Assert.True(clock.Elapsed < _patience, $"{what} took {clock.Elapsed}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("store_unavailable", (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("code").GetString());
        Assert.NotNull(response.Headers.RetryAfter);
    }
}
