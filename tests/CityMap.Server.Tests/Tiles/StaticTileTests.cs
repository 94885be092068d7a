using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Geo.Tiles;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Tests.Tiles;

/// <summary>Tiles of what is imported, their validators, and what is no tile.</summary>
public sealed class StaticTileTests
{
    private static readonly LayerInfo _streets = new(
        "streets", new("Đường", "Streets"), GeometryKind.Line, [new("name", FieldType.Text, new("Tên", "Name")), new("class", FieldType.Text, new("Cấp", "Class"))])
    {
        MinZoom = 10,
        MaxZoom = 16,
        Source = "test",
    };

    [Fact]
    public async Task Every_street_of_a_tile_is_on_it_and_no_other()
    {
        await using var host = await TileHost.StartAsync();
        var streets = Streets(400);
        await host.ImportAsync(_streets, streets);
        var address = TileAddress.Containing(new(106.76, 21.85), 15);
        var box = Box(address);

        var tile = await DecodedTile.GetAsync(host, "streets", (address.Z, address.X, address.Y));

        var expected = streets.Where(s => s.Geometry!.Intersects(box)).Select(s => s.Id).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(expected);
        Assert.Superset(expected.ToHashSet(), tile.Ids.ToHashSet());

        // Beyond the tile only what reaches into its buffer, a sixty-fourth of its side.
        var buffer = (address.Bounds.East - address.Bounds.West) / 64;
        Assert.All(tile.Ids.Except(expected), id => Assert.True(streets.Single(s => s.Id == id).Geometry!.Distance(box) <= buffer * 1.01));
        Assert.StartsWith("Đường ", (string)tile.Features[0].Attributes["name"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tile_keeps_its_strong_validator_until_the_next_import()
    {
        await using var host = await TileHost.StartAsync();
        await host.ImportAsync(_streets, Streets(50));
        var at = DecodedTile.Of(106.76, 21.85, 12);
        var first = await DecodedTile.GetAsync(host, "streets", at);

        Assert.False(first.Tag!.StartsWith("W/", StringComparison.Ordinal));
        var again = await DecodedTile.GetAsync(host, "streets", at, "", first.Tag);
        Assert.Equal((HttpStatusCode.NotModified, first.Tag), (again.Status, again.Tag));
        Assert.Equal(HttpStatusCode.NotModified, (await DecodedTile.GetAsync(host, "streets", at, "", "\"x\", " + first.Tag)).Status);
        await host.ImportAsync(_streets, Streets(60));
        DecodedTile? renewed = null;
        while (renewed is not { Status: HttpStatusCode.OK }) renewed = await DecodedTile.GetAsync(host, "streets", at, "", first.Tag);
        Assert.NotEqual(first.Tag, renewed.Tag);
    }

    [Fact]
    public async Task The_compressed_form_is_the_same_tile_under_another_validator()
    {
        await using var host = await TileHost.StartAsync();
        await host.ImportAsync(_streets, Streets(400));
        var (z, x, y) = DecodedTile.Of(106.76, 21.85, 12);
        var plain = await host.Http.GetAsync($"/tiles/streets/{z}/{x}/{y}.mvt", TileHost.Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/tiles/streets/{z}/{x}/{y}.mvt");
        request.Headers.Add("Accept-Encoding", "br, gzip;q=0.5");

        var compressed = await host.Http.SendAsync(request, TileHost.Cancel);

        Assert.Equal("gzip", Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", compressed.Headers.Vary);
        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);
        await using var unpacked = new GZipStream(await compressed.Content.ReadAsStreamAsync(TileHost.Cancel), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes, TileHost.Cancel);
        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(TileHost.Cancel), bytes.ToArray());
        Assert.True(compressed.Content.Headers.ContentLength < bytes.Length);
    }

    [Fact]
    public async Task The_description_leads_to_tiles_that_may_be_kept_for_good()
    {
        await using var host = await TileHost.StartAsync();
        await host.ImportAsync(_streets, Streets(50));

        var document = await host.Http.GetFromJsonAsync<JsonElement>("/tiles/streets.json", TileHost.Cancel);

        Assert.Equal("3.0.0", document.GetProperty("tilejson").GetString());
        Assert.Equal((10, 16), (document.GetProperty("minzoom").GetInt32(), document.GetProperty("maxzoom").GetInt32()));
        var layer = Assert.Single(document.GetProperty("vector_layers").EnumerateArray());
        Assert.Equal("streets", layer.GetProperty("id").GetString());
        Assert.Equal("String", layer.GetProperty("fields").GetProperty("name").GetString());
        var bounds = document.GetProperty("bounds").EnumerateArray().Select(n => n.GetDouble()).ToArray();
        Assert.True(bounds is [> 106, > 21, < 107, < 22]);
        var template = Assert.Single(document.GetProperty("tiles").EnumerateArray()).GetString()!;
        Assert.StartsWith(host.Http.BaseAddress!.ToString(), template, StringComparison.Ordinal);
        var (z, x, y) = DecodedTile.Of(106.76, 21.85, 12);
        var tile = await host.Http.GetAsync(template.Replace("{z}", $"{z}").Replace("{x}", $"{x}").Replace("{y}", $"{y}"), TileHost.Cancel);
        Assert.Equal(HttpStatusCode.OK, tile.StatusCode);
        Assert.Contains("immutable", tile.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_of_a_live_layer_carries_the_filter_to_its_tiles()
    {
        await using var host = await TileHost.StartAsync();

        var document = await host.Http.GetFromJsonAsync<JsonElement>("/tiles/incidents.json?types=FIRE&open=true", TileHost.Cancel);

        Assert.EndsWith("/tiles/incidents/{z}/{x}/{y}.mvt?types=FIRE&open=true", document.GetProperty("tiles")[0].GetString(), StringComparison.Ordinal);
        var fields = document.GetProperty("vector_layers")[0].GetProperty("fields");
        foreach (var name in new[] { "id", "type", "severity", "overdue", "cluster", "count", "worst", "expand_zoom", "lon", "lat" }) Assert.True(fields.TryGetProperty(name, out _), name);
    }

    [Theory]
    [InlineData("/tiles/streets/17/0/0.mvt", 404, "tile_out_of_range")]
    [InlineData("/tiles/streets/3/8/0.mvt", 404, "tile_out_of_range")]
    [InlineData("/tiles/streets/3/99999999999999999/0.mvt", 404, "tile_out_of_range")]
    [InlineData("/tiles/streets/a/0/0.mvt", 400, "invalid_parameter")]
    [InlineData("/tiles/streets/3/-1/0.mvt", 400, "invalid_parameter")]
    [InlineData("/tiles/streets/3/1.5/0.mvt", 400, "invalid_parameter")]
    [InlineData("/tiles/streets/3/1/0.mvt?types=FIRE", 400, "unknown_parameter")]
    [InlineData("/tiles/nothing/3/1/0.mvt", 404, "unknown_layer")]
    [InlineData("/tiles/nothing.json", 404, "unknown_layer")]
    [InlineData("/tiles/streets/12/0/0.mvt", 204, null)]
    [InlineData("/tiles/streets/3/6/3.mvt", 204, null)]
    public async Task What_is_no_tile_is_told_apart(string address, int status, string? code)
    {
        await using var host = await TileHost.StartAsync();
        await host.ImportAsync(_streets, Streets(20));

        var answer = await host.Http.GetAsync(address, TileHost.Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        if (code is not null) Assert.Contains($"\"code\":\"{code}\"", await answer.Content.ReadAsStringAsync(TileHost.Cancel), StringComparison.Ordinal);
    }

    private static List<Feature> Streets(int count)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (lon, lat) = (106.74 + (random.NextDouble() * 0.04), 21.83 + (random.NextDouble() * 0.04));
            var line = new LineString([new(lon, lat), new(lon + (random.NextDouble() * 0.01), lat + 0.002), new(lon + 0.01, lat + (random.NextDouble() * 0.01))]);
            return new Feature($"s{i:0000}", line, new Dictionary<string, object?> { ["name"] = $"Đường {i}", ["class"] = "residential" });
        })];
    }

    private static Geometry Box(TileAddress address)
    {
        var b = address.Bounds;
        return GeometryFactory.Default.ToGeometry(new Envelope(b.West, b.East, b.South, b.North));
    }
}
