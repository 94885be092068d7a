using System.Buffers.Binary;
using System.Text.Json;
using CityMap.Geo.Tiles;
using CityMap.Viewer.Data;
using CityMap.Viewer.Output;
using CityMap.Viewer.Raster;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;
using Microsoft.Data.Sqlite;
using SkiaSharp;
using Xunit;

namespace CityMap.Viewer.Tests.Raster;

/// <summary>Base maps from files of tiles, sound and damaged.</summary>
public sealed class ArchiveTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-tiles-").FullName;

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 0, 0, 1)]
    [InlineData(1, 0, 1, 2)]
    [InlineData(1, 1, 1, 3)]
    [InlineData(1, 1, 0, 4)]
    [InlineData(2, 0, 0, 5)]
    [InlineData(12, 3423, 1763, 19078479)]
    public void A_tile_has_its_number_along_the_curve_and_a_number_its_tile(int z, int x, int y, long id)
    {
        Assert.Equal(id, PmEntry.IdOf(new TileAddress(z, x, y)));
        Assert.Equal(new TileAddress(z, x, y), PmEntry.TileOf(id));
    }

    [Fact]
    public void A_file_out_of_which_pictures_come_is_taken_and_any_other_refused_by_name()
    {
        TileArchive.Check(WriteMbTiles());
        TileArchive.Check(WritePmTiles());
        var text = Path.Combine(_folder, "ground.txt");
        Assert.Contains("ground.txt", Assert.Throws<TileArchiveException>(() => TileArchive.Check(text)).Message, StringComparison.Ordinal);
        using (var file = new SqliteConnection($"Data Source={WriteMbTiles("blank")};Pooling=False"))
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "UPDATE tiles SET tile_data = x'00112233'";
            command.ExecuteNonQuery();
        }

        Assert.Contains("blank.mbtiles is damaged", Assert.Throws<TileArchiveException>(() => TileArchive.Check(Path.Combine(_folder, "blank.mbtiles"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tiles_of_an_MBTiles_file_lie_where_they_belong()
    {
        using var archive = MbTiles.Open(WriteMbTiles());
        Assert.Equal(("© Somebody", 1), (archive.Attribution, archive.MaxZoom));
        AssertQuarters(archive);
    }

    [Fact]
    public void Tiles_of_a_PMTiles_file_lie_where_they_belong()
    {
        using var archive = PmTiles.Open(WritePmTiles());
        AssertQuarters(archive);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(140)]
    public void A_damaged_file_is_refused_with_the_reason(int length)
    {
        File.WriteAllBytes(Path.Combine(_folder, "bad.pmtiles"), File.ReadAllBytes(WritePmTiles())[..length]);
        Assert.Throws<TileArchiveException>(() => PmTiles.Open(Path.Combine(_folder, "bad.pmtiles")));
        File.WriteAllBytes(Path.Combine(_folder, "bad.mbtiles"), [.. Enumerable.Repeat((byte)'x', length)]);
        Assert.Throws<TileArchiveException>(() => MbTiles.Open(Path.Combine(_folder, "bad.mbtiles")));
    }

    // Four tiles of zoom 1, each of one colour; drawn over the whole world each fills its quarter.
    private static void AssertQuarters(ITileArchive archive)
    {
        var view = new MapView(new(0, 0), 0, 512, 512);
        var images = GroundTiles.Read(archive, view, 1, CancellationToken.None);
        var style = MapStyle.Parse(JsonElement.Parse("""{"version":8,"layers":[{"id":"base","type":"raster","source":"base"}]}"""));
        var scene = new SceneBuilder(TestSheet.Sheet).Build(
            new MapDocument(view, style, MapTheme.Light, MapLanguage.Vi), new Dictionary<string, FeatureSet>(), new Dictionary<string, IReadOnlyList<GroundImage>> { ["base"] = images }, CancellationToken.None);
        using var picture = SKBitmap.Decode(MapOutput.Png(scene, TestSheet.Sheet, 1, CancellationToken.None));
        Assert.Equal(
            [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.Yellow],
            new[] { (100, 100), (400, 100), (100, 400), (400, 400) }.Select(p => picture.GetPixel(p.Item1, p.Item2)));
        foreach (var image in images) image.Dispose();
    }

    private static byte[] Tile(int x, int y)
    {
        using var bitmap = new SKBitmap(256, 256);
        bitmap.Erase((x, y) switch { (0, 0) => SKColors.Red, (1, 0) => SKColors.Lime, (0, 1) => SKColors.Blue, _ => SKColors.Yellow });
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }

    private string WriteMbTiles(string name = "four")
    {
        var path = Path.Combine(_folder, $"{name}.mbtiles");
        using var file = new SqliteConnection($"Data Source={path};Pooling=False");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = """
            CREATE TABLE metadata (name text, value text); CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
            INSERT INTO metadata VALUES ('format','png'), ('minzoom','1'), ('maxzoom','1'), ('attribution','© Somebody')
            """;
        command.ExecuteNonQuery();
        for (var i = 0; i < 4; i++)
        {
            command.CommandText = $"INSERT INTO tiles VALUES (1, {i % 2}, {1 - (i / 2)}, $data)";
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$data", Tile(i % 2, i / 2));
            command.ExecuteNonQuery();
        }

        return path;
    }

    private string WritePmTiles()
    {
        byte[][] tiles = [Tile(0, 0), Tile(0, 1), Tile(1, 1), Tile(1, 0)];
        List<byte> directory = [4, 1, 1, 1, 1, 1, 1, 1, 1];
        foreach (var tile in tiles)
        {
            for (var rest = tile.Length; ; rest >>= 7)
            {
                directory.Add((byte)(rest >= 0x80 ? (rest & 0x7F) | 0x80 : rest));
                if (rest < 0x80) break;
            }
        }

        directory.AddRange([1, 0, 0, 0]);
        var head = new byte[127];
        "PMTiles"u8.CopyTo(head);
        (head[7], head[97], head[98], head[99], head[100], head[101]) = (3, 1, 1, 2, 1, 1);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), 127);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(16), directory.Count);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(56), 127 + directory.Count);
        var path = Path.Combine(_folder, "four.pmtiles");
        File.WriteAllBytes(path, [.. head, .. directory, .. tiles.SelectMany(t => t)]);
        return path;
    }
}
