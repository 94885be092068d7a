using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Ogc;

/// <summary>What the tests of editing share: a layer of two wells, and a hand that sends.</summary>
public abstract class EditingStory(City city)
{
    protected const string One = """{"type":"Feature","geometry":{"type":"Point","coordinates":[106.75,21.85]},"properties":{"name":"Giếng mới","depth":7}}""";
    protected const string Patch = "application/merge-patch+json";

    private const string Wells =
        """{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[106.7,21.8]},"properties":{"name":"Giếng 1","depth":4,"flow":1.5,"open":true,"seen_at":"2026-03-01T00:00:00Z"}},{"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":[106.8,21.9]},"properties":{"name":"Giếng 2","depth":9,"flow":2.5,"open":false,"seen_at":"2026-03-02T00:00:00Z"}}]}""";

    protected City City { get; } = city;

    protected async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? body, string? tag = null, string type = "application/geo+json", string layer = "wells", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/ogc/collections/{layer}/items{path}");
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await City.Client.SendAsync(request);
    }

    protected async Task<string> TagAsync(string id)
    {
        using var answer = await City.Client.GetAsync($"/ogc/collections/wells/items/{id}");
        return answer.Headers.ETag!.ToString();
    }

    protected async Task<long> VersionAsync() =>
        (await City.GetAsync("/api/layers")).GetProperty("items").EnumerateArray().Single(l => l.GetProperty("id").GetString() == "wells").GetProperty("version").GetInt64();

    protected static JsonElement Of(JsonElement feature, string property) => feature.GetProperty("properties").GetProperty(property);

    protected static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    protected static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer, int status, string code, string? field)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        if (field is not null) Assert.StartsWith(field, problem.GetProperty("field").GetString(), StringComparison.Ordinal);
        return problem;
    }

    protected async Task ImportAsync()
    {
        using var file = new StringContent(Wells, Encoding.UTF8, "application/geo+json");
        using var answer = await City.Client.PostAsync("/api/imports?layer=wells&mode=replace", file);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
