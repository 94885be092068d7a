using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>Layers described, drawn otherwise, retired and restored, over HTTP.</summary>
public sealed class LayerTests(City city) : IClassFixture<City>
{
    private const string Wells = "id,lon,lat,depth,kind,name\n1,106.71,21.81,10,well,A\n2,106.72,21.82,12,well,B\n3,106.73,21.83,80,bore,C\n4,106.74,21.84,,bore,D\n";

    [Fact]
    public async Task What_is_said_of_a_layer_is_shown_and_outlives_the_next_import()
    {
        await ImportAsync("wells_a");
        var said = await PatchAsync("wells_a", """
            {"title":{"vi":"Giếng nước","en":"Wells"},"description":{"vi":"Giếng công cộng"},"owner":"Sở Xây dựng","licence":"CC BY 4.0","cadence":"P1M","shownFrom":11,"audience":"staff","expectedVersion":0}
            """);
        Assert.Equal(1, said.GetProperty("cardVersion").GetInt64());
        await ImportAsync("wells_a");
        var layer = await LayerAsync("wells_a");

        Assert.Equal("Giếng nước", layer.GetProperty("title").GetProperty("vi").GetString());
        Assert.Equal("Giếng công cộng", layer.GetProperty("description").GetProperty("en").GetString());
        Assert.Equal("Sở Xây dựng|CC BY 4.0|P1M|11|staff", string.Join('|', Members(layer, "owner", "licence", "cadence", "shownFrom", "audience")));
    }

    [Fact]
    public async Task Only_what_is_named_changes_and_null_takes_it_back()
    {
        await ImportAsync("wells_b");
        await PatchAsync("wells_b", """{"owner":"A","licence":"ODbL"}""");
        var layer = await PatchAsync("wells_b", """{"licence":null}""");

        Assert.Equal("A|", string.Join('|', Members(layer, "owner", "licence")));
        Assert.Equal(2, layer.GetProperty("cardVersion").GetInt64());
    }

    [Fact]
    public async Task Who_comes_second_is_told()
    {
        await ImportAsync("wells_c");
        await PatchAsync("wells_c", """{"owner":"A"}""");
        using var late = await SendAsync("wells_c", """{"owner":"B","expectedVersion":0}""");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var matched = await SendAsync("wells_c", """{"owner":"B"}""", "\"1\"");
        Assert.Equal(HttpStatusCode.OK, matched.StatusCode);
        Assert.Equal("\"2\"", matched.Headers.ETag!.Tag);
        using var stale = await SendAsync("wells_c", """{"owner":"C"}""", "\"1\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
    }

    [Fact]
    public async Task A_style_is_kept_and_given_out_for_maplibre()
    {
        await ImportAsync("wells_d");
        await PatchAsync("wells_d", """
            {"style":{"kind":"Graduated","field":"depth","method":"NaturalBreaks","colour":"#999999","size":4,
             "classes":[{"from":10,"to":12,"colour":"#cfe1f7"},{"from":80,"to":80,"colour":"#0b3d91"}],"label":{"field":"name","size":12,"minZoom":13}}}
            """);
        var layer = await LayerAsync("wells_d");
        Assert.Equal("Graduated", layer.GetProperty("style").GetProperty("kind").GetString());
        var style = await city.GetAsync("/styles/wells_d.json");
        Assert.Equal(8, style.GetProperty("version").GetInt32());
        Assert.EndsWith("/tiles/wells_d.json", style.GetProperty("sources").GetProperty("wells_d").GetProperty("url").GetString());
        Assert.Equal(layer.GetProperty("draw").GetRawText(), style.GetProperty("layers").GetRawText());
        Assert.Contains("#0b3d91", style.GetRawText());
        Assert.Equal(["wells_d-fill", "wells_d-line", "wells_d-point", "wells_d-label"], style.GetProperty("layers").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("""{"kind":"Categorised","field":"kind","classes":[{"value":"well","from":null,"to":null,"colour":"#c2470a"}]}""")]
    [InlineData("""{"kind":"Graduated","field":"depth","method":"Quantile","classes":[{"value":null,"from":10,"to":80,"colour":"#0b3d91"}]}""")]
    public async Task A_style_is_taken_as_it_is_given_out(string style)
    {
        await ImportAsync("wells_n");
        await PatchAsync("wells_n", $$"""{"style":{{style}}}""");
        var given = (await LayerAsync("wells_n")).GetProperty("style").GetRawText();
        await PatchAsync("wells_n", """{"style":null}""");
        await PatchAsync("wells_n", $$"""{"style":{{given}}}""");
        Assert.Equal(given, (await LayerAsync("wells_n")).GetProperty("style").GetRawText());
    }

    [Fact]
    public async Task The_classes_of_a_field_are_found_here()
    {
        await ImportAsync("wells_e");
        var classes = await city.GetAsync("/api/layers/wells_e/classes?field=depth&method=NaturalBreaks&classes=2");
        Assert.Equal([(10.0, 12.0, 2), (80.0, 80.0, 1)], classes.GetProperty("items").EnumerateArray()
            .Select(one => (one.GetProperty("from").GetDouble(), one.GetProperty("to").GetDouble(), one.GetProperty("count").GetInt32())));
        Assert.Equal(1, classes.GetProperty("without").GetInt64());
        var values = await city.GetAsync("/api/layers/wells_e/classes?field=kind");
        Assert.Equal(["bore", "well"], values.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("value").GetString()));
    }

    [Fact]
    public async Task A_layer_lies_where_a_planner_put_it_also_after_the_next_import()
    {
        await ImportAsync("wells_h");
        await ImportAsync("wells_i");
        await PatchAsync("wells_h", """{"order":71}""");
        await PatchAsync("wells_i", """{"order":70}""");
        await ImportAsync("wells_h");
        var ids = (await city.GetAsync("/api/layers")).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ToList();
        Assert.True(ids.IndexOf("wells_i") < ids.IndexOf("wells_h"), string.Join(' ', ids));
        Assert.True((await LayerAsync("wells_h")).GetProperty("placed").GetBoolean());
    }

    [Fact]
    public async Task A_retired_layer_is_offered_no_more_until_it_is_restored()
    {
        await ImportAsync("wells_f");
        await PatchAsync("wells_f", """{"retired":true}""");
        Assert.DoesNotContain("wells_f", (await city.GetAsync("/ogc/collections?f=json")).GetRawText());
        Assert.True((await LayerAsync("wells_f")).GetProperty("retired").GetBoolean());
        await PatchAsync("wells_f", """{"retired":false}""");
        Assert.Contains("wells_f", (await city.GetAsync("/ogc/collections?f=json")).GetRawText());
    }

    [Theory]
    [InlineData("""{"style":{"kind":"Graduated","field":"kind","classes":[{"from":1,"to":2,"colour":"#000000"}]}}""", "style.field")]
    [InlineData("""{"style":{"kind":"Categorised","field":"colour","classes":[{"value":"x","colour":"#000000"}]}}""", "style.field")]
    [InlineData("""{"style":{"kind":"Categorised","field":"kind"}}""", "style.classes")]
    [InlineData("""{"style":{"kind":"Single","colour":"red"}}""", "style.colour")]
    [InlineData("""{"style":{"kind":"Graduated","field":"depth","classes":[{"from":5,"to":2,"colour":"#000000"}]}}""", "style.classes")]
    [InlineData("""{"style":{"kind":"Single","size":1e999}}""", "style.size")]
    [InlineData("""{"style":{"kind":"Single","size":21}}""", "style.size")]
    [InlineData("""{"style":{"kind":"HeatMap","size":61}}""", "style.size")]
    [InlineData("""{"style":{"field":"kind"}}""", "style.kind")]
    [InlineData("""{"cadence":"often"}""", "cadence")]
    [InlineData("""{"order":1001}""", "order")]
    [InlineData("""{"shownFrom":12,"shownTo":12}""", "shownTo")]
    [InlineData("""{"audience":"friends"}""", "audience")]
    [InlineData("""{"title":{"vi":" "}}""", "title.vi")]
    [InlineData("""{"geometry":"Point"}""", "geometry")]
    public async Task What_cannot_be_said_is_refused_by_name(string body, string field)
    {
        await ImportAsync("wells_g");
        using var answer = await SendAsync("wells_g", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
        Assert.Equal(0, (await LayerAsync("wells_g")).GetProperty("cardVersion").GetInt64());
    }

    [Fact]
    public async Task A_layer_is_made_empty_and_takes_features()
    {
        using var made = await MakeAsync("""{"title":{"vi":"Điểm đen"},"geometry":"Point","fields":[{"title":{"vi":"Từ năm"},"type":"Integer"},{"name":"note","type":"Text"}]}""");
        Assert.Equal((HttpStatusCode.Created, "/ogc/collections/diem_den"), (made.StatusCode, made.Headers.Location!.ToString()));
        var layer = await LayerAsync("diem_den");
        Assert.Equal((0, "Point", true), (layer.GetProperty("count").GetInt32(), layer.GetProperty("geometry").GetString(), layer.GetProperty("editable").GetBoolean()));
        Assert.Equal(["tu_nam Integer", "note Text"], layer.GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("name").GetString()} {f.GetProperty("type").GetString()}"));
        using var feature = new StringContent("""{"type":"Feature","geometry":{"type":"Point","coordinates":[106.76,21.85]},"properties":{"tu_nam":2024}}""", null, "application/geo+json");
        using var added = await city.Client.PostAsync("/ogc/collections/diem_den/items", feature);
        Assert.True(added.StatusCode == HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        Assert.Equal(1, (await LayerAsync("diem_den")).GetProperty("count").GetInt32());
        await PatchAsync("diem_den", """{"owner":"Ban an toàn giao thông","expectedVersion":1}""");
    }

    [Fact]
    public async Task The_same_request_makes_one_layer_and_the_same_title_another()
    {
        const string Body = """{"title":{"vi":"Bến xe"},"geometry":"Point"}""";
        using var first = await MakeAsync(Body, "once");
        using var again = await MakeAsync(Body, "once");
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        using var other = await MakeAsync(Body);
        Assert.Equal("/ogc/collections/ben_xe_2", other.Headers.Location!.ToString());
        using var reused = await MakeAsync("""{"title":{"vi":"Bến tàu"},"geometry":"Point"}""", "once");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reused.StatusCode);
    }

    [Fact]
    public async Task Of_many_who_make_a_layer_at_once_each_gets_one_of_its_own_or_is_told()
    {
        var titled = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MakeAsync("""{"title":{"vi":"Cùng lúc"},"geometry":"Point"}""")));
        Assert.All(titled, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(4, titled.Select(answer => answer.Headers.Location!.ToString()).Distinct().Count());
        var named = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => MakeAsync($$$"""{"id":"only_one","title":{"vi":"{{{i}}}"},"geometry":"Point"}""")));
        Assert.Equal(
            [HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], named.Select(answer => answer.StatusCode).Order());
        foreach (var answer in titled.Concat(named)) answer.Dispose();
    }

    [Theory]
    [InlineData("""{"geometry":"Point"}""", "title")]
    [InlineData("""{"title":{"vi":"A"}}""", "geometry")]
    [InlineData("""{"title":{"vi":"A"},"geometry":"Curve"}""", "geometry")]
    [InlineData("""{"title":{"vi":"A"},"geometry":"Point","fields":[{"title":{"vi":"B"}}]}""", "fields.type")]
    [InlineData("""{"title":{"vi":"A"},"geometry":"Point","fields":[{"type":"Text"}]}""", "fields.title")]
    [InlineData("""{"title":{"vi":"A"},"geometry":"Point","fields":[{"name":"a","type":"Number"}]}""", "fields.type")]
    [InlineData("""{"id":"a/b","title":{"vi":"A"},"geometry":"Point"}""", "id")]
    [InlineData("""{"title":{"vi":"A"},"geometry":"Point","fields":[{"name":"geometry","type":"Text"}]}""", "fields.name")]
    [InlineData("""{"title":{"vi":"A"},"geometry":"Point","live":true}""", "live")]
    public async Task What_is_no_layer_is_refused_by_name(string body, string field)
    {
        using var answer = await MakeAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("incidents", HttpStatusCode.Conflict)]
    [InlineData("Không", HttpStatusCode.BadRequest)]
    public async Task A_taken_or_impossible_id_is_refused(string id, HttpStatusCode status)
    {
        using var answer = await MakeAsync($$$"""{"id":"{{{id}}}","title":{"vi":"A"},"geometry":"Point"}""");
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_live_layer_keeps_its_marks_and_an_unknown_one_is_not_found()
    {
        using var live = await SendAsync("incidents", """{"retired":true}""");
        Assert.Equal(HttpStatusCode.BadRequest, live.StatusCode);
        using var unknown = await SendAsync("nowhere", """{"owner":"A"}""");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task ImportAsync(string layer)
    {
        using var answer = await city.Client.PostAsync($"/api/imports?layer={layer}&mode=replace", new StringContent(Wells, null, "text/csv"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> MakeAsync(string body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/layers") { Content = City.Json(body) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await city.Client.SendAsync(request);
    }

    private async Task<JsonElement> LayerAsync(string id) => (await city.GetAsync("/api/layers")).GetProperty("items").EnumerateArray().Single(layer => layer.GetProperty("id").GetString() == id);

    private async Task<HttpResponseMessage> SendAsync(string layer, string body, string? match = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/layers/{layer}") { Content = City.Json(body) };
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        return await city.Client.SendAsync(request);
    }

    private async Task<JsonElement> PatchAsync(string layer, string body)
    {
        using var answer = await SendAsync(layer, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static IEnumerable<string> Members(JsonElement layer, params string[] names) => names.Select(name => layer.GetProperty(name).ToString());
}
