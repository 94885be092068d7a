using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using CityMap.Geo.Coordinates;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Imports;

/// <summary>Formats, coordinate systems, modes and mending over HTTP.</summary>
public sealed class FormatTests(City city) : IClassFixture<City>
{
    private const string BowTie = """{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{},"geometry":{"type":"Polygon","coordinates":[[[106,21],[107,22],[107,21],[106,22],[106,21]]]}}]}""";

    private static readonly (double X, double Y) Gate = CrsCatalogue.Find(9215)!.FromGround(106.68389, 22.00306);

    [Fact]
    public async Task The_old_districts_come_in_by_their_own_name()
    {
        var file = await File.ReadAllBytesAsync(TestFiles.File("boundaries/langson_districts_pre2025.geojson").FullName, TestContext.Current.CancellationToken);
        var (status, report) = await city.ImportAsync("file=langson_districts_pre2025.geojson", file);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("langson_districts_pre2025", 11, 0), (report.GetProperty("layer").GetString(), report.GetProperty("count").GetInt32(), report.GetProperty("bad").GetInt32()));
    }

    [Fact]
    public async Task A_table_in_metres_is_asked_about_and_comes_in_once_its_system_is_stated()
    {
        var table = Utf8(string.Create(CultureInfo.InvariantCulture, $"id,x,y\n1,{Gate.X},{Gate.Y}\n"));
        var (status, problem) = await city.ImportAsync("file=gates.csv", table);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "crs_needed", "crs"), (status, Text(problem, "code"), Text(problem, "field")));
        var candidate = problem.GetProperty("candidates").EnumerateArray().Single(c => c.GetProperty("epsg").GetInt32() == 9215);
        Assert.Equal(107.25, candidate.GetProperty("meridian").GetDouble());
        Assert.Equal(106.68389, candidate.GetProperty("first")[0].GetDouble(), 6);

        var (_, report) = await city.ImportAsync("file=gates.csv&crs=urn:ogc:def:crs:EPSG::9215", table);
        Assert.Equal((9215, 1), (report.GetProperty("crs").GetInt32(), report.GetProperty("count").GetInt32()));
        Assert.Equal(106.68389, report.GetProperty("layers")[0].GetProperty("extent")[0].GetDouble(), 6);
    }

    [Theory]
    [InlineData("layer=y1&crs=EPSG:28992", "id,x,y\n1,2,3\n", "crs_unknown")]
    [InlineData("layer=y2&encoding=klingon", "id,lon,lat\n1,106.7,21.8\n", "invalid_parameter")]
    [InlineData("layer=y3&mode=merge", "id,lon,lat\n1,106.7,21.8\n", "invalid_parameter")]
    [InlineData("layer=y4", BowTie, "import_failed")]
    public async Task What_is_not_known_or_not_valid_is_a_named_problem(string query, string body, string code)
    {
        var (status, problem) = await city.ImportAsync(query, Utf8(body));
        Assert.InRange((int)status, 400, 499);
        Assert.Equal(code, Text(problem, "code"));
        await city.NoLayerAsync(query[6..8]);
    }

    [Fact]
    public async Task An_area_that_is_not_valid_comes_in_mended_when_that_is_asked_for_and_is_listed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports?layer=bows&repair=true") { Content = new ByteArrayContent(Utf8(BowTie)) };
        request.Headers.Accept.ParseAdd("application/x-ndjson");
        using var response = await city.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(lines, line => line.Contains("\"kind\":\"repaired\"", StringComparison.Ordinal) && line.Contains("106.5, 21.5", StringComparison.Ordinal));
        Assert.Contains("\"repaired\":1", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upsert_changes_what_is_there_and_adds_what_is_not()
    {
        await city.ImportAsync("layer=pumps", Utf8("id,lon,lat,state\n1,106.7,21.8,old\n2,106.8,21.8,old\n"));
        var (status, _) = await city.ImportAsync("layer=pumps&mode=upsert", Utf8("id,lon,lat,state\n2,106.8,21.8,new\n3,106.9,21.8,new\n"));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(3, (await city.LayerAsync("pumps")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task An_archive_of_two_shapefiles_makes_two_layers_at_once_and_a_damaged_one_none()
    {
        var folder = TestFiles.File("awkward/shapefile/states.shp").Directory!;
        var (status, report) = await city.ImportAsync("file=both.zip&layer=mx&crs=4326", await ZipAsync(folder, "states", "roads"));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(["mx_roads 105", "mx_states 32"], report.GetProperty("layers").EnumerateArray().Select(l => $"{Text(l, "layer")} {l.GetProperty("count")}"));

        var (refused, problem) = await city.ImportAsync("file=both.zip&layer=none&crs=4326", await ZipAsync(folder, "states", "multipatch"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("multipatch", Text(problem, "detail"), StringComparison.Ordinal);
        await city.NoLayerAsync("none_states");
    }

    [Theory]
    [InlineData("../x.csv")]
    [InlineData("inner.zip")]
    public async Task An_archive_that_is_not_safe_is_not_unpacked(string entry)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var stream = await archive.CreateEntry(entry).OpenAsync(TestContext.Current.CancellationToken);
            await stream.WriteAsync(Utf8("id,lon,lat\n1,106.7,21.8\n"), TestContext.Current.CancellationToken);
        }

        var (status, problem) = await city.ImportAsync("file=x.zip", bytes.ToArray());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "archive_refused"), (status, Text(problem, "code")));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();

    private static async Task<byte[]> ZipAsync(DirectoryInfo folder, params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in names.SelectMany(name => folder.EnumerateFiles($"{name}.*")))
            {
                await archive.CreateEntryFromFileAsync(file.FullName, file.Name, TestContext.Current.CancellationToken);
            }
        }

        return bytes.ToArray();
    }
}
