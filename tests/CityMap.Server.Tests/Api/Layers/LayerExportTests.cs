using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Imports;
using static CityMap.Server.Tests.Ogc.OtherPrograms;

namespace CityMap.Server.Tests.Api.Layers;

/// <summary>A layer leaves in four forms, and each is the layer: for the importers of the house and for GDAL.</summary>
public sealed class LayerExportTests(City city) : IClassFixture<City>, IAsyncLifetime
{
    private const string Lamps =
        """
        id,Tên cột đèn,Công suất,Ngày lắp,Đang sáng,lon,lat
        a,"Đèn ngõ 5, Trần Đăng Ninh",70,2026-11-23T14:05:00+07:00,true,106.76,21.85
        b,Đèn Kỳ Lừa,150.5,2025-01-02T00:00:00+07:00,false,106.77,21.86
        c,=Đèn lạ,,,,106.20,21.50
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (status, report) = await city.ImportAsync("layer=lamps&mode=replace", Encoding.UTF8.GetBytes(Lamps));
        Assert.True(status == HttpStatusCode.Created, report.ToString());
        await city.ImportAsync("layer=communes&mode=replace", await File.ReadAllBytesAsync(TestFiles.File("boundaries/langson_communes_2025.geojson").FullName, Stop));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("geojson", "application/geo+json")]
    [InlineData("csv", "text/csv")]
    [InlineData("zip", "application/zip")]
    [InlineData("gpkg", "application/geopackage+sqlite3")]
    public async Task A_file_has_its_type_and_name_and_brings_the_layer_in_again(string format, string type)
    {
        using var response = await city.Client.GetAsync($"/api/layers/communes/export.{format}", Stop);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Matches($@"^attachment; filename=communes-\d{{8}}-\d{{4}}\.{format}$", response.Content.Headers.ContentDisposition!.ToString());
        var (status, report) = await city.ImportAsync($"layer=again_{format}&mode=replace&file=x.{format}", await response.Content.ReadAsByteArrayAsync(Stop));
        Assert.True(status == HttpStatusCode.Created, report.ToString());
        Assert.Equal((65, 0, "Polygon"), (report.GetProperty("count").GetInt32(), report.GetProperty("bad").GetInt32(), report.GetProperty("geometry").GetString()));

        var (before, after) = (await NamesAsync("communes"), await NamesAsync($"again_{format}"));
        Assert.Equal(before, after);
        Assert.Contains("Phường Tam Thanh", before);
    }

    [Theory]
    [InlineData("zip", "/vsizip/")]
    [InlineData("gpkg", "")]
    [InlineData("geojson", "")]
    public async Task Gdal_reads_the_same_rows_texts_and_times(string format, string prefix)
    {
        var crs = format == "geojson" ? "" : "&crs=EPSG:9215";
        var path = await SaveAsync($"/api/layers/lamps/export.{format}?filter-lang=cql2-text{crs}", format);
        var text = await RunAsync("ogrinfo", "-ro", "-al", prefix + path);
        Assert.Contains("Feature Count: 3", text, StringComparison.Ordinal);
        Assert.Contains("Đèn ngõ 5, Trần Đăng Ninh", text, StringComparison.Ordinal);
        Assert.Matches("150.5", text);
        Assert.Contains("2026", text, StringComparison.Ordinal);
        Assert.Contains("07:05:00", text, StringComparison.Ordinal);
        Assert.Contains(crs.Length > 0 ? "VN" : "WGS 84", text, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public async Task Csv_of_points_has_their_longitude_and_latitude_and_no_formulas()
    {
        var lines = (await city.Client.GetStringAsync("/api/layers/lamps/export.csv", Stop)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("id,id_2,ten_cot_den,cong_suat,ngay_lap,dang_sang,lon_2,lat_2,lon,lat", lines[0]);
        Assert.Contains("a,a,\"Đèn ngõ 5, Trần Đăng Ninh\",70,2026-11-23T07:05:00Z,true,106.76,21.85,106.76,21.85", lines);
        Assert.Contains("c,c,'=Đèn lạ,,,,106.2,21.5,106.2,21.5", lines);
    }

    [Fact]
    public async Task Only_what_matches_leaves()
    {
        Assert.Equal(["b"], await IdsAsync("filter=" + Uri.EscapeDataString("cong_suat > 100")));
        Assert.Equal(["a", "b"], await IdsAsync("bbox=106.7,21.8,106.8,21.9"));
        Assert.Equal(["a"], await IdsAsync("dang_sang=true"));
    }

    [Fact]
    public async Task A_live_layer_leaves_as_of_a_moment()
    {
        await city.ReportAsync();
        Assert.NotEmpty(await IdsAsync("", "incidents"));
        Assert.Empty(await IdsAsync("asOf=2020-01-01T00:00:00Z", "incidents"));
    }

    [Theory]
    [InlineData("lamps/export.pdf", HttpStatusCode.NotFound, "gpkg")]
    [InlineData("nothing/export.csv", HttpStatusCode.NotFound, "unknown_layer")]
    [InlineData("lamps/export.csv?limit=5", HttpStatusCode.BadRequest, "unknown_parameter")]
    [InlineData("lamps/export.csv?filter=color%3D1", HttpStatusCode.BadRequest, "invalid_filter")]
    [InlineData("lamps/export.geojson?crs=EPSG:9215", HttpStatusCode.BadRequest, "RFC 7946")]
    [InlineData("lamps/export.gpkg?crs=EPSG:1", HttpStatusCode.UnprocessableEntity, "crs_unknown")]
    [InlineData("lamps/export.zip?crs=EPSG:9218", HttpStatusCode.BadRequest, "export_refused")]
    public async Task What_cannot_leave_is_said_by_name(string path, HttpStatusCode status, string says)
    {
        using var response = await city.Client.GetAsync("/api/layers/" + path, Stop);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(says, await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Null(response.Content.Headers.ContentDisposition);
    }

    private async Task<IEnumerable<string>> IdsAsync(string query, string layer = "lamps") =>
        (await city.Client.GetFromJsonAsync<JsonElement>($"/api/layers/{layer}/export.geojson?{query}", Stop)).GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()!).Order();

    private async Task<List<string>> NamesAsync(string layer)
    {
        var items = await city.GetAsync($"/ogc/collections/{layer}/items?limit=1000");
        return [.. items.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties").GetProperty("full_name").GetString()!).Order(StringComparer.Ordinal)];
    }

    private async Task<string> SaveAsync(string address, string format)
    {
        var path = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"citymap-{Guid.CreateVersion7():N}.{format}"));
        await File.WriteAllBytesAsync(path, await city.Client.GetByteArrayAsync(address, Stop), Stop);
        return path;
    }
}
