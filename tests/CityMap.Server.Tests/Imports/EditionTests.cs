using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Imports;

/// <summary>The 65 communes of 2025 and the 11 districts before them, side by side.</summary>
public sealed class EditionTests(City city) : IClassFixture<City>
{
    private const string Gate = "lon=106.68389&lat=22.00306";

    [Fact]
    public async Task Two_editions_stand_side_by_side_and_the_day_decides_which_answers()
    {
        await BothAsync();
        var editions = (await city.GetAsync("/api/areas/editions")).GetProperty("items").EnumerateArray()
            .Where(e => e.GetProperty("id").GetString() is "t2020" or "t2025")
            .Select(e => $"{e.GetProperty("id")} {e.GetProperty("validFrom")} {e.GetProperty("validTo")} {e.GetProperty("areas")} {e.GetProperty("kinds")}");
        Assert.Equal(["t2020 2020-01-01 2025-07-01 11 {\"district\":11}", "t2025 2025-07-01  65 {\"commune\":61,\"ward\":4}"], editions);

        var (before, after) = (await LookupAsync("lon=106.7615&lat=21.8537&on=2025-06-30"), await LookupAsync("lon=106.7615&lat=21.8537&on=2025-07-01"));
        Assert.Equal(("178@t2020", "Inside"), (before.GetProperty("area").GetProperty("id").GetString(), before.GetProperty("jurisdiction").GetProperty("rule").GetString()));
        Assert.EndsWith("@t2025", after.GetProperty("area").GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gate_of_Tan_Thanh_outside_every_commune_goes_to_the_nearest_and_the_answer_says_so()
    {
        await BothAsync();
        var gate = await LookupAsync($"{Gate}&on=2025-07-01");
        Assert.Equal("Nearest", gate.GetProperty("jurisdiction").GetProperty("rule").GetString());
        Assert.StartsWith("Nằm ngoài mọi địa bàn; Xã ", gate.GetProperty("why").GetProperty("vi").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Outside every district; ", gate.GetProperty("why").GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Contains(" m away.", gate.GetProperty("why").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_changed_their_meaning_are_reported_with_the_land_that_shows_it()
    {
        await BothAsync();
        var changes = await city.GetAsync("/api/areas/changes?from=t2020&to=t2025");
        Assert.Equal(10, changes.GetProperty("counts").GetProperty("nameReused").GetInt32());
        Assert.All(changes.GetProperty("changes").EnumerateArray(), c => Assert.InRange(c.GetProperty("shared").GetDouble(), 0.001, 0.5));
        Assert.Equal(65, changes.GetProperty("origins").GetArrayLength());
        using var unknown = await city.Client.GetAsync("/api/areas/changes?from=1999&to=t2025", TestContext.Current.CancellationToken);
        var problem = await unknown.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, "from"), (unknown.StatusCode, problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task The_faults_of_an_edition_are_features_that_a_map_can_show()
    {
        await BothAsync();
        var faults = await city.GetAsync("/api/areas/topology?edition=t2025");
        var features = faults.GetProperty("features").EnumerateArray().ToList();
        Assert.NotEmpty(features);
        Assert.Equal(features.Count, faults.GetProperty("counts").EnumerateObject().Sum(c => c.Value.GetInt32()));
        Assert.All(features, f => Assert.Equal("Polygon", f.GetProperty("geometry").GetProperty("type").GetString()));
        Assert.Empty((await city.GetAsync("/api/areas/topology?edition=t2020")).GetProperty("features").EnumerateArray());
    }

    [Fact]
    public async Task A_tile_shows_the_areas_of_its_day()
    {
        await BothAsync();
        Assert.Contains("178@t2020", await TileAsync("2025-06-30T12:00:00%2B07:00"), StringComparison.Ordinal);
        Assert.DoesNotContain("@t2025", await TileAsync("2025-06-30T12:00:00%2B07:00"), StringComparison.Ordinal);
        var now = await TileAsync("2026-01-01T12:00:00%2B07:00");
        Assert.Contains("@t2025", now, StringComparison.Ordinal);
        Assert.DoesNotContain("@t2020", now, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("edition=t2025&validFrom=2025-07-01", "{}", "layer_conflict", "edition")]
    [InlineData("edition=x&validFrom=2025-13-01", "{}", "invalid_parameter", "validFrom")]
    [InlineData("edition=x&validFrom=2025-07-01&validTo=2025-07-01", "{}", "invalid_parameter", "validTo")]
    [InlineData("edition=x@y&validFrom=2025-07-01", "{}", "invalid_parameter", "edition")]
    [InlineData("edition=x&validFrom=2025-07-01&succeeds=nothing", "{}", "invalid_parameter", "succeeds")]
    [InlineData("edition=x&validFrom=2019-07-01&succeeds=t2020", "{}", "invalid_parameter", "validFrom")]
    [InlineData("edition=x&validFrom=2030-01-01", "no areas", "import_failed", "body")]
    [InlineData("edition=x&validFrom=2030-01-01&code=mã", "{}", "import_failed", "code")]
    [InlineData("edition=x&validFrom=2030-01-01&name=code", "{twice}", "import_failed", "code")]
    [InlineData("edition=x&validFrom=2030-01-01", "{point}", "import_failed", "geometry")]
    public async Task What_is_no_edition_is_a_named_problem_and_nothing_is_stored(string query, string body, string code, string field)
    {
        await BothAsync();
        const string square = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}";
        var feature = (string geometry) => $"{{\"type\":\"Feature\",\"properties\":{{\"code\":\"1\",\"name\":\"A\"}},\"geometry\":{geometry}}}";
        var features = body switch
        {
            "{}" => feature(square),
            "{twice}" => $"{feature(square)},{feature(square)}",
            "{point}" => feature("{\"type\":\"Point\",\"coordinates\":[0,0]}"),
            _ => "",
        };
        var (status, problem) = await ImportAsync(query, Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}"));
        Assert.InRange((int)status, 400, 499);
        Assert.Equal((code, field), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
        Assert.DoesNotContain((await city.GetAsync("/api/areas/editions")).GetProperty("items").EnumerateArray(), e => e.GetProperty("id").GetString() == "x");
    }

    [Theory]
    [InlineData("replace", """{"foo":"bar"}""", "x", "code")]
    [InlineData("append", """{"foo":"bar"}""", "x", "code")]
    [InlineData("upsert", """{"code":"178","valid_from":"2020-01-01"}""", "178", "edition")]
    [InlineData("append", """{"code":"178","edition":" ","valid_from":"2020-01-01"}""", "178@t9", "edition")]
    [InlineData("replace&acceptPartial=true", """{"code":"178","edition":"t9"}""", "178@t9", "valid_from")]
    [InlineData("append", """{"code":"178","edition":"t9","valid_from":"July"}""", "178@t9", "valid_from")]
    [InlineData("replace", """{"code":178,"edition":"t9","valid_from":"2020-01-01"}""", "178@t9", "code")]
    [InlineData("replace", """{"code":"178","edition":"t9","valid_from":"2020-01-01","valid_to":"soon"}""", "178@t9", "valid_to")]
    [InlineData("append", """{"code":"178","edition":"t9","valid_from":"2020-01-01"}""", "178@t9", "geometry", "{\"type\":\"Point\",\"coordinates\":[0,0]}")]
    public async Task A_plain_import_into_the_districts_of_what_is_no_area_leaves_the_editions_as_they_are(
        string mode, string properties, string id, string field, string geometry = "{\"type\":\"Polygon\",\"coordinates\":[[[100,20],[101,20],[101,21],[100,20]]]}")
    {
        await BothAsync();
        var before = (await city.GetAsync("/api/areas/editions")).GetRawText();
        var (status, problem) = await city.ImportAsync(
            $"layer=districts&mode={mode}",
            Encoding.UTF8.GetBytes($$"""{"type":"FeatureCollection","features":[{"type":"Feature","id":"{{id}}","properties":{{properties}},"geometry":{{geometry}}}]}"""));
        Assert.InRange((int)status, 400, 499);
        Assert.Equal(("import_failed", field), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()));
        Assert.Contains("/api/areas/editions", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, (await city.GetAsync("/api/areas/editions")).GetRawText());
    }

    // The fixture's city is shared by the tests of the class; whoever is first brings the editions in.
    private async Task BothAsync()
    {
        var editions = (await city.GetAsync("/api/areas/editions")).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("id").GetString()).ToList();
        if (editions.Contains("t2025")) return;
        var districts = await ReadAsync("langson_districts_pre2025.geojson");
        var (dry, plan) = await ImportAsync("edition=t2020&validFrom=2020-01-01&kind=district&dryRun=true", districts);
        Assert.Equal((HttpStatusCode.OK, false), (dry, plan.GetProperty("stored").GetBoolean()));
        var (old, first) = await ImportAsync("edition=t2020&validFrom=2020-01-01&kind=district", districts);
        Assert.True(old == HttpStatusCode.Created, first.ToString());
        var communes = await ReadAsync("langson_communes_2025.geojson");
        var (created, report) = await ImportAsync("edition=t2025&validFrom=2025-07-01&succeeds=t2020", communes);
        Assert.Equal((HttpStatusCode.Created, "2025-07-01"), (created, report.GetProperty("closed").GetProperty("validTo").GetString()));
    }

    private static Task<byte[]> ReadAsync(string file) => File.ReadAllBytesAsync(TestFiles.File($"boundaries/{file}").FullName, TestContext.Current.CancellationToken);

    // The city of Lạng Sơn lies in tile 12/3262/1793; ids stand in a tile as they are.
    private async Task<string> TileAsync(string asOf) =>
        Encoding.UTF8.GetString(await city.Client.GetByteArrayAsync($"/tiles/districts/12/3262/1793.mvt?asOf={asOf}", TestContext.Current.CancellationToken));

    private async Task<JsonElement> LookupAsync(string query) => await city.GetAsync($"/api/areas/lookup?{query}");

    private Task<(HttpStatusCode Status, JsonElement Body)> ImportAsync(string query, byte[] file) =>
        city.UploadAsync("/api/areas/editions?" + query, file);
}
