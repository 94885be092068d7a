using System.Net;
using System.Text;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Ogc;

/// <summary>Edits that are refused, by name and without a trace.</summary>
public sealed class EditingRefusalTests(City city) : EditingStory(city), IClassFixture<City>
{
    [Fact]
    public async Task Without_a_version_nothing_is_changed_and_with_an_old_one_neither()
    {
        await ImportAsync();
        var tag = await TagAsync("a");
        using (await SendAsync(HttpMethod.Patch, "/a", """{"properties":{"depth":5}}""", tag, Patch))
        {
        }

        foreach (var (method, body, type) in ((HttpMethod, string?, string)[])[(HttpMethod.Put, One, "application/geo+json"), (HttpMethod.Patch, "{}", Patch), (HttpMethod.Delete, null, "")])
        {
            using var without = await SendAsync(method, "/a", body, null, type);
            await ProblemAsync(without, 428, "precondition_required", "If-Match");
            using var weak = await SendAsync(method, "/a", body, "W/" + tag, type);
            await ProblemAsync(weak, 412, "precondition_failed", "If-Match");
            using var stale = await SendAsync(method, "/a", body, tag, type);
            var problem = await ProblemAsync(stale, 412, "precondition_failed", "If-Match");
            Assert.Equal(5, Of(problem.GetProperty("current"), "depth").GetInt32());
        }

        using var nowhere = await SendAsync(HttpMethod.Put, "/nobody", One, tag);
        await ProblemAsync(nowhere, 412, "precondition_failed", "If-Match");
        using var nothing = await SendAsync(HttpMethod.Put, "/nobody", One);
        await ProblemAsync(nothing, 404, "not_found", null);
        using var whatever = await SendAsync(HttpMethod.Patch, "/a", """{"properties":{"depth":6}}""", "*", Patch);
        Assert.Equal(HttpStatusCode.OK, whatever.StatusCode);
    }

    [Theory]
    [InlineData("""{"type":"Feature","geometry":{"type":"LineString","coordinates":[[106,21],[107,22]]},"properties":null}""", "geometry_kind", "geometry")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[21.8,106.7]},"properties":null}""", "coordinates_swapped", "geometry.lat")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[106.7]},"properties":null}""", "invalid_value", "geometry.coordinates")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[]},"properties":null}""", "invalid_value", "geometry.coordinates")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"nobody":1}}""", "unknown_member", "properties.nobody")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"depth":"deep"}}""", "invalid_value", "properties.depth")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"depth":1.5}}""", "invalid_value", "properties.depth")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"flow":1e999}}""", "invalid_value", "properties.flow")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"open":"yes"}}""", "invalid_value", "properties.open")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"seen_at":"yesterday"}}""", "invalid_value", "properties.seen_at")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name":"\ud800"}}""", "text_malformed", "properties.name")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":{"name":7}}""", "invalid_value", "properties.name")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":[]}""", "invalid_value", "properties")]
    [InlineData("""{"type":"Feature","id":"a/b","geometry":null,"properties":null}""", "id_malformed", "id")]
    [InlineData("""{"type":"Feature","geometry":null}""", "missing_member", "properties")]
    [InlineData("""{"type":"Feature","properties":null}""", "missing_member", "geometry")]
    [InlineData("""{"geometry":null,"properties":null}""", "missing_member", "type")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "invalid_value", "type")]
    [InlineData("""{"type":"Feature","geometry":null,"properties":null,"colour":"red"}""", "unknown_member", "colour")]
    [InlineData("""{"type":"Feature","type":"Feature","geometry":null,"properties":null}""", "duplicate_member", null)]
    [InlineData("""[]""", "invalid_value", "")]
    [InlineData("""{"type":""", "invalid_json", null)]
    public async Task What_does_not_fit_is_refused_by_name_and_nothing_is_stored(string body, string code, string? field)
    {
        await ImportAsync();
        var layer = await VersionAsync();
        using var answer = await SendAsync(HttpMethod.Post, "", body);

        await ProblemAsync(answer, 400, code, field);
        Assert.Equal(layer, await VersionAsync());
    }

    [Fact]
    public async Task A_coordinate_system_that_is_not_offered_and_a_type_that_is_not_read_are_refused()
    {
        await ImportAsync();
        using var crs = await SendAsync(HttpMethod.Post, "", One, headers: ("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/1>"));
        await ProblemAsync(crs, 400, "invalid_value", "Content-Crs");
        using var xml = await SendAsync(HttpMethod.Post, "", One, type: "text/xml");
        await ProblemAsync(xml, 415, "unsupported_media_type", "Content-Type");
        using var patch = await SendAsync(HttpMethod.Patch, "/a", "{}", await TagAsync("a"), "application/json");
        await ProblemAsync(patch, 415, "unsupported_media_type", "Content-Type");
        using var query = await City.Client.PostAsync("/ogc/collections/wells/items?draft=1", new StringContent(One, Encoding.UTF8, "application/geo+json"));
        await ProblemAsync(query, 400, "unknown_parameter", "draft");
    }

    [Theory]
    [InlineData("incidents")]
    [InlineData("facilities")]
    [InlineData("districts")]
    public async Task What_has_other_doors_is_not_changed_through_this_one(string layer)
    {
        await DistrictsAsync();
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Post, ""), (HttpMethod.Put, "/1"), (HttpMethod.Patch, "/1"), (HttpMethod.Delete, "/1")])
        {
            using var answer = await SendAsync(method, path, One, layer: layer);
            await ProblemAsync(answer, 405, "method_not_allowed", null);
            Assert.Equal(["GET", "HEAD", "OPTIONS"], answer.Content.Headers.Allow.Order());
        }
    }

    private async Task DistrictsAsync()
    {
        const string Districts = """{"type":"FeatureCollection","features":[{"type":"Feature","id":"1","geometry":{"type":"Polygon","coordinates":[[[106,21],[107,21],[107,22],[106,22],[106,21]]]},"properties":{"code":"1","name_vi":"Phường","edition":"2025","valid_from":"2025-07-01"}}]}""";
        using var file = new StringContent(Districts, Encoding.UTF8, "application/geo+json");
        using var answer = await City.Client.PostAsync("/api/imports?layer=districts&mode=replace", file);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
