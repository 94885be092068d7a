using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>An incident from its report to its close, over HTTP.</summary>
public sealed class WalkTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task A_report_is_answered_with_where_it_is_and_can_be_read_back()
    {
        using var response = await city.Client.PostAsync("/api/incidents", City.Json(City.Report("Đèn đường hỏng")));
        var made = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/incidents/{made.GetProperty("id").GetString()}", response.Headers.Location!.ToString());

        var read = await city.GetAsync(response.Headers.Location.ToString());
        Assert.Equal("Đèn đường hỏng", read.GetProperty("title").GetString());
        Assert.Equal("New", read.GetProperty("state").GetString());
        Assert.Equal(1, read.GetProperty("version").GetInt64());
        Assert.Equal(106.76, read.GetProperty("position").GetProperty("lon").GetDouble());
        Assert.Contains("receive", read.GetProperty("allowed").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task An_incident_lives_from_report_to_close_and_its_history_says_who_did_what()
    {
        var id = (await city.ReportAsync(null, ("X-Actor", "Tr%E1%BB%B1c%20ban"))).GetProperty("id").GetString()!;
        string[] commands =
        [
            """{"command":"receive","expectedVersion":1}""",
            """{"command":"assign","expectedVersion":2,"agency":"Công ty Điện lực"}""",
            """{"command":"start","expectedVersion":3}""",
            """{"command":"claimFix","expectedVersion":4,"note":"Đã thay bóng"}""",
            """{"command":"verifyFix","expectedVersion":5}""",
            """{"expectedVersion":6,"command":"close"}""",
        ];
        foreach (var command in commands)
        {
            using var response = await city.CommandAsync(id, command);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        var closed = await city.GetAsync($"/api/incidents/{id}");
        Assert.Equal("Closed", closed.GetProperty("state").GetString());
        Assert.False(closed.GetProperty("open").GetBoolean());
        var history = (await city.GetAsync($"/api/incidents/{id}/history")).GetProperty("items");
        Assert.Equal(
            ["incident.reported", "incident.received", "incident.assigned", "incident.started", "incident.fix_claimed", "incident.fix_verified", "incident.closed"],
            history.EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal("Trực ban", history[0].GetProperty("actor").GetString());
        Assert.Equal("anonymous", history[1].GetProperty("actor").GetString());
    }

    [Fact]
    public async Task The_list_is_searched_by_words_of_title_description_and_address()
    {
        var made = await city.ReportAsync("""{"type":"OTHER","title":"Việc lạ","description":"Có tiếng động ở Đình Cả","severity":1,"position":{"lon":106.76,"lat":21.85}}""");
        var id = made.GetProperty("id").GetString();

        foreach (var words in new[] { "viec la", "dinh ca tieng", "ĐÌNH lạ" })
        {
            var found = (await city.GetAsync($"/api/incidents?q={Uri.EscapeDataString(words)}")).GetProperty("items");
            Assert.Equal([id], found.EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        }

        Assert.Equal(0, (await city.GetAsync("/api/incidents?q=dinh%20khongco")).GetProperty("numberMatched").GetInt64());
    }

    [Fact]
    public async Task The_same_key_and_body_give_the_first_answer_again()
    {
        var body = City.Report("Một lần thôi");
        var first = await city.ReportAsync(body, ("Idempotency-Key", "k-1"));
        var second = await city.ReportAsync(body, ("Idempotency-Key", "k-1"));
        Assert.Equal(first.GetProperty("id").GetString(), second.GetProperty("id").GetString());
        Assert.Equal(first.GetProperty("sequence").GetInt64(), second.GetProperty("sequence").GetInt64());
    }

    [Fact]
    public async Task The_past_is_shown_as_it_was()
    {
        var made = await city.ReportAsync(City.Report("Hôm qua và hôm nay"));
        var id = made.GetProperty("id").GetString()!;
        var then = Uri.EscapeDataString(made.GetProperty("occurredAt").GetString()!);
        using var corrected = await city.CommandAsync(id, """{"command":"correct","title":"Hôm nay"}""");
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);

        Assert.Equal("Hôm nay", (await city.GetAsync($"/api/incidents/{id}")).GetProperty("title").GetString());
        Assert.Equal("Hôm qua và hôm nay", (await city.GetAsync($"/api/incidents/{id}?asOf={then}")).GetProperty("title").GetString());
        using var before = await city.Client.GetAsync($"/api/incidents/{id}?asOf=2020-01-01T00:00:00Z");
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal(0, (await city.GetAsync("/api/incidents?asOf=2020-01-01T00:00:00Z")).GetProperty("numberMatched").GetInt64());
    }

    [Fact]
    public async Task A_list_pages_through_exactly_what_it_counted()
    {
        for (var i = 0; i < 7; i++) await city.ReportAsync(City.Report($"Trang {i}", "BUS"));
        var (seen, after) = (new List<string>(), "");
        do
        {
            var page = await city.GetAsync($"/api/incidents?types=BUS&limit=3{after}");
            Assert.Equal(7, page.GetProperty("numberMatched").GetInt64());
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString() is { } next ? $"&after={Uri.EscapeDataString(next)}" : "";
        }
        while (after.Length > 0);

        Assert.Equal(7, seen.Distinct().Count());
        var counts = await city.GetAsync("/api/incidents/counts?types=BUS&by=state,severity");
        Assert.Equal(7, counts.GetProperty("total").GetInt64());
        Assert.Equal(7, counts.GetProperty("rows")[0].GetProperty("count").GetInt64());
        Assert.Equal(3, counts.GetProperty("rows")[0].GetProperty("severity").GetInt64());
    }

    [Fact]
    public async Task A_drawn_footprint_is_shown_in_the_list_and_alone()
    {
        const string Line = """{"type":"LineString","coordinates":[[106.7,21.8],[106.71,21.81]]}""";
        var made = await city.ReportAsync(City.Report("Ngập", "WATER").Replace("}}", "},\"footprint\":" + Line + "}", StringComparison.Ordinal));
        Assert.Equal("LineString", made.GetProperty("footprint").GetProperty("type").GetString());
        var item = (await city.GetAsync("/api/incidents?types=WATER")).GetProperty("items")[0];
        Assert.Equal(21.81, item.GetProperty("footprint").GetProperty("coordinates")[1][1].GetDouble());
    }

    [Fact]
    public async Task A_link_and_a_footprint_are_taken_back_by_null_and_the_history_keeps_both()
    {
        using var defined = await city.Client.PutAsync("/api/facilities/PUMP-09", City.Json("""{"kind":"pump_station","name":"Trạm bơm 9","position":{"lon":106.75,"lat":21.85}}"""));
        Assert.Equal(HttpStatusCode.Created, defined.StatusCode);
        var id = (await city.ReportAsync()).GetProperty("id").GetString()!;
        string[] commands =
        [
            """{"command":"linkFacility","facility":"PUMP-09"}""",
            """{"command":"linkFacility","facility":null}""",
            """{"command":"drawFootprint","footprint":{"type":"LineString","coordinates":[[106.7,21.8],[106.71,21.81]]}}""",
            """{"command":"drawFootprint","footprint":null}""",
        ];
        var (linked, drawn) = (new List<JsonValueKind>(), new List<JsonValueKind>());
        foreach (var command in commands)
        {
            using var response = await city.CommandAsync(id, command);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var incident = await city.GetAsync($"/api/incidents/{id}");
            linked.Add(incident.GetProperty("facility").ValueKind);
            drawn.Add(incident.GetProperty("footprint").ValueKind);
        }

        Assert.Equal([JsonValueKind.String, JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null], linked);
        Assert.Equal([JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Object, JsonValueKind.Null], drawn);
        var history = (await city.GetAsync($"/api/incidents/{id}/history")).GetProperty("items");
        Assert.Equal(
            ["incident.reported", "incident.facility_linked", "incident.facility_linked", "incident.footprint_drawn", "incident.footprint_drawn"],
            history.EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        using var again = await city.CommandAsync(id, """{"command":"linkFacility"}""");
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task A_decomposed_title_is_kept_composed()
    {
        var made = await city.ReportAsync(City.Report("Đèn hỏng".Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Equal("Đèn hỏng", made.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_facility_is_defined_measured_and_raises_one_incident()
    {
        using var defined = await city.Client.PutAsync("/api/facilities/PUMP-01", City.Json(
            """
            {"kind":"pump_station","name":"Trạm bơm 1","position":{"lon":106.75,"lat":21.85},
             "limits":[{"quantity":"water_level","max":4.5,"hysteresis":0.2,"incidentType":"WATER","severity":4}]}
            """));
        Assert.Equal(HttpStatusCode.Created, defined.StatusCode);
        using var measured = await city.Client.PostAsync(
            "/api/facilities/PUMP-01/readings", City.Json("""{"items":[{"quantity":"water_level","value":5.1}]}"""));
        var detail = await measured.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, measured.StatusCode);
        Assert.True(detail.GetProperty("inTrouble").GetBoolean());
        Assert.Equal(5.1, detail.GetProperty("readings")[0].GetProperty("value").GetDouble());
        Assert.Single(detail.GetProperty("incidents").EnumerateArray());
    }
}
