using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Imports;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CityMap.Server.Tests.Api;

/// <summary>What leaves is exactly what the list shows, in its order.</summary>
public sealed class ExportTests(City city) : IClassFixture<City>
{
    private async Task<string> TownAsync()
    {
        var word = "Mẻ" + Guid.CreateVersion7().ToString("N")[^12..];
        await city.ReportAsync(City.Report($"Đèn, hỏng \\\"nặng\\\" {word}", severity: 2));
        await city.ReportAsync(City.Report($"=cmd|calc {word}", "TREE", severity: 5));
        await city.ReportAsync(City.Report($"Ngập {word}", "WATER", severity: 4));
        return word;
    }

    [Fact]
    public async Task CSV_holds_the_rows_of_the_list_in_its_order_with_headings_in_the_language_asked_for()
    {
        var word = await TownAsync();
        using var response = await city.Client.GetAsync($"/api/incidents/export.csv?q={word}&sort=-severity");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal("text/csv; charset=utf-8; header=present", response.Content.Headers.ContentType!.ToString());
        Assert.Matches(@"^attachment; filename=citymap-\d{8}-\d{4}\.csv$", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("Mã,Loại,Tiêu đề,Mức độ,Trạng thái,Quá hạn", lines[0], StringComparison.Ordinal);
        Assert.Contains($",Cây xanh,'=cmd|calc {word},5,Mới,Không,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",4,", lines[2], StringComparison.Ordinal);
        Assert.Contains($",Chiếu sáng,\"Đèn, hỏng \"\"nặng\"\" {word}\",2,", lines[3], StringComparison.Ordinal);

        var english = await city.Client.GetStringAsync($"/api/incidents/export.csv?q={word}&severities=4&lang=en");
        Assert.StartsWith("Id,Type,Title,Severity,State,Overdue", english.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(",\"Water, drains, flooding\",", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GeoJSON_holds_the_same_incidents_with_every_field_and_the_longitude_first()
    {
        var word = await TownAsync();
        var listed = (await city.GetAsync($"/api/incidents?q={word}&sort=severity")).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString());
        using var response = await city.Client.GetAsync($"/api/incidents/export.geojson?q={word}&sort=severity");
        Assert.Equal("application/geo+json", response.Content.Headers.ContentType!.MediaType);
        var collection = await response.Content.ReadFromJsonAsync<JsonElement>();
        var features = collection.GetProperty("features");
        Assert.Equal(listed, features.EnumerateArray().Select(f => f.GetProperty("id").GetString()));
        Assert.Equal([106.76, 21.85], features[0].GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(n => n.GetDouble()));
        Assert.Equal(JsonValueKind.Null, features[0].GetProperty("properties").GetProperty("closed_at").ValueKind);
    }

    [Fact]
    public async Task XLSX_opens_and_holds_the_same_rows()
    {
        var word = await TownAsync();
        var bytes = await city.Client.GetByteArrayAsync($"/api/incidents/export.xlsx?q={word}&sort=-severity&lang=en");
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var rows = document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Equal(["Id", "Type", "Title", "Severity"], rows[0].Take(4));
        Assert.Equal(["5", "4", "2"], rows.Skip(1).Select(row => row[3]));
        Assert.Equal($"=cmd|calc {word}", rows[1][2]);
    }

    [Fact]
    public async Task What_is_larger_than_any_buffer_leaves_whole()
    {
        var (word, much) = ("Dài" + Guid.CreateVersion7().ToString("N")[^12..], new string('x', 3000));
        for (var i = 0; i < 30; i++)
        {
            await city.ReportAsync($$$"""{"type":"OTHER","title":"{{{word}}}","description":"{{{much}}}","severity":1,"position":{"lon":106.76,"lat":21.85}}""");
        }

        var text = await city.Client.GetStringAsync($"/api/incidents/export.csv?q={word}");
        Assert.Equal(30, text.Split(much + "\r\n").Length - 1);
        Assert.Equal(30, (await city.GetAsync($"/api/incidents/export.geojson?q={word}")).GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task An_export_of_a_moment_shows_that_moment()
    {
        var word = await TownAsync();
        var before = Uri.EscapeDataString("2020-01-01T00:00:00Z");
        var text = await city.Client.GetStringAsync($"/api/incidents/export.csv?q={word}&asOf={before}");
        Assert.Single(text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("/api/incidents/export.pdf", HttpStatusCode.NotFound, "xlsx")]
    [InlineData("/api/incidents/export.csv?limit=5", HttpStatusCode.BadRequest, "unknown_parameter")]
    [InlineData("/api/incidents/export.csv?lang=fr", HttpStatusCode.BadRequest, "invalid_parameter")]
    public async Task What_cannot_be_exported_is_said_by_name(string path, HttpStatusCode status, string says)
    {
        using var response = await city.Client.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(says, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpkg")]
    [InlineData("zip")]
    public async Task GeoPackage_and_Shapefile_hold_what_the_filter_of_the_list_lets_through(string format)
    {
        var word = await TownAsync();
        using var response = await city.Client.GetAsync($"/api/incidents/export.{format}?q={word}&severities=4,5&sort=severity");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Matches($@"^attachment; filename=incidents-\d{{8}}-\d{{4}}\.{format}$", response.Content.Headers.ContentDisposition!.ToString());
        var (status, report) = await city.ImportAsync($"layer=taken_{format}&mode=replace&file=x.{format}", await response.Content.ReadAsByteArrayAsync());
        Assert.True(status == HttpStatusCode.Created, report.ToString());
        Assert.Equal(2, report.GetProperty("count").GetInt32());
    }
}
