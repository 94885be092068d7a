using System.IO.Compression;
using System.Net;
using System.Text;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Imports;

/// <summary>Files into layers over HTTP: all of a file, or nothing.</summary>
public sealed class ImportTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task The_65_communes_become_a_layer_that_the_catalogue_shows()
    {
        var file = await File.ReadAllBytesAsync(TestFiles.File("boundaries/langson_communes_2025.geojson").FullName, TestContext.Current.CancellationToken);
        var (status, report) = await city.ImportAsync("layer=communes&title=Xã, phường", file);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal((65, 0, "Polygon"), (report.GetProperty("count").GetInt32(), report.GetProperty("bad").GetInt32(), report.GetProperty("geometry").GetString()));

        var layer = await city.LayerAsync("communes");
        Assert.Equal(65, layer.GetProperty("count").GetInt32());
        Assert.Contains(layer.GetProperty("fields").EnumerateArray(), f => f.GetProperty("name").GetString() == "full_name");
    }

    [Fact]
    public async Task A_file_with_a_bad_row_stores_nothing_and_names_the_line()
    {
        var (status, problem) = await city.ImportAsync("layer=lamps_bad", Utf8("id,lon,lat\n1,106.7,21.8\n2,21.8,106.7\n"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("import_failed", problem.GetProperty("code").GetString());
        Assert.Contains("line 3", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("did you mean", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await city.NoLayerAsync("lamps_bad");
    }

    [Fact]
    public async Task The_good_rows_are_stored_when_that_is_asked_for()
    {
        var (status, report) = await city.ImportAsync("layer=lamps_partial&acceptPartial=true", Utf8("id,lon,lat\n1,106.7,21.8\n2,21.8,106.7\n1,106.8,21.8\n"));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal((1, 2), (report.GetProperty("count").GetInt32(), report.GetProperty("bad").GetInt32()));
    }

    [Fact]
    public async Task A_dry_run_shows_the_columns_and_stores_nothing()
    {
        var (status, report) = await city.ImportAsync(
            "layer=lamps_dry&dryRun=true&tz=Asia/Ho_Chi_Minh", Utf8("Mã;Công suất;Ngày lắp;Kinh độ;Vĩ độ\n05;70;23/11/2026;106,7;21,8\n"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(report.GetProperty("stored").GetBoolean());
        Assert.Equal(
            ["ma Text", "cong_suat Integer", "ngay_lap Timestamp"],
            report.GetProperty("fields").EnumerateArray().Take(3).Select(f => $"{f.GetProperty("name")} {f.GetProperty("type")}"));
        await city.NoLayerAsync("lamps_dry");
    }

    [Theory]
    [InlineData("layer=x1", "", "import_failed")]
    [InlineData("layer=x7&file=photo.bin", "\0\u0001\u0002", "unknown_format")]
    [InlineData("layer=x2", "{\"type\":\"FeatureCollection\",\"features\":[", "import_failed")]
    [InlineData("layer=x3", "id,lon,lat\n1,106.7,21.8\n2,\"106", "import_failed")]
    [InlineData("layer=x4", "id,id\n1,2\n", "import_failed")]
    [InlineData("layer=incidents", "id,lon,lat\n1,106.7,21.8\n", "layer_conflict")]
    [InlineData("layer=No%20Such", "x", "invalid_parameter")]
    [InlineData("layer=x5&tz=Mars", "x", "invalid_parameter")]
    [InlineData("layer=x6&colour=red", "x", "unknown_parameter")]
    [InlineData("", "x", "invalid_parameter")]
    public async Task What_cannot_be_imported_is_a_named_problem(string query, string body, string code)
    {
        var (status, problem) = await city.ImportAsync(query, Utf8(body));
        Assert.InRange((int)status, 400, 499);
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(1, 1)]
    [InlineData(1, 8)]
    [InlineData(1, 9)]
    public async Task A_gzip_that_ends_too_early_is_a_named_problem(double share, int without)
    {
        var bytes = await File.ReadAllBytesAsync(TestFiles.File("incidents/sfpd.csv.gz").FullName, TestContext.Current.CancellationToken);
        var (status, problem) = await city.ImportAsync("layer=cut", bytes[..((int)(bytes.Length * share) - without)]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "import_failed"), (status, problem.GetProperty("code").GetString()));
        await city.NoLayerAsync("cut");
    }

    [Theory]
    [InlineData("/api/imports?layer=bomb&format=csv")]
    [InlineData("/api/areas/editions?edition=bomb&validFrom=2030-01-01")]
    public async Task A_gzip_bomb_is_a_named_problem(string path)
    {
        using var packed = new MemoryStream();
        await using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) await zip.WriteAsync(new byte[64 << 20], TestContext.Current.CancellationToken);
        var (status, problem) = await city.UploadAsync(path, packed.ToArray());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "archive_refused"), (status, problem.GetProperty("code").GetString()));
        Assert.Contains("250 times", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_added_takes_the_types_the_layer_has()
    {
        await city.ImportAsync("layer=lamps_typed", Utf8("id,code,watts,lon,lat\n1,A7,70.5,106.7,21.8\n"));
        var (status, report) = await city.ImportAsync("layer=lamps_typed&mode=append", Utf8("id,code,watts,lon,lat\n2,178,60,106.7,21.8\n"));
        Assert.True(status == HttpStatusCode.Created, report.ToString());
        Assert.Equal(["code Text", "watts Real"], report.GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("name")} {f.GetProperty("type")}").Where(f => f[0] is 'c' or 'w'));
        var codes = (await city.GetAsync("/ogc/collections/lamps_typed/items?f=json")).GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("code").GetString());
        Assert.Equal(["178", "A7"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_row_that_does_not_fit_the_type_the_layer_has_is_named_and_the_others_come_in_when_that_is_asked_for()
    {
        await city.ImportAsync("layer=lamps_fit", Utf8("id,watts,lon,lat\n1,70,106.7,21.8\n"));
        var added = Utf8("id,watts,lon,lat\n2,60,106.7,21.8\n3,many,106.7,21.8\n");
        var (status, problem) = await city.ImportAsync("layer=lamps_fit&mode=append", added);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("line 3", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("watts", problem.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, (await city.LayerAsync("lamps_fit")).GetProperty("count").GetInt32());
        var (_, report) = await city.ImportAsync("layer=lamps_fit&mode=append&acceptPartial=true", added);
        Assert.Equal((1, 1), (report.GetProperty("count").GetInt32(), report.GetProperty("bad").GetInt32()));
        Assert.Equal(2, (await city.LayerAsync("lamps_fit")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_text_of_GeoJSON_stays_a_text_though_it_looks_like_a_number()
    {
        const string Feature = """{"type":"Feature","id":"a","properties":{"code":"178","watts":70,"on":"true","since":"2026-11-23T14:05:00Z"},"geometry":{"type":"Point","coordinates":[106.7,21.8]}}""";
        var (_, report) = await city.ImportAsync("layer=lamps_text&dryRun=true", Utf8(Feature));
        Assert.Equal(["code Text", "watts Integer", "on Text", "since Timestamp"], report.GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("name")} {f.GetProperty("type")}"));
    }

    [Fact]
    public async Task A_second_import_adds_or_replaces_as_asked()
    {
        await city.ImportAsync("layer=wells", Utf8("id,lon,lat\n1,106.7,21.8\n"));
        var (again, _) = await city.ImportAsync("layer=wells", Utf8("id,lon,lat\n1,106.7,21.8\n"));
        Assert.InRange((int)again, 400, 499);
        await city.ImportAsync("layer=wells", Utf8("id,lon,lat\n2,106.7,21.8\n"));
        Assert.Equal(2, (await city.LayerAsync("wells")).GetProperty("count").GetInt32());
        await city.ImportAsync("layer=wells&mode=replace", Utf8("id,lon,lat\n9,106.7,21.8\n"));
        Assert.Equal(1, (await city.LayerAsync("wells")).GetProperty("count").GetInt32());
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
