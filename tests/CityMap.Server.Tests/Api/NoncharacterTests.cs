using System.Net;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Imports;

namespace CityMap.Server.Tests.Api;

/// <summary>U+FFFE has no canonical form and U+FFFF stands in no document: neither is ever taken, and neither is a fault of the server.</summary>
public sealed class NoncharacterTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData("/api/incidents?q=%EF%BF%BE", 400, "text_malformed", "q")]
    [InlineData("/api/incidents?q=den%EF%BF%BF", 400, "text_malformed", "q")]
    [InlineData("/api/incidents?districts=%EF%BF%BE", 400, "text_malformed", "districts")]
    [InlineData("/api/search?q=%EF%BF%BE", 400, "text_malformed", "q")]
    [InlineData("/api/facilities/%EF%BF%BE", 400, "text_malformed", "id")]
    [InlineData("/api/districts/%EF%BF%BE", 404, "not_found", "id")]
    [InlineData("/api/layers/%EF%BF%BE/classes?field=a", 404, "unknown_layer", null)]
    [InlineData("/tiles/%EF%BF%BE.json", 404, "unknown_layer", null)]
    [InlineData("/ogc/collections/incidents/items/%EF%BF%BE", 404, "not_found", null)]
    [InlineData("/ogc/collections/incidents/items/%EF%BF%BE?asOf=2026-01-01T00:00:00Z", 404, "not_found", null)]
    [InlineData("/ogc/collections/incidents/items?filter=title=%27%EF%BF%BE%27", 400, null, "filter")]
    [InlineData("/ogc/collections/incidents/items?title=%EF%BF%BE", 400, null, "title")]
    public async Task An_address_that_holds_one_is_refused_by_name(string address, int status, string? code, string? field)
    {
        using var response = await city.Client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        var problem = JsonElement.Parse(text);
        if (code is not null) Assert.Equal(code, problem.GetProperty("code").GetString());
        if (field is not null) Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    [Theory]
    [InlineData(@"\ufffe")]
    [InlineData(@"\uffff")]
    public async Task A_report_that_holds_one_is_refused_by_name(string character)
    {
        using var response = await city.Client.PostAsync("/api/incidents", City.Json(City.Report($"Đèn {character}")));
        var problem = await BadBodyTests.HasProblemAsync(response, 400, "text_malformed", "title");
        Assert.Contains(character[2..].ToUpperInvariant(), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Feature","id":"a\ufffe","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[106.7,21.8]}}""")]
    [InlineData("""{"type":"Feature","id":"a","properties":{"name":"\ufffe"},"geometry":{"type":"Point","coordinates":[106.7,21.8]}}""")]
    [InlineData("id,name,lon,lat\na,Đ\uFFFE,106.7,21.8\n")]
    public async Task A_row_that_holds_one_is_a_bad_row_and_its_line_is_named(string file)
    {
        var (status, problem) = await city.ImportAsync("layer=holds_one", Encoding.UTF8.GetBytes(file));
        Assert.True(status == HttpStatusCode.UnprocessableEntity, $"{status} {problem}");
        Assert.Contains("FFFE", problem.GetRawText(), StringComparison.Ordinal);
        await city.NoLayerAsync("holds_one");
    }

    [Fact]
    public async Task The_name_of_a_column_that_holds_one_is_a_name_without_it()
    {
        var (status, report) = await city.ImportAsync("layer=column_holds_one", Encoding.UTF8.GetBytes("id,độ\uFFFEsâu,lon,lat\na,5,106.7,21.8\n"));
        Assert.True(status == HttpStatusCode.Created, $"{status} {report}");
    }

    [Theory]
    [InlineData("code")]
    [InlineData("name")]
    public async Task An_area_that_holds_one_is_refused_by_name(string field)
    {
        var (code, name) = field == "code" ? (@"1\ufffe", "A") : ("1", @"A\ufffe");
        var file = $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"{{{code}}}","name":"{{{name}}}"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}""";
        var (status, problem) = await city.UploadAsync("/api/areas/editions?edition=x&validFrom=2030-01-01", Encoding.UTF8.GetBytes(file));
        Assert.InRange((int)status, 400, 499);
        Assert.Equal(("import_failed", field), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
        Assert.Contains("FFFE", problem.GetRawText(), StringComparison.Ordinal);
    }
}
