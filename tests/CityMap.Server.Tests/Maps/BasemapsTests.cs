using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityMap.Server.Cli;
using CityMap.Server.Hosting;
using CityMap.Server.Tests.Api;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace CityMap.Server.Tests.Maps;

/// <summary>Base maps of raster tiles, added while the server runs.</summary>
public sealed class BasemapsTests(City city) : IClassFixture<City>
{
    private const string Map = "/api/maps.png?bbox=106.755,21.845,106.765,21.855&size=200x200";

    [Fact]
    public async Task An_added_base_map_is_listed_served_and_drawn_under_the_map()
    {
        Assert.Equal(0, await AddAsync(Ground("Ảnh vệ tinh.mbtiles"), "--name", "anh"));
        var list = await city.Client.GetFromJsonAsync<JsonElement>("/api/basemaps", TestContext.Current.CancellationToken);
        Assert.Equal("/basemaps/anh/{z}/{x}/{y}", list.GetProperty("items").EnumerateArray().Single(b => b.GetProperty("id").GetString() == "anh").GetProperty("tiles").GetString());
        using var tile = await city.Client.GetAsync("/basemaps/anh/0/0/0", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (tile.StatusCode, tile.Content.Headers.ContentType!.MediaType));
        using var none = await city.Client.GetAsync("/basemaps/anh/3/1/1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
        using var drawn = SKBitmap.Decode(await city.Client.GetByteArrayAsync($"{Map}&ground=anh", TestContext.Current.CancellationToken));
        using var plain = SKBitmap.Decode(await city.Client.GetByteArrayAsync(Map, TestContext.Current.CancellationToken));
        Assert.Equal(new SKColor(200, 30, 60), drawn.GetPixel(20, 20));
        Assert.NotEqual(drawn.GetPixel(20, 20), plain.GetPixel(20, 20));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_not_kept()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("citymap-ground-").FullName, "hong.pmtiles");
        await File.WriteAllTextAsync(file, "no tiles", TestContext.Current.CancellationToken);
        Assert.Equal(1, await AddAsync(file));
        Assert.False(File.Exists(Path.Combine(Folder(), "basemaps", "hong.pmtiles")));
        using var unknown = await city.Client.GetAsync($"{Map}&ground=hong", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("ground", (await unknown.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("field").GetString());
    }

    private Task<int> AddAsync(string file, params string[] more) => CommandLine.RunAsync(["basemap", "add", file, "--data", Folder(), .. more]);

    private string Folder() => city.Services.GetRequiredService<ServerOptions>().DataFolder;

    // One tile of one colour for the whole world.
    private static string Ground(string name)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("citymap-ground-").FullName, name);
        using var bitmap = new SKBitmap(256, 256);
        bitmap.Erase(new SKColor(200, 30, 60));
        using var file = new SqliteConnection($"Data Source={path};Pooling=False");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = """
            CREATE TABLE metadata (name text, value text); CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
            INSERT INTO metadata VALUES ('format','png'), ('minzoom','0'), ('maxzoom','0'), ('attribution','© Somebody'); INSERT INTO tiles VALUES (0, 0, 0, $data)
            """;
        command.Parameters.AddWithValue("$data", bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray());
        command.ExecuteNonQuery();
        return path;
    }
}
