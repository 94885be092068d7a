using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>Every bad body gets a named problem that says where, why and what would be right; never a 500.</summary>
public sealed class BadBodyTests(City city) : IClassFixture<City>
{
    private const string Position = "\"position\":{\"lon\":106.76,\"lat\":21.85}";
    private const string Start = "{\"type\":\"LIGHT\",\"title\":\"Đèn\",\"severity\":3,";

    public static TheoryData<string, string, int, string, string?> Reports => new()
    {
        { "no JSON", "Đèn hỏng", 400, "invalid_json", null },
        { "nothing", "", 400, "invalid_json", null },
        { "a list", "[]", 400, "invalid_json", null },
        { "cut off", Start, 400, "invalid_json", null },
        { "something after the end", City.Report() + "{}", 400, "invalid_json", null },
        { "too deep", new string('[', 200), 400, "invalid_json", null },
        { "an unknown member", Start + Position + ",\"colour\":\"red\"}", 400, "unknown_member", "colour" },
        { "an unknown member inside", Start + "\"position\":{\"lon\":1,\"lat\":2,\"alt\":3}}", 400, "unknown_member", "position.alt" },
        { "a member twice", Start + Position + ",\"title\":\"Lại\"}", 400, "duplicate_member", "title" },
        { "no position", "{\"type\":\"LIGHT\",\"title\":\"Đèn\",\"severity\":3}", 400, "missing_member", "position" },
        { "no latitude", Start + "\"position\":{\"lon\":106.76}}", 400, "missing_member", "position.lat" },
        { "a position of text", Start + "\"position\":\"106.76,21.85\"}", 400, "invalid_value", "position" },
        { "a longitude of text", Start + "\"position\":{\"lon\":\"106.76\",\"lat\":21.85}}", 400, "invalid_value", "position.lon" },
        { "swapped coordinates", City.Report(lon: 21.85, lat: 106.76), 400, "coordinates_swapped", "position.lat" },
        { "a longitude out of range", City.Report(lon: 190), 400, "coordinate_out_of_range", "position.lon" },
        { "a latitude out of range", City.Report(lat: -91), 400, "coordinate_out_of_range", "position.lat" },
        { "an infinite longitude", Start + "\"position\":{\"lon\":1e999,\"lat\":21.85}}", 400, "coordinate_out_of_range", "position.lon" },
        { "NaN", Start + "\"position\":{\"lon\":NaN,\"lat\":21.85}}", 400, "invalid_json", null },
        { "an unknown type", City.Report(type: "LAMP"), 400, "unknown_type", "type" },
        { "a type of number", "{\"type\":7,\"title\":\"Đèn\",\"severity\":3," + Position + "}", 400, "invalid_value", "type" },
        { "severity 6", City.Report(severity: 6), 400, "severity_out_of_range", "severity" },
        { "severity 2.5", "{\"type\":\"LIGHT\",\"title\":\"Đèn\",\"severity\":2.5," + Position + "}", 400, "invalid_value", "severity" },
        { "a blank title", City.Report("   "), 400, "text_missing", "title" },
        { "a long title", City.Report(new string('x', 201)), 400, "text_too_long", "title" },
        { "NUL", City.Report("a\\u0000b"), 400, "text_malformed", "title" },
        { "half a character", City.Report("a\\ud800b"), 400, "text_malformed", "title" },
        { "half a character in a name", Start + Position + ",\"a\\ud800\":1}", 400, "text_malformed", null },
        { "a control character", City.Report("a\\u0007b"), 400, "text_malformed", "title" },
        { "a time without zone", Start + Position + ",\"occurredAt\":\"2026-11-23T14:05:00\"}", 400, "invalid_value", "occurredAt" },
        { "a time in the future", Start + Position + ",\"occurredAt\":\"2126-11-23T14:05:00Z\"}", 400, "occurred_in_future", "occurredAt" },
        { "a footprint that is a point", Start + Position + ",\"footprint\":{\"type\":\"Point\",\"coordinates\":[106,21]}}", 400, "footprint_invalid", "footprint" },
        { "an open ring", Start + Position + ",\"footprint\":{\"type\":\"Polygon\",\"coordinates\":[[[106,21],[107,21],[107,22]]]}}", 400, "footprint_invalid", "footprint.coordinates[0]" },
        { "a footprint of text", Start + Position + ",\"footprint\":\"here\"}", 400, "footprint_invalid", "footprint" },
        { "an unknown facility", Start + Position + ",\"facility\":\"NOWHERE\"}", 422, "unknown_facility", "facility" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_bad_report_is_refused_with_what_is_wrong(string what, string body, int status, string code, string? field)
    {
        Assert.NotEmpty(what);
        using var response = await city.Client.PostAsync("/api/incidents", City.Json(body));
        await HasProblemAsync(response, status, code, field);
    }

    [Fact]
    public async Task A_position_written_as_a_list_is_told_how_it_is_written()
    {
        using var response = await city.Client.PostAsync("/api/incidents", City.Json(Start + "\"position\":[106.76,21.85]}"));
        var problem = await HasProblemAsync(response, 400, "invalid_value", "position");
        Assert.Equal("a JSON object with lon, lat", problem.GetProperty("expected").GetString());
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("{\"type\":\"LIGHT\",\"title\":\"a"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\",\"severity\":3," + Position + "}")];
        var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await city.Client.PostAsync("/api/incidents", content);
        await HasProblemAsync(response, 400, "text_malformed", "title");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public async Task A_packed_body_is_refused_by_its_coding(string coding)
    {
        var content = City.Json(City.Report());
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        using var response = await city.Client.PostAsync("/api/incidents", content);
        await HasProblemAsync(response, 415, "unsupported_coding", "Content-Encoding");
        Assert.Equal("identity", Assert.Single(response.Headers.GetValues("Accept-Encoding")));
    }

    [Fact]
    public async Task A_body_that_says_it_is_not_packed_is_read()
    {
        var content = City.Json(City.Report());
        content.Headers.TryAddWithoutValidation("Content-Encoding", "identity");
        using var response = await city.Client.PostAsync("/api/incidents", content);
        Assert.Equal(System.Net.HttpStatusCode.Created, response.StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_content_type_is_refused(string type)
    {
        var content = new StringContent(City.Report());
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await city.Client.PostAsync("/api/incidents", content);
        await HasProblemAsync(response, 415, "unsupported_media_type", "Content-Type");
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        // Asked before it is sent, it is not sent.
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) });
        using var request = new HttpRequestMessage(HttpMethod.Post, city.Address + "/api/incidents")
        {
            Content = City.Json(City.Report(new string('x', 2_000_000))),
            Headers = { ExpectContinue = true },
        };
        using var response = await patient.SendAsync(request);
        await HasProblemAsync(response, 413, "body_too_large", null);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await city.ReportAsync(City.Report("Một"), ("Idempotency-Key", "k-2"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/incidents") { Content = City.Json(City.Report("Hai")) };
        request.Headers.Add("Idempotency-Key", "k-2");
        using var response = await city.Client.SendAsync(request);
        await HasProblemAsync(response, 422, "idempotency_key_reused", null);
    }

    [Theory]
    [InlineData("%ZZ")]
    [InlineData("%C3%28")]
    [InlineData("a%00b")]
    public async Task A_name_that_is_no_text_is_refused(string actor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/incidents") { Content = City.Json(City.Report()) };
        request.Headers.TryAddWithoutValidation("X-Actor", actor);
        using var response = await city.Client.SendAsync(request);
        await HasProblemAsync(response, 400, "text_malformed", "X-Actor");
    }

    public static TheoryData<string, int, string, string?> Commands => new()
    {
        { """{"command":"fly"}""", 400, "unknown_command", "command" },
        { """{"expectedVersion":1}""", 400, "missing_member", "command" },
        { """{"command":"receive","agency":"x"}""", 400, "unknown_member", "agency" },
        { """{"command":"receive","command":"start"}""", 400, "duplicate_member", "command" },
        { """{"command":"reject"}""", 400, "missing_member", "reason" },
        { """{"command":"reject","reason":" "}""", 400, "text_missing", "reason" },
        { """{"command":"start"}""", 422, "not_allowed", "command" },
        { """{"command":"receive","expectedVersion":7}""", 409, "version_conflict", "expectedVersion" },
        { """{"command":"receive","expectedVersion":-1}""", 400, "invalid_value", "expectedVersion" },
        { """{"command":"move","position":{"lon":21.85,"lat":106.76}}""", 400, "coordinates_swapped", "position.lat" },
        { """{"command":"linkFacility","facility":"NOWHERE"}""", 422, "unknown_facility", "facility" },
        { """{"command":"correct"}""", 422, "nothing_to_change", null },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_bad_command_is_refused_with_what_is_wrong(string body, int status, string code, string? field)
    {
        var id = (await city.ReportAsync()).GetProperty("id").GetString()!;
        using var response = await city.CommandAsync(id, body);
        var problem = await HasProblemAsync(response, status, code, field);
        if (code == "version_conflict") Assert.Equal(1, problem.GetProperty("current").GetProperty("version").GetInt64());
        if (code == "not_allowed") Assert.Contains("receive", problem.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal(1, (await city.GetAsync($"/api/incidents/{id}")).GetProperty("version").GetInt64());
    }

    internal static async Task<JsonElement> HasProblemAsync(HttpResponseMessage response, int status, string code, string? field)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        if (field is not null) Assert.Equal(field, problem.GetProperty("field").GetString());
        return problem;
    }
}
