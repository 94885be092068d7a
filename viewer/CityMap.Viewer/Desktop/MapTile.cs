using CityMap.Geo.Coordinates;
using CityMap.Geo.Tiles;
using CityMap.Viewer.Scenes;
using SkiaSharp;

namespace CityMap.Viewer.Desktop;

/// <summary>
/// Large tiles of what a window does not draw itself. The server writes no name that the edge of a picture would cut: a picture ends where
/// tiles end, and is cut into four of them, so that names run on from one to the other. Only at its foot it goes on, for scale and sources
/// stand there, and is cut off: a name that stands across that edge is cut with it.
/// </summary>
public static class MapTile
{
    /// <summary>Pixels on each side of a tile; tile 0/0/0 is the world.</summary>
    public const int Side = 1024;

    /// <summary>
    /// Pixels per inch a tile is drawn at. A map control shows the tiles whose resolution is nearest, enlarged to four thirds at most and
    /// reduced to two thirds: drawn a little larger than life, names then never fall below 0.7 of their size.
    /// </summary>
    public const int Dpi = 102;

    /// <summary>CSS pixels at the foot of a picture that are cut off.</summary>
    public const int Foot = 48;

    /// <summary>CSS pixels a picture is wide: what two tiles need, and what is missing to a whole one.</summary>
    public const int Width = ((2 * Side * 96) + Dpi - 1) / Dpi;

    /// <summary>CSS pixels a picture is high.</summary>
    public const int Height = Width + Foot;

    /// <summary>The zooms tiles are drawn at: a window goes no further.</summary>
    public static (int First, int Last) Zooms => (3, 19);

    /// <summary>Metres of EPSG:3857 under a pixel of a tile.</summary>
    public static double Resolution(int zoom) => 2 * WebMercator.HalfWorld / (Side * Math.Pow(2, zoom));

    /// <summary>What a picture shows before it is cut.</summary>
    /// <param name="whole">The tile whose children are cut from it; it lies in the upper left corner.</param>
    public static MapView Picture(TileAddress whole)
    {
        var metres = whole.SideMetres * Dpi / (2 * Side * 96.0);
        var middle = new LonLat(WebMercator.Lon(whole.WestMetres + (metres * Width / 2)), WebMercator.Lat(whole.NorthMetres - (metres * Height / 2)));
        return new(middle, Math.Log2(2 * WebMercator.HalfWorld / (512 * metres)), Width, Height);
    }

    /// <summary>Cuts a picture into tiles.</summary>
    /// <param name="png">As the server answered.</param>
    /// <param name="whole">The tile it was asked for.</param>
    /// <returns>The children of the tile as PNG.</returns>
    /// <exception cref="ServerProblem">It is not the picture that was asked for.</exception>
    public static IReadOnlyDictionary<TileAddress, byte[]> Cut(byte[] png, TileAddress whole)
    {
        using var file = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(file);
        using var picture = codec is null ? null : SKBitmap.Decode(codec);
        if (picture is null || Math.Abs(picture.Width - (Width * Dpi / 96.0)) > 1 || Math.Abs(picture.Height - (Height * Dpi / 96.0)) > 1)
        {
            throw new ServerProblem("unreadable", "The answer is not the picture that was asked for: this is not a server of CityMap.");
        }

        return whole.Children.ToDictionary(tile => tile, tile => Piece(picture, (tile.X & 1) * Side, (tile.Y & 1) * Side));
    }

    private static byte[] Piece(SKBitmap picture, int x, int y)
    {
        using var piece = new SKBitmap();
        picture.ExtractSubset(piece, SKRectI.Create(x, y, Side, Side));
        using var pixels = piece.PeekPixels();
        // It is read once and forgotten: written quickly, not small.
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 1));
        return data!.ToArray();
    }
}
