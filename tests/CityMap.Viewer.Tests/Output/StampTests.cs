using CityMap.Viewer.Drawing;
using SkiaSharp;
using Xunit;

namespace CityMap.Viewer.Tests.Output;

/// <summary>Stamping pictures into pixels gives what Skia's own drawing gives.</summary>
public sealed class StampTests
{
    [Fact]
    public void A_stamped_picture_looks_like_a_drawn_one_and_stays_inside_the_clip()
    {
        using var stamp = SKSurface.Create(new SKImageInfo(12, 12, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(200, 40, 90, 180) };
        stamp.Canvas.DrawCircle(6, 6, 5, paint);
        var clip = new SKRectI(3, 3, 37, 37);
        using var drawn = Ground();
        using var stamped = Ground();
        using var picture = stamp.Snapshot();
        drawn.Canvas.ClipRect(clip);
        using (var pixels = stamped.PeekPixels())
        using (var source = stamp.PeekPixels())
        {
            var stamps = new StampPixels(pixels, clip, source);
            foreach (var (x, y) in ((int, int)[])[(-4, -4), (5, 6), (10, 9), (32, 33), (60, 60), (-40, 3)])
            {
                drawn.Canvas.DrawImage(picture, x, y);
                stamps.Put(x, y);
            }
        }

        using var a = drawn.PeekPixels();
        using var b = stamped.PeekPixels();
        Assert.True(a.GetPixelSpan<byte>().ToArray().Zip(b.GetPixelSpan<byte>().ToArray()).All(p => Math.Abs(p.First - p.Second) <= 1));
    }

    private static SKSurface Ground()
    {
        var surface = SKSurface.Create(new SKImageInfo(40, 40, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(new SKColor(10, 120, 60));
        return surface;
    }
}
