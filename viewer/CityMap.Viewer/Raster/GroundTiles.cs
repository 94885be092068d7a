using CityMap.Geo.Tiles;
using CityMap.Viewer.Scenes;
using SkiaSharp;

namespace CityMap.Viewer.Raster;

/// <summary>The pictures of the ground a view needs.</summary>
public static class GroundTiles
{
    private const int Most = 400;

    /// <summary>Reads them; a tile that is missing or no picture is left out. Dispose them after drawing.</summary>
    /// <param name="archive">Where from.</param>
    /// <param name="view">What is looked at.</param>
    /// <param name="pixelRatio">Device pixels per CSS pixel: finer paper takes deeper tiles.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="TileArchiveException">The file is damaged, or too many tiles would be needed.</exception>
    public static IReadOnlyList<GroundImage> Read(ITileArchive archive, MapView view, float pixelRatio, CancellationToken cancellationToken)
    {
        // Most raster tiles have 256 pixels: one zoom deeper than the view's tiles of 512.
        var z = Math.Clamp((int)Math.Round(view.Zoom + 1 + Math.Log2(Math.Max(1, pixelRatio))), archive.MinZoom, Math.Min(archive.MaxZoom, TileAddress.MaxZoom));
        var side = 1.0 / (1 << z);
        var (left, right) = (Index(view.UnitX(0), z), Index(view.UnitX(view.Width), z));
        var (top, bottom) = (Index(view.UnitY(0), z), Index(view.UnitY(view.Height), z));
        if ((right - left + 1L) * (bottom - top + 1L) > Most) throw new TileArchiveException($"The map would need more than {Most} tiles of zoom {z}.");
        var images = new List<GroundImage>();
        for (var x = left; x <= right; x++)
        {
            for (var y = top; y <= bottom; y++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (archive.Read(new(z, x, y)) is { } bytes && SKImage.FromEncodedData(bytes) is { } picture) images.Add(new(picture, x * side, y * side, side));
            }
        }

        return images;
    }

    private static int Index(double unit, int z) => Math.Clamp((int)Math.Floor(unit * (1 << z)), 0, (1 << z) - 1);
}
