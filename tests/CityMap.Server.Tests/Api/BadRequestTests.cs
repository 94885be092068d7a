using System.Net;

namespace CityMap.Server.Tests.Api;

/// <summary>Every bad address, parameter and header gets a named problem; never a 500.</summary>
public sealed class BadRequestTests(City city) : IClassFixture<City>
{
    public static TheoryData<string, int, string, string?> Addresses => new()
    {
        { "/api/incidents?colour=red", 400, "unknown_parameter", "colour" },
        { "/api/incidents?Types=BUS", 400, "unknown_parameter", "Types" },
        { "/api/incidents?limit=0", 400, "invalid_parameter", "limit" },
        { "/api/incidents?limit=many", 400, "invalid_parameter", "limit" },
        { "/api/incidents?limit=5&limit=6", 400, "repeated_parameter", "limit" },
        { "/api/incidents?types=LAMP", 400, "invalid_parameter", "types" },
        { "/api/incidents?states=open", 400, "invalid_parameter", "states" },
        { "/api/incidents?severities=9", 400, "invalid_parameter", "severities" },
        { "/api/incidents?open=yes", 400, "invalid_parameter", "open" },
        { "/api/incidents?sort=title", 400, "invalid_parameter", "sort" },
        { "/api/incidents?asOf=yesterday", 400, "invalid_parameter", "asOf" },
        { "/api/incidents?asOf=2026-11-23T14:05:00", 400, "invalid_parameter", "asOf" },
        { "/api/incidents?bbox=106,21,107", 400, "invalid_box", "bbox" },
        { "/api/incidents?bbox=NaN,21,107,22", 400, "invalid_box", "bbox" },
        { "/api/incidents?bbox=106,22,107,21", 400, "invalid_box", "bbox" },
        { "/api/incidents?bbox=21,106,22,107", 400, "invalid_box", "bbox" },
        { "/api/incidents?q=a%00b", 400, "text_malformed", "q" },
        { "/api/incidents?after=elsewhere", 400, "bad_query", null },
        { "/api/incidents/counts?by=title", 400, "invalid_parameter", "by" },
        { "/nope", 404, "not_found", null },
        { "/api/incidents/no-such-id", 404, "not_found", "id" },
        { "/api/incidents/0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f", 404, "not_found", "id" },
        { "/api/incidents/0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f/history", 404, "not_found", "id" },
        { "/api/incidents/a%2Fb", 404, "not_found", "id" },
        { "/api/incidents/a/b/c", 404, "not_found", null },
        { "/api/facilities/nowhere", 404, "not_found", "id" },
        { "/api/facilities/a%2Fb", 400, "id_malformed", "id" },
        { "/api/facilities?kinds=castle", 400, "invalid_parameter", "kinds" },
        { "/api/facilities/PUMP-01/readings?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", 400, "invalid_parameter", "from" },
        { "/api/districts/nowhere", 404, "not_found", "id" },
        { "/api/districts/nowhere/changes", 400, "invalid_parameter", "since" },
        { "/api/lookup?lon=106.76", 400, "invalid_parameter", "lat" },
        { "/api/lookup?lon=21.85&lat=106.76", 400, "coordinates_swapped", "lat" },
        { "/api/lookup?lon=Infinity&lat=0", 400, "invalid_parameter", "lon" },
        { "/api/search", 400, "invalid_parameter", "q" },
        { "/api/search?q=den&limit=1000", 400, "invalid_parameter", "limit" },
        { "/api/search?q=den&lang=fr", 400, "invalid_parameter", "lang" },
        { "/api/search?q=den&kind=street", 400, "unknown_parameter", "kind" },
        { "/api/info?verbose=1", 400, "unknown_parameter", "verbose" },
        { "/api/layers?x=", 400, "unknown_parameter", "x" },
        { "/api/maps.gif", 404, "not_found", "format" },
        { "/api/maps.png?size=A0&dpi=600", 400, "map_too_large", "dpi" },
        { "/api/maps.png?size=100000x100000", 400, "invalid_parameter", "size" },
        { "/api/maps.png?dpi=100000", 400, "invalid_parameter", "dpi" },
        { "/api/maps.pdf?district=nowhere", 404, "not_found", "district" },
        { "/api/maps.pdf?incident=42", 400, "invalid_parameter", "incident" },
        { "/api/maps.pdf?incident=0198f2c4-7d1e-7a3b-9c55-0a1b2c3d4e5f", 404, "not_found", "id" },
        { "/api/maps.png?bbox=106,21,107,22&incident=42", 400, "invalid_parameter", "district" },
        { "/api/maps.png?theme=pink", 400, "invalid_parameter", "theme" },
        { "/api/maps/atlas.pdf?scale=5000", 400, "unknown_parameter", "scale" },
        { "/api/nowhere", 404, "not_found", null },
        { "/assets/nowhere.js", 404, "not_found", null },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_bad_address_is_refused_with_what_is_wrong(string address, int status, string code, string? field)
    {
        using var response = await city.Client.GetAsync(address);
        await BadBodyTests.HasProblemAsync(response, status, code, field);
    }

    [Fact]
    public async Task An_unknown_parameter_is_answered_with_the_known_ones()
    {
        using var response = await city.Client.GetAsync("/api/incidents?type=BUS");
        var problem = await BadBodyTests.HasProblemAsync(response, 400, "unknown_parameter", "type");
        Assert.Contains("types", problem.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task A_swapped_box_is_answered_with_did_you_mean()
    {
        using var response = await city.Client.GetAsync("/api/incidents?bbox=21,106,22,107");
        var problem = await BadBodyTests.HasProblemAsync(response, 400, "invalid_box", "bbox");
        Assert.Contains("did you mean", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_is_not_possible_is_named_with_those_that_are()
    {
        using var response = await city.Client.DeleteAsync("/api/incidents");
        var problem = await BadBodyTests.HasProblemAsync(response, 405, "method_not_allowed", null);
        Assert.Contains("POST", problem.GetProperty("allowed").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/info") { Headers = { Host = "evil.example" } };
        using var response = await city.Client.SendAsync(request);
        await BadBodyTests.HasProblemAsync(response, 421, "wrong_host", "Host");
    }

    [Fact]
    public async Task A_change_from_another_page_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/incidents") { Content = City.Json(City.Report()) };
        request.Headers.Add("Origin", "https://evil.example");
        using var response = await city.Client.SendAsync(request);
        await BadBodyTests.HasProblemAsync(response, 403, "forbidden", "Origin");
    }

    [Fact]
    public async Task Maintenance_takes_the_key_of_the_data_folder()
    {
        using var response = await city.Client.PostAsync("/api/maintenance/backup", City.Json("""{"file":"/tmp/never"}"""));
        await BadBodyTests.HasProblemAsync(response, 403, "forbidden", "Authorization");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
