using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>One command for many incidents is decided for each by itself.</summary>
public sealed class BulkTests(City city) : IClassFixture<City>
{
    private async Task<JsonElement> SendAsync(string body, HttpStatusCode expected = HttpStatusCode.OK, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/incidents/commands") { Content = City.Json(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await city.Client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<string> NewAsync() => (await city.ReportAsync()).GetProperty("id").GetString()!;

    private static string Items(params (string Id, int Version)[] items) =>
        "[" + string.Join(',', items.Select(item => $$"""{"id":"{{item.Id}}","expectedVersion":{{item.Version}}}""")) + "]";

    [Fact]
    public async Task Each_incident_is_answered_in_the_order_given_and_a_refused_one_stops_no_other()
    {
        var (first, moved, last) = (await NewAsync(), await NewAsync(), await NewAsync());
        using var other = await city.CommandAsync(moved, """{"command":"acknowledge","expectedVersion":1}""");
        var nowhere = "0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f";

        var answer = await SendAsync($$"""{"command":"receive","items":{{Items((first, 1), (moved, 1), (nowhere, 1), (last, 1))}}}""");

        Assert.Equal(2, answer.GetProperty("done").GetInt32());
        var items = answer.GetProperty("items");
        Assert.Equal([first, moved, nowhere, last], items.EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal("Received", items[0].GetProperty("incident").GetProperty("state").GetString());
        Assert.Equal("version_conflict", items[1].GetProperty("problem").GetProperty("code").GetString());
        Assert.True(items[1].GetProperty("problem").GetProperty("current").GetProperty("acknowledged").GetBoolean());
        Assert.Equal("not_found", items[2].GetProperty("problem").GetProperty("code").GetString());
        Assert.True(items[3].GetProperty("done").GetBoolean());
    }

    [Fact]
    public async Task The_same_key_again_gives_the_first_answers_and_changes_nothing()
    {
        var id = await NewAsync();
        var body = $$"""{"command":"assign","agency":"Đội 1","items":{{Items((id, 2))}}}""";
        using var received = await city.CommandAsync(id, """{"command":"receive","expectedVersion":1}""");
        await SendAsync(body, key: "bulk-1");
        var again = await SendAsync(body, key: "bulk-1");

        Assert.Equal(1, again.GetProperty("done").GetInt32());
        Assert.Equal(3, (await city.GetAsync($"/api/incidents/{id}")).GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("""{"command":"move","items":[]}""", "unknown_command")]
    [InlineData("""{"command":"receive","items":[]}""", "number_out_of_range")]
    [InlineData("""{"command":"receive"}""", "missing_member")]
    [InlineData("""{"command":"assign","items":[{"id":"0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f","expectedVersion":1}]}""", "missing_member")]
    [InlineData("""{"command":"receive","items":[{"id":"0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f"}]}""", "missing_member")]
    [InlineData("""{"command":"receive","items":[{"id":"x","expectedVersion":1}]}""", "id_malformed")]
    [InlineData("""{"command":"receive","agency":"x","items":[]}""", "unknown_member")]
    public async Task A_body_that_is_none_is_refused_whole(string body, string code) =>
        Assert.Equal(code, (await SendAsync(body, HttpStatusCode.BadRequest)).GetProperty("code").GetString());
}
