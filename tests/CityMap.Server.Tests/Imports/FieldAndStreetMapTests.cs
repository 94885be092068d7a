using System.Net;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Imports;

/// <summary>Files that hold several layers by themselves: KML folders, GPX, OpenStreetMap.</summary>
public sealed class FieldAndStreetMapTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task The_folders_of_a_KML_become_layers()
    {
        var (status, report) = await city.ImportAsync("file=luoi.kml&layer=luoi", Utf8("""
            <kml><Document><Folder><name>Trạm</name><Placemark id="t1"><name>T1</name><Point><coordinates>106.7,21.8,5</coordinates></Point></Placemark></Folder>
            <Folder><name>Đường dây</name><Placemark><LineString><coordinates>106.7,21.8 106.8,21.9</coordinates></LineString></Placemark></Folder></Document></kml>
            """));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(["luoi_tram 1 Point", "luoi_duong_day 1 Line"], Layers(report));
        Assert.Equal(("KML", 1), (report.GetProperty("how").GetString(), report.GetProperty("warnings").GetInt32()));
    }

    [Fact]
    public async Task Waypoints_and_tracks_of_a_GPX_become_layers_with_their_times()
    {
        var (status, report) = await city.ImportAsync("file=tuan tra.gpx", Utf8("""
            <gpx version="1.1"><wpt lat="21.8" lon="106.7"><time>2024-05-01T01:00:00Z</time><name>Mốc 1088</name></wpt>
            <trk><trkseg><trkpt lat="21.8" lon="106.7"><time>2024-05-01T01:00:00Z</time></trkpt><trkpt lat="21.9" lon="106.7"/></trkseg></trk></gpx>
            """));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(["tuan_tra_waypoints 1 Point", "tuan_tra_tracks 1 Line"], Layers(report));
        var fields = report.GetProperty("layers")[1].GetProperty("fields").EnumerateArray().Select(f => $"{f.GetProperty("name")} {f.GetProperty("type")}");
        Assert.Contains("begin Timestamp", fields);
    }

    [Fact]
    public async Task Monaco_becomes_the_layers_of_the_rules_that_come_along()
    {
        var file = await File.ReadAllBytesAsync(TestFiles.File("osm/monaco-latest.osm.pbf").FullName, TestContext.Current.CancellationToken);
        var (status, report) = await city.ImportAsync("file=monaco-latest.osm.pbf&layer=mc", file);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Contains("mc_roads", string.Join(' ', Layers(report)), StringComparison.Ordinal);
        Assert.Equal(0, report.GetProperty("bad").GetInt32());
        var roads = await city.GetAsync("/ogc/collections/mc_roads/items?limit=1&filter=" + Uri.EscapeDataString("highway = 'primary'"));
        Assert.Equal(296, roads.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Own_rules_decide_which_layers_are_made()
    {
        var file = await File.ReadAllBytesAsync(TestFiles.File("osm/monaco-latest.osm.pbf").FullName, TestContext.Current.CancellationToken);
        var rules = Uri.EscapeDataString("""{"layers":[{"id":"hydrants","shape":"point","any":["emergency=fire_hydrant"],"fields":["ref"]},{"id":"bus_stops","shape":"point","any":["highway=bus_stop"],"fields":["name"]}]}""");
        var (status, report) = await city.ImportAsync($"file=m.osm.pbf&layer=own&dryRun=true&osmRules={rules}", file);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["own_bus_stops", "own_hydrants"], Layers(report).Select(l => l.Split(' ')[0]).Order(StringComparer.Ordinal));
        var (refused, problem) = await city.ImportAsync("file=m.osm.pbf&osmRules=%7B%22layers%22%3A%5B%5D%7D", file);
        Assert.Equal((HttpStatusCode.BadRequest, "osmRules"), (refused, problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Of_an_OpenStreetMap_file_cut_in_half_nothing_is_stored_even_when_a_part_would_be_accepted()
    {
        var file = await File.ReadAllBytesAsync(TestFiles.File("osm/monaco-latest.osm.pbf").FullName, TestContext.Current.CancellationToken);
        var (status, problem) = await city.ImportAsync("file=half.osm.pbf&acceptPartial=true", file[..(file.Length / 2)]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "import_failed"), (status, problem.GetProperty("code").GetString()));
        Assert.Contains("the file was cut", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain((await city.GetAsync("/api/layers")).GetProperty("items").EnumerateArray(), l => l.GetProperty("id").GetString()!.StartsWith("half", StringComparison.Ordinal));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static IEnumerable<string> Layers(JsonElement report) =>
        report.GetProperty("layers").EnumerateArray().Select(l => $"{l.GetProperty("layer")} {l.GetProperty("count")} {l.GetProperty("geometry")}");
}
