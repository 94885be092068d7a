using CityMap.Geo.Tiles;
using SkiaSharp;

namespace CityMap.Viewer.Raster;

/// <summary>Opens files of raster tiles by their ending.</summary>
public static class TileArchive
{
    /// <summary>The endings that are read.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".mbtiles", ".pmtiles"];

    /// <summary>Opens a file.</summary>
    /// <exception cref="TileArchiveException">It is missing, damaged, of another kind, or holds no pictures.</exception>
    public static ITileArchive Open(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".mbtiles" => MbTiles.Open(path),
        ".pmtiles" => PmTiles.Open(path),
        _ => throw new TileArchiveException($"{Path.GetFileName(path)} is neither an MBTiles nor a PMTiles file: its name would end with .mbtiles or .pmtiles."),
    };

    /// <summary>Opens a file and looks whether pictures come out of it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="TileArchiveException">It cannot be used; the message names the file and says why.</exception>
    public static void Check(string path)
    {
        using var archive = Open(path);
        var name = Path.GetFileName(path);
        if (archive.MinZoom > archive.MaxZoom || archive.MinZoom < 0) throw new TileArchiveException($"{name} is damaged: it says it holds zoom {archive.MinZoom} to {archive.MaxZoom}.");
        if (Sample(archive) is not var (tile, bytes)) throw new TileArchiveException($"{name} holds no tile within zoom {archive.MinZoom} to {archive.MaxZoom}.");
        using var codec = SKCodec.Create(new SKMemoryStream(bytes));
        using var picture = codec is null ? null : SKBitmap.Decode(codec);
        if (picture is null) throw new TileArchiveException($"{name} is damaged: its tile {tile} is no picture.");
    }

    private static (TileAddress Tile, byte[] Bytes)? Sample(ITileArchive archive)
    {
        for (var z = archive.MinZoom; z <= Math.Min(archive.MaxZoom, TileAddress.MaxZoom); z++)
        {
            foreach (var tile in archive.Tiles(z))
            {
                if (archive.Read(tile) is { } bytes) return (tile, bytes);
            }
        }

        return null;
    }
}
