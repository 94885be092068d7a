using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityMap.Server.Tests.Outages;

namespace CityMap.Server.Tests.Nodes;

/// <summary>Two servers, two processes, one database.</summary>
public sealed class TwoNodesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_servers_are_one_city_and_the_one_that_is_left_goes_on_when_the_other_is_killed()
    {
        await using var database = await TestDatabase.StartAsync();
        using var one = await Node.StartAsync(database, "one", "--cluster", "langson");
        using var two = await Node.StartAsync(database, "two", "--cluster", "langson");
        await one.ImportDistrictsAsync();
        await two.KnowsDistrictsAsync();
        await HearOfEachOtherAsync(one, two);
        await HearOfEachOtherAsync(two, one);
        var ids = await KeepVersionsStraightAsync(one, two);
        await one.CountsAsTheDatabaseDoesAsync(database);
        await two.CountsAsTheDatabaseDoesAsync(database);

        await one.Program.KillAsync();
        foreach (var id in ids)
        {
            await TakeOverAsync(two, id);
        }

        var reported = await two.ReportAsync("Sau khi một máy chủ chết", "after", district: 1);
        Assert.Equal(reported, await two.ReportAsync("Sau khi một máy chủ chết", "after", district: 1));
        await two.CountsAsTheDatabaseDoesAsync(database);
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) - count(DISTINCT (stream, version)) FROM citymap_store.journal"));
    }

    private static async Task HearOfEachOtherAsync(Node teller, Node hearer)
    {
        await using var feed = await hearer.ListenAsync();
        await feed.NextAsync("hello");
        var id = await teller.ReportAsync("Nghe thấy ở máy kia");
        while (await feed.NextAsync() is var told && (told!.Name != "feature" || told.FeatureId != id)) Assert.NotNull(told);
        Assert.Equal(id, (await hearer.GetAsync($"/api/incidents/{id}")).GetProperty("id").GetString());
    }

    // Ten incidents, so that grains live on either node.
    private static async Task<List<string>> KeepVersionsStraightAsync(Node one, Node two)
    {
        var ids = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            var (here, there) = i % 2 == 0 ? (one, two) : (two, one);
            var id = await here.ReportAsync($"Việc {i}", district: i % 2);
            var path = $"/api/incidents/{id}/commands";
            ids.Add(id);
            Assert.Equal(2, (await there.DoAsync(path, """{"command":"receive","expectedVersion":1}""")).GetProperty("version").GetInt64());
            using var stale = await here.PostAsync(path, """{"command":"reject","reason":"trùng","expectedVersion":1}""");
            var problem = await stale.Content.ReadFromJsonAsync<JsonElement>(Stop);
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
            Assert.Equal("version_conflict", problem.GetProperty("code").GetString());
            Assert.Equal("2", problem.GetProperty("expected").GetString());

            var both = await Task.WhenAll(
                here.PostAsync(path, """{"command":"assign","agency":"Đội 1","expectedVersion":2}"""),
                there.PostAsync(path, """{"command":"assign","agency":"Đội 2","expectedVersion":2}"""));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], both.Select(answer => answer.StatusCode).Order());
            await here.DoAsync(path, """{"command":"start","expectedVersion":3}""", $"start-{id}");
        }

        return ids;
    }

    // What the dead node had acknowledged is answered again under its key; the next command goes on from there.
    private static async Task TakeOverAsync(Node survivor, string id)
    {
        var path = $"/api/incidents/{id}/commands";
        var repeated = await UntilAnsweredAsync(survivor, path, """{"command":"start","expectedVersion":3}""", $"start-{id}");
        Assert.Equal(4, repeated.GetProperty("version").GetInt64());
        var next = await UntilAnsweredAsync(survivor, path, """{"command":"correct","title":"Máy còn lại","expectedVersion":4}""", $"correct-{id}");
        Assert.Equal(5, next.GetProperty("version").GetInt64());
        Assert.Equal(5, (await survivor.GetAsync($"/api/incidents/{id}/history")).GetProperty("items").GetArrayLength());
    }

    // Until the dead node is missed, its incidents answer 503 and nothing else.
    private static async Task<JsonElement> UntilAnsweredAsync(Node survivor, string path, string body, string key)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            using var response = await survivor.PostAsync(path, body, key);
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>(limit.Token);
            if (response.StatusCode == HttpStatusCode.OK) return answer;
            Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, answer.ToString());
        }
    }
}
