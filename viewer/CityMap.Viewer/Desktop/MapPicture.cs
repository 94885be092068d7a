using CityMap.Viewer.Scenes;
using SkiaSharp;

namespace CityMap.Viewer.Desktop;

/// <summary>
/// A picture the server draws of what a view does not draw itself. One picture has its names placed once, where tiles would cut them at
/// every edge; it reaches beyond the view, so that a short move needs no other.
/// </summary>
/// <param name="Route">Where it is asked for.</param>
/// <param name="Shows">What it shows once it is cut.</param>
public sealed record MapPicture(string Route, MapView Shows)
{
    /// <summary>The scale and the sources stand in this strip at the foot of every picture; the window has its own, so they are cut off, and as much above.</summary>
    public const int Foot = 56;

    /// <summary>Whether it is as good for a view as a picture made for it.</summary>
    public bool Covers(MapView view)
    {
        // Enlarged by less than a two-hundredth a picture looks the same.
        if (Math.Abs(Shows.Zoom - view.Zoom) > 0.007) return false;
        const double Pixel = 1;
        return Shows.PixelX(view.UnitX(0)) >= -Pixel && Shows.PixelX(view.UnitX(view.Width)) <= Shows.Width + Pixel
            && Shows.PixelY(view.UnitY(0)) >= -Pixel && Shows.PixelY(view.UnitY(view.Height)) <= Shows.Height + Pixel;
    }

    /// <summary>Cuts the strips off.</summary>
    /// <param name="png">As the server answered.</param>
    /// <exception cref="ServerProblem">It is not the picture that was asked for.</exception>
    public static byte[] Cut(byte[] png)
    {
        using var file = SKData.CreateCopy(png);
        using var codec = SKCodec.Create(file);
        using var whole = codec is null ? null : SKBitmap.Decode(codec);
        if (whole is null || whole.Height <= 2 * Foot) throw new ServerProblem("unreadable", "The answer is no picture: this is not a server of CityMap.");
        using var kept = new SKBitmap();
        whole.ExtractSubset(kept, new SKRectI(0, Foot, whole.Width, whole.Height - Foot));
        using var pixels = kept.PeekPixels();
        // It is read once and forgotten: written quickly, not small.
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 1));
        return data!.ToArray();
    }
}
