using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>The hand-over log: what was left, what was told, and who took over.</summary>
public sealed class HandoverTests(City city) : IClassFixture<City>
{
    private async Task<JsonElement> SendAsync(string path, string body, HttpStatusCode expected = HttpStatusCode.Created, string? key = null, string actor = "Lan")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = City.Json(body) };
        request.Headers.Add("X-Actor", actor);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await city.Client.SendAsync(request);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<JsonElement> HandOverAsync(string to, string? key = null) => SendAsync("/api/handovers", $$"""{"to":"{{to}}","notes":"Cầu còn ngập"}""", key: key);

    private async Task<long> VersionAsync() => (await city.GetAsync("/api/handovers?limit=1")).GetProperty("version").GetInt64();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    [Fact]
    public async Task What_is_left_is_counted_by_the_server_and_drills_are_not_in_it()
    {
        await HandOverAsync("Minh");
        var before = (await city.GetAsync("/api/handovers/summary")).GetProperty("figures");
        Assert.Equal(0, before.GetProperty("recorded").GetInt64());
        await city.ReportAsync(City.Report(severity: 5));
        var closed = await city.ReportAsync();
        using var rejected = await city.CommandAsync(Text(closed, "id")!, """{"command":"reject","expectedVersion":1,"reason":"Không có thật"}""");
        await city.ReportAsync("""{"type":"LIGHT","title":"Diễn tập","severity":5,"position":{"lon":106.76,"lat":21.85},"exercise":true}""");

        var made = await HandOverAsync("Hoa");
        var figures = made.GetProperty("figures");

        Assert.Equal(("handover", "Lan", "Hoa", "Cầu còn ngập"), (Text(made, "kind"), Text(made, "by"), Text(made, "to"), Text(made, "text")));
        Assert.Equal(before.GetProperty("open").GetInt64() + 1, figures.GetProperty("open").GetInt64());
        Assert.Equal(before.GetProperty("bySeverity").GetProperty("5").GetInt64() + 1, figures.GetProperty("bySeverity").GetProperty("5").GetInt64());
        Assert.Equal((2, 1), (figures.GetProperty("recorded").GetInt64(), figures.GetProperty("resolved").GetInt64()));
    }

    [Fact]
    public async Task Notes_wait_for_the_next_hand_over_and_stay_in_the_log()
    {
        await HandOverAsync("Minh");
        await SendAsync("/api/handovers/notes", """{"text":"Điện lực hẹn 22:00\nGọi lại"}""", actor: "Hoa");

        var waiting = await city.GetAsync("/api/handovers/summary");
        Assert.Equal("Minh", Text(waiting.GetProperty("last"), "to"));
        var note = Assert.Single(waiting.GetProperty("notes").EnumerateArray());
        Assert.Equal(("note", "Hoa", "Điện lực hẹn 22:00\nGọi lại"), (Text(note, "kind"), Text(note, "by"), Text(note, "text")));

        var made = await HandOverAsync("Tú");
        Assert.Empty((await city.GetAsync("/api/handovers/summary")).GetProperty("notes").EnumerateArray());
        var page = await city.GetAsync("/api/handovers?limit=2");
        Assert.Equal(["handover", "note"], page.GetProperty("items").EnumerateArray().Select(line => Text(line, "kind")));
        Assert.Equal(made.GetProperty("version").GetInt64() - 1, page.GetProperty("next").GetInt64());
    }

    [Fact]
    public async Task Of_two_who_hand_over_what_they_read_one_is_told_that_the_other_was_first()
    {
        var version = await VersionAsync();
        string Body(string to) => $$"""{"to":"{{to}}","expectedVersion":{{version}}}""";

        await SendAsync("/api/handovers", Body("Minh"), actor: "Lan");
        var refused = await SendAsync("/api/handovers", Body("Tú"), HttpStatusCode.Conflict, actor: "Hoa");

        Assert.Equal(("version_conflict", (version + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)), (Text(refused, "code"), Text(refused, "expected")));
        Assert.Equal(version + 1, await VersionAsync());
    }

    [Fact]
    public async Task The_same_key_again_hands_over_once_and_another_body_under_it_is_refused()
    {
        var first = await HandOverAsync("Minh", "h-1");
        var again = await HandOverAsync("Minh", "h-1");
        var other = await SendAsync("/api/handovers", """{"to":"Tú"}""", HttpStatusCode.UnprocessableEntity, "h-1");

        Assert.Equal(first.GetProperty("version").GetInt64(), again.GetProperty("version").GetInt64());
        Assert.Equal(first.GetProperty("version").GetInt64(), await VersionAsync());
        Assert.Equal("idempotency_key_reused", Text(other, "code"));
    }

    [Fact]
    public async Task The_log_of_a_moment_ends_there()
    {
        var first = await HandOverAsync("Minh");
        await HandOverAsync("Tú");

        var then = await city.GetAsync($"/api/handovers?asOf={Uri.EscapeDataString(Text(first, "at")!)}");

        Assert.Equal(first.GetProperty("version").GetInt64(), then.GetProperty("items")[0].GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("/api/handovers", """{"notes":"x"}""", "missing_member")]
    [InlineData("/api/handovers", """{"to":"  "}""", "text_missing")]
    [InlineData("/api/handovers", """{"to":"Minh","expectedVersion":-1}""", "invalid_value")]
    [InlineData("/api/handovers", """{"to":"Minh","from":"Lan"}""", "unknown_member")]
    [InlineData("/api/handovers/notes", """{"text":""}""", "text_missing")]
    [InlineData("/api/handovers/notes", """{}""", "missing_member")]
    public async Task A_body_that_is_none_is_refused(string path, string body, string code) =>
        Assert.Equal(code, Text(await SendAsync(path, body, HttpStatusCode.BadRequest), "code"));
}
