using CityMap.Viewer.Drawing;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using SkiaSharp;

namespace CityMap.Viewer.Output;

/// <summary>Turns scenes into files.</summary>
public static class MapOutput
{
    /// <summary>A PNG of a scene.</summary>
    /// <param name="scene">The map.</param>
    /// <param name="sheet">Its symbols and fonts.</param>
    /// <param name="pixelRatio">Device pixels per CSS pixel.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static byte[] Png(Scene scene, MapSheet sheet, float pixelRatio, CancellationToken cancellationToken)
    {
        using var surface = Surface(scene.View.Width, scene.View.Height, pixelRatio);
        using var pixels = surface.PeekPixels();
        scene.Draw(surface.Canvas, sheet, Medium.Pixels, pixels, cancellationToken);
        return Encode(surface);
    }

    /// <summary>Draws a scene into memory and throws the pixels away: what drawing alone costs.</summary>
    internal static void Pixels(Scene scene, MapSheet sheet, float pixelRatio, CancellationToken cancellationToken)
    {
        using var surface = Surface(scene.View.Width, scene.View.Height, pixelRatio);
        using var pixels = surface.PeekPixels();
        scene.Draw(surface.Canvas, sheet, Medium.Pixels, pixels, cancellationToken);
    }

    internal static SKSurface Surface(float width, float height, float pixelRatio)
    {
        var info = new SKImageInfo((int)Math.Round(width * pixelRatio), (int)Math.Round(height * pixelRatio), SKColorType.Rgba8888, SKAlphaType.Premul);
        var surface = SKSurface.Create(info) ?? throw new InvalidOperationException($"A picture of {info.Width} × {info.Height} pixels cannot be made.");
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale(pixelRatio);
        return surface;
    }

    internal static byte[] Encode(SKSurface surface)
    {
        using var pixels = surface.PeekPixels();
        // Flat colours compress best without a filter, and level 3 takes half the time of the default.
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.None, 3));
        return data?.ToArray() ?? throw new InvalidOperationException("The picture could not be written as PNG.");
    }
}
