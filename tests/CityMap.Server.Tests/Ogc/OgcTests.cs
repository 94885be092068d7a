using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CityMap.Geo.Coordinates;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Ogc;

/// <summary>OGC API Features and Tiles, asked as the abstract test suites ask.</summary>
public sealed class OgcTests(City city) : IClassFixture<City>
{
    private const string Poles =
        """{"type":"FeatureCollection","features":[{"type":"Feature","id":"a","geometry":{"type":"Point","coordinates":[106.7,21.8]},"properties":{"name":"Cột 1","height":4}},{"type":"Feature","id":"b","geometry":{"type":"Point","coordinates":[106.8,21.9]},"properties":{"name":"Cột 2","height":9}},{"type":"Feature","id":"c","geometry":null,"properties":{"name":"Cột 3","height":7}}]}""";

    [Theory]
    [InlineData("")]
    [InlineData("/api")]
    [InlineData("/conformance")]
    [InlineData("/collections")]
    [InlineData("/collections/incidents")]
    [InlineData("/collections/incidents/queryables")]
    [InlineData("/collections/incidents/tiles")]
    [InlineData("/tileMatrixSets")]
    public async Task What_is_only_read_says_so(string path)
    {
        using var answer = await city.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/ogc" + path));
        Assert.Equal((HttpStatusCode.OK, "GET, HEAD, OPTIONS"), (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)));
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        using var refused = await city.Client.DeleteAsync("/ogc" + path);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD, OPTIONS"), (refused.StatusCode, string.Join(", ", refused.Content.Headers.Allow)));
        using var nowhere = await city.Client.SendAsync(new HttpRequestMessage(HttpMethod.Options, "/ogc/collections/nowhere"));
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task Every_document_answers_in_both_forms_and_every_link_of_it_leads_somewhere()
    {
        await ImportAsync();
        foreach (var path in (string[])["/ogc", "/ogc/conformance", "/ogc/collections", "/ogc/collections/poles", "/ogc/collections/poles/items", "/ogc/collections/poles/items/a", "/ogc/collections/poles/tiles", "/ogc/collections/poles/tiles/WebMercatorQuad", "/ogc/tileMatrixSets"])
        {
            var document = await city.GetAsync(path);
            using var page = await city.Client.GetAsync(path + "?f=html");
            Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
            foreach (var link in document.GetProperty("links").EnumerateArray())
            {
                Assert.NotEmpty(link.GetProperty("type").GetString()!);
                var href = link.GetProperty("href").GetString()!;
                if (link.TryGetProperty("templated", out _)) continue;
                using var target = await city.Client.GetAsync(href);
                Assert.True(target.IsSuccessStatusCode, href);
                Assert.Equal(link.GetProperty("type").GetString()!.Split(';')[0], target.Content.Headers.ContentType!.MediaType);
            }
        }
    }

    [Theory]
    [InlineData("vi", "Đối tượng", "Liên kết")]
    [InlineData("en", "Features", "Links")]
    public async Task The_page_of_a_collection_has_a_map_a_table_and_links_in_the_readers_language(string language, string features, string links)
    {
        await ImportAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/poles?f=html");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await city.Client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<circle").Length - 1);
        foreach (var part in new[] { $"<h2>{features}</h2>", $"<h2>{links}</h2>", "<td>9</td>", "/ogc/collections/poles/items/b?f=html\">b</a>" }) Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_are_counted_exactly_narrowed_and_paged_by_next()
    {
        await ImportAsync();
        var first = await city.GetAsync("/ogc/collections/poles/items?limit=2");
        Assert.Equal(3, first.GetProperty("numberMatched").GetInt64());
        Assert.Equal(2, first.GetProperty("numberReturned").GetInt64());
        var next = first.GetProperty("links").EnumerateArray().Single(l => l.GetProperty("rel").GetString() == "next").GetProperty("href").GetString()!;
        Assert.Equal(["c"], Ids(await city.GetAsync(next)));

        Assert.Equal(["b", "c"], Ids(await city.GetAsync("/ogc/collections/poles/items?filter=height%20%3E%205")));
        Assert.Equal(["b", "c"], Ids(await city.GetAsync("/ogc/collections/poles/items?filter-lang=cql2-json&filter=" + Uri.EscapeDataString("""{"op":">","args":[{"property":"height"},5]}"""))));
        Assert.Equal(["a"], Ids(await city.GetAsync("/ogc/collections/poles/items?height=4")));
        Assert.Equal(["a", "c"], Ids(await city.GetAsync("/ogc/collections/poles/items?bbox=106.6,21.7,106.75,21.85")));
        Assert.Equal(["a", "c"], Ids(await city.GetAsync("/ogc/collections/poles/items?bbox=21.7,106.6,21.85,106.75&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326")));
        Assert.Equal(3, (await city.GetAsync("/ogc/collections/poles/items?limit=1000000")).GetProperty("numberReturned").GetInt64());
    }

    [Fact]
    public async Task The_order_of_axes_is_that_of_the_system_asked_for()
    {
        await ImportAsync();
        using var answer = await city.Client.GetAsync("/ogc/collections/poles/items/a?crs=http://www.opengis.net/def/crs/EPSG/0/4326");
        Assert.Equal("<http://www.opengis.net/def/crs/EPSG/0/4326>", answer.Headers.GetValues("Content-Crs").Single());
        var point = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("geometry").GetProperty("coordinates");
        Assert.Equal((21.8, 106.7), (point[0].GetDouble(), point[1].GetDouble()));
    }

    [Fact]
    public async Task A_provincial_zone_is_answered_and_asked_in_metres_east_before_north()
    {
        await ImportAsync();
        const string Zone = "http://www.opengis.net/def/crs/EPSG/0/9215";
        var feature = await city.GetAsync($"/ogc/collections/poles/items/a?crs={Zone}");
        var point = feature.GetProperty("geometry").GetProperty("coordinates");
        var (x, y) = CrsCatalogue.Find(9215)!.FromGround(106.7, 21.8);
        Assert.Equal(x, point[0].GetDouble(), 0.01);
        Assert.Equal(y, point[1].GetDouble(), 0.01);
        Assert.Equal(["a", "c"], Ids(await city.GetAsync(FormattableString.Invariant($"/ogc/collections/poles/items?bbox={x - 100},{y - 100},{x + 100},{y + 100}&bbox-crs={Zone}"))));
    }

    [Theory]
    [InlineData("bbox={0},{1},{2},{3}&bbox-crs=")]
    [InlineData("filter=S_INTERSECTS(geom,BBOX({0},{1},{2},{3}))&filter-crs=")]
    public async Task A_box_of_a_provincial_zone_ends_at_its_own_edges_not_at_the_degrees_around_them(string asked)
    {
        await ImportAsync();
        var (x, y) = CrsCatalogue.Find(9215)!.FromGround(106.7, 21.8);
        Assert.Equal(["a"], Below(await AskAsync(y + 20)));
        Assert.Empty(Below(await AskAsync(y - 20)));

        Task<JsonElement> AskAsync(double north)
        {
            var box = string.Format(CultureInfo.InvariantCulture, asked, x - 20_000, y - 5_000, x + 20_000, north);
            return city.GetAsync($"/ogc/collections/poles/items?{box}http://www.opengis.net/def/crs/EPSG/0/9215");
        }

        static string[] Below(JsonElement page) => [.. Ids(page).Where(id => id == "a")];
    }

    [Theory]
    [InlineData("/ogc/collections/poles/items?unknown=1", 400)]
    [InlineData("/ogc/collections/poles/items?limit=0", 400)]
    [InlineData("/ogc/collections/poles/items?limit=ten", 400)]
    [InlineData("/ogc/collections/poles/items?bbox=1,2,3", 400)]
    [InlineData("/ogc/collections/poles/items?bbox=999,2,3,4", 400)]
    [InlineData("/ogc/collections/poles/items?bbox=1e300,1e300,1e301,1e301&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/9215", 400)]
    [InlineData("/ogc/collections/poles/items?filter=S_INTERSECTS(geom,POINT(9e9%209e9))&filter-crs=http://www.opengis.net/def/crs/EPSG/0/3405", 400)]
    [InlineData("/ogc/collections/poles/items?bbox=9e9,9e9,9.1e9,9.1e9&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/3405", 400)]
    [InlineData("/ogc/collections/poles/items?datetime=yesterday", 400)]
    [InlineData("/ogc/collections/poles/items?crs=http://example.org/crs", 400)]
    [InlineData("/ogc/collections/poles/items?filter=colour%20=%201", 400)]
    [InlineData("/ogc/collections/poles/items?filter=height%20=%20%27tall%27", 400)]
    [InlineData("/ogc/collections/poles/items?filter=height%20%3E", 400)]
    [InlineData("/ogc/collections/poles/items/nobody", 404)]
    [InlineData("/ogc/collections/nowhere", 404)]
    [InlineData("/ogc/collections/nowhere/items", 404)]
    [InlineData("/ogc/collections/poles/tiles/WebMercatorQuad/2/9/0", 404)]
    [InlineData("/ogc?foo=1", 400)]
    public async Task What_is_wrong_is_refused_with_a_named_problem(string path, int status)
    {
        await ImportAsync();
        using var answer = await city.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.NotEmpty(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!);
    }

    [Fact]
    public async Task A_tile_is_addressed_by_row_before_column()
    {
        await ImportAsync();
        var tile = CityMap.Geo.Tiles.TileAddress.Containing(new(106.7, 21.8), 14);
        Assert.NotEqual(tile.X, tile.Y);
        using var answer = await city.Client.GetAsync(FormattableString.Invariant($"/ogc/collections/poles/tiles/WebMercatorQuad/14/{tile.Y}/{tile.X}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_the_caller_has_is_not_sent_again_and_head_sends_no_body()
    {
        await ImportAsync();
        using var first = await city.Client.GetAsync("/ogc/collections/poles/items");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/ogc/collections/poles/items");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await city.Client.SendAsync(again)).StatusCode);
        using var head = await city.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/ogc/collections/poles/items"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()!)];

    private async Task ImportAsync()
    {
        using var file = new StringContent(Poles, Encoding.UTF8, "application/geo+json");
        using var answer = await city.Client.PostAsync("/api/imports?layer=poles&mode=replace", file);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
