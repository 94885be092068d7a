using System.Net;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>An idempotency key belongs to one request: the same key and body for something else is refused, never taken for done.</summary>
public sealed class KeyTests(City city) : IClassFixture<City>
{
    private const string Acknowledge = """{"command":"acknowledge","expectedVersion":1}""";

    [Fact]
    public async Task A_key_of_one_incident_does_nothing_to_another_and_says_so()
    {
        var (one, other) = (await NewAsync(), await NewAsync());
        await DoneAsync(HttpMethod.Post, $"/api/incidents/{one}/commands", Acknowledge, "k-commands");

        await RefusedAsync(HttpMethod.Post, $"/api/incidents/{other}/commands", Acknowledge, "k-commands");

        Assert.False((await city.GetAsync($"/api/incidents/{other}")).GetProperty("acknowledged").GetBoolean());
        await DoneAsync(HttpMethod.Post, $"/api/incidents/{one}/commands", Acknowledge, "k-commands");
    }

    [Fact]
    public async Task A_key_of_one_facility_does_nothing_to_another_and_says_so()
    {
        const string Pump = """{"kind":"pump_station","name":"Trạm bơm","position":{"lon":106.76,"lat":21.85}}""";
        await DoneAsync(HttpMethod.Put, "/api/facilities/K-1", Pump, "k-define");

        await RefusedAsync(HttpMethod.Put, "/api/facilities/K-2", Pump, "k-define");
    }

    [Fact]
    public async Task A_key_of_one_layer_does_nothing_to_another_and_says_so()
    {
        foreach (var layer in (string[])["key_wells", "key_taps"])
        {
            using var made = await city.Client.PostAsync($"/api/imports?layer={layer}", new StringContent("id,lon,lat\n1,106.71,21.81\n", null, "text/csv"));
            Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        }

        await DoneAsync(HttpMethod.Patch, "/api/layers/key_wells", """{"owner":"A"}""", "k-layer");

        await RefusedAsync(HttpMethod.Patch, "/api/layers/key_taps", """{"owner":"A"}""", "k-layer");
    }

    [Fact]
    public async Task A_description_sent_again_with_its_key_is_answered_though_its_version_has_passed()
    {
        using var made = await city.Client.PostAsync("/api/imports?layer=key_lamps", new StringContent("id,lon,lat\n1,106.71,21.81\n", null, "text/csv"));
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        const string Said = """{"owner":"A","expectedVersion":0}""";
        await DoneAsync(HttpMethod.Patch, "/api/layers/key_lamps", Said, "k-again");
        await DoneAsync(HttpMethod.Patch, "/api/layers/key_lamps", """{"licence":"ODbL"}""", "k-other");

        using var again = await SendAsync(HttpMethod.Patch, "/api/layers/key_lamps", Said, "k-again");

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(2, JsonElement.Parse(await again.Content.ReadAsStringAsync()).GetProperty("cardVersion").GetInt64());
    }

    private async Task<string> NewAsync() => (await city.ReportAsync()).GetProperty("id").GetString()!;

    private async Task DoneAsync(HttpMethod method, string path, string body, string key)
    {
        using var answer = await SendAsync(method, path, body, key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task RefusedAsync(HttpMethod method, string path, string body, string key)
    {
        using var answer = await SendAsync(method, path, body, key);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("idempotency_key_reused", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetString());
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = City.Json(body) };
        request.Headers.Add("Idempotency-Key", key);
        return await city.Client.SendAsync(request);
    }
}
