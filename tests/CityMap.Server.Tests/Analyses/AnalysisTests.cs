using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Api;
using CityMap.Server.Tests.Imports;

namespace CityMap.Server.Tests.Analyses;

/// <summary>What is worked out becomes a layer that knows how it was made; the same on both stores.</summary>
public abstract class AnalysisTests(City city) : IAsyncLifetime
{
    // Two streets along a parallel, 2067 m each (0.02° at 21.85° N); a hydrant at the beginning of the first.
    private const string Streets =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"s1","properties":{"name":"Đường Lê Lợi","class":"primary","lanes":4},"geometry":{"type":"LineString","coordinates":[[106.70,21.85],[106.72,21.85]]}},
        {"type":"Feature","id":"s2","properties":{"name":"Phố Muối","class":"secondary","lanes":2},"geometry":{"type":"LineString","coordinates":[[106.80,21.85],[106.82,21.85]]}}]}
        """;

    private const string Hydrants = "id,kind,lon,lat\nh1,hydrant,106.70,21.85\nh2,pump,106.81,21.85\n";

    private const string Areas =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"west","properties":{"ten":"Tây"},"geometry":{"type":"Polygon","coordinates":[[[106.6,21.8],[106.71,21.8],[106.71,21.9],[106.6,21.9],[106.6,21.8]]]}},
        {"type":"Feature","id":"east","properties":{"ten":"Đông"},"geometry":{"type":"Polygon","coordinates":[[[106.71,21.8],[106.9,21.8],[106.9,21.9],[106.71,21.9],[106.71,21.8]]]}}]}
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var (layer, file) in new[] { ("ways", Streets), ("hydrants", Hydrants), ("zones", Areas) })
        {
            var (status, report) = await city.ImportAsync($"layer={layer}&mode=replace", Encoding.UTF8.GetBytes(file));
            Assert.True(status == HttpStatusCode.Created, report.ToString());
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Coverage_tells_how_much_lies_beyond_and_is_a_layer_with_its_recipe()
    {
        var made = await MakeAsync("""{"kind":"Coverage","title":{"vi":"Xa trụ nước"},"input":{"layer":"ways"},"other":{"layer":"hydrants","filter":"kind = 'hydrant'"},"distance":500}""");
        Assert.Equal(4134.8, Figure(made, "total"), 5d);
        Assert.Equal(500, Figure(made, "covered"), 1.5d);
        Assert.Equal(3635, Figure(made, "beyond"), 5d);
        Assert.True(made.GetProperty("fresh").GetBoolean());
        Assert.Equal([2, 1], made.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("count").GetInt32()));
        var id = made.GetProperty("layer").GetString()!;
        var layer = await city.LayerAsync(id);
        Assert.Equal(("Xa trụ nước", "analysis", 3, "Categorised"), (layer.GetProperty("title").GetProperty("vi").GetString(), layer.GetProperty("group").GetString(), layer.GetProperty("count").GetInt32(), layer.GetProperty("style").GetProperty("kind").GetString()));
        var items = (await city.GetAsync($"/ogc/collections/{id}/items?filter={Uri.EscapeDataString("coverage = 'covered'")}")).GetProperty("features");
        Assert.Equal("Đường Lê Lợi", items[0].GetProperty("properties").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_draft_shows_what_it_would_gain()
    {
        var made = await MakeAsync("""{"kind":"WhatIf","input":{"layer":"ways"},"other":{"layer":"hydrants","filter":"kind = 'hydrant'"},"distance":500,"drafts":[{"lon":106.81,"lat":21.85}]}""");
        Assert.Equal((500.0, 1000.0), (Math.Round(Figure(made, "covered") / 10) * 10, Math.Round(Figure(made, "gained") / 10) * 10));
        Assert.InRange(Figure(made, "afterShare"), 36, 36.6);
    }

    [Fact]
    public async Task A_buffer_is_as_large_as_its_circle()
    {
        var made = await MakeAsync("""{"kind":"Buffer","input":{"layer":"hydrants"},"distance":100,"dissolve":true}""");
        Assert.Equal(2 * Math.PI * 100 * 100, Figure(made, "area"), 150d);
        Assert.Equal(1, made.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Areas_count_what_they_hold_and_add_up()
    {
        var made = await MakeAsync("""{"kind":"Summary","input":{"layer":"ways"},"other":{"layer":"zones"},"sum":"lanes"}""");
        Assert.Equal(4134.8, Figure(made, "total"), 5d);
        var items = (await city.GetAsync($"/ogc/collections/{made.GetProperty("layer").GetString()}/items")).GetProperty("features").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!, f => f.GetProperty("properties"));
        Assert.Equal((1, 4.0, "Tây"), (items["west"].GetProperty("count").GetInt32(), items["west"].GetProperty("sum").GetDouble(), items["west"].GetProperty("ten").GetString()));
        Assert.Equal((2, 6.0), (items["east"].GetProperty("count").GetInt32(), items["east"].GetProperty("sum").GetDouble()));
        Assert.Equal(1033.7, items["west"].GetProperty("length_m").GetDouble(), 2d);
    }

    [Fact]
    public async Task The_nearest_the_selected_and_the_common_are_found()
    {
        var nearest = await MakeAsync("""{"kind":"Nearest","input":{"layer":"hydrants"},"other":{"layer":"hydrants"}}""");
        Assert.Equal(11371, Figure(nearest, "mean"), 15d);
        var selected = await MakeAsync("""{"kind":"Select","input":{"layer":"ways"},"within":true,"shape":{"type":"Polygon","coordinates":[[[106.79,21.8],[106.83,21.8],[106.83,21.9],[106.79,21.9],[106.79,21.8]]]}}""");
        Assert.Equal(1, Figure(selected, "selected"));
        Assert.Equal(2, Figure(await MakeAsync("""{"kind":"Select","input":{"layer":"ways"},"other":{"layer":"zones","filter":"ten = 'Đông'"}}"""), "selected"));
        Assert.Equal(3, Figure(await MakeAsync("""{"kind":"Intersect","input":{"layer":"ways"},"other":{"layer":"zones"}}"""), "pieces"));
    }

    [Fact]
    public async Task A_changed_input_is_told_and_working_it_out_again_makes_it_fresh()
    {
        await city.ImportAsync("layer=taps&mode=replace", Encoding.UTF8.GetBytes(Hydrants));
        var id = (await MakeAsync("""{"kind":"Coverage","input":{"layer":"ways"},"other":{"layer":"taps"},"distance":500}""")).GetProperty("layer").GetString()!;
        await city.ImportAsync("layer=taps&mode=upsert", Encoding.UTF8.GetBytes("id,kind,lon,lat\nh3,hydrant,106.72,21.85\n"));
        var old = await city.GetAsync($"/api/analyses/{id}");
        Assert.False(old.GetProperty("fresh").GetBoolean());
        Assert.Equal(["Same", "Changed"], old.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("state").GetString()));

        using var response = await city.Client.PostAsync($"/api/analyses/{id}/recompute", null, Stop);
        var again = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(again.GetProperty("fresh").GetBoolean());
        Assert.Equal(2000, Figure(again, "covered"), 5d);
        Assert.Equal(2, (await city.LayerAsync(id)).GetProperty("version").GetInt32());
        Assert.Contains(id, (await city.GetAsync("/api/analyses")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("layer").GetString()));
    }

    [Fact]
    public async Task An_incident_reported_since_is_a_change_of_a_live_input()
    {
        await city.ReportAsync();
        var id = (await MakeAsync("""{"kind":"Summary","input":{"layer":"incidents"},"other":{"layer":"zones"}}""")).GetProperty("layer").GetString()!;
        Assert.True((await city.GetAsync($"/api/analyses/{id}")).GetProperty("fresh").GetBoolean());
        await city.ReportAsync();
        Assert.False((await city.GetAsync($"/api/analyses/{id}")).GetProperty("fresh").GetBoolean());
    }

    [Fact]
    public async Task A_preview_counts_and_makes_nothing()
    {
        var before = (await city.GetAsync("/api/layers")).GetProperty("items").GetArrayLength();
        using var response = await city.Client.PostAsync("/api/analyses/preview", City.Json("""{"kind":"Coverage","input":{"layer":"ways","filter":"lanes > 2"},"other":{"layer":"hydrants"},"distance":500}"""), Stop);
        var preview = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal((1, 2, true), (preview.GetProperty("input").GetInt32(), preview.GetProperty("other").GetInt32(), preview.GetProperty("fits").GetBoolean()));
        Assert.Equal(before, (await city.GetAsync("/api/layers")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"kind":"Guess","input":{"layer":"ways"}}""", "invalid_value", "kind")]
    [InlineData("""{"kind":"Buffer"}""", "missing_member", "input")]
    [InlineData("""{"kind":"Buffer","input":{"layer":"ways"}}""", "missing_member", "distance")]
    [InlineData("""{"kind":"Buffer","input":{"layer":"ways"},"distance":0}""", "number_out_of_range", "distance")]
    [InlineData("""{"kind":"Buffer","input":{"layer":"ways"},"distance":1e999}""", "number_out_of_range", "distance")]
    [InlineData("""{"kind":"Buffer","input":{"layer":"ways"},"distance":5,"sum":"lanes"}""", "unknown_member", "sum")]
    [InlineData("""{"kind":"Buffer","input":{"layer":"nowhere"},"distance":5}""", "unknown_layer", "input.layer")]
    [InlineData("""{"kind":"Buffer","input":{"layer":"ways","filter":"colour = 1"},"distance":5}""", "invalid_filter", "input.filter")]
    [InlineData("""{"kind":"Summary","input":{"layer":"ways"},"other":{"layer":"hydrants"}}""", "invalid_value", "other.layer")]
    [InlineData("""{"kind":"Summary","input":{"layer":"ways"},"other":{"layer":"zones"},"sum":"name"}""", "invalid_value", "sum")]
    [InlineData("""{"kind":"Select","input":{"layer":"ways"}}""", "missing_member", "shape")]
    [InlineData("""{"kind":"Select","input":{"layer":"ways"},"shape":{"type":"Point","coordinates":[1,2]}}""", "invalid_value", "shape")]
    [InlineData("""{"kind":"WhatIf","input":{"layer":"ways"},"other":{"layer":"hydrants"},"distance":5,"drafts":[{"lon":1,"lat":2}]}""", "area_too_wide", "input.filter")]
    public async Task What_cannot_be_worked_out_is_said_by_name(string body, string code, string field)
    {
        using var response = await city.Client.PostAsync("/api/analyses", City.Json(body), Stop);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.Equal((code, field), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_layer_that_was_imported_has_no_recipe()
    {
        using var response = await city.Client.PostAsync("/api/analyses/ways/recompute", null, Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<JsonElement> MakeAsync(string body)
    {
        using var response = await city.Client.PostAsync("/api/analyses", City.Json(body), Stop);
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.StatusCode == HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private static double Figure(JsonElement made, string name) =>
        made.GetProperty("figures").EnumerateArray().Single(figure => figure.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();
}

/// <summary>In one file.</summary>
public sealed class GeoPackageAnalysisTests(City city) : AnalysisTests(city), IClassFixture<City>;
