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
                stamps.Put(x, y, 0, 40);
            }
        }

        using var a = drawn.PeekPixels();
        using var b = stamped.PeekPixels();
        Assert.True(a.GetPixelSpan<byte>().ToArray().Zip(b.GetPixelSpan<byte>().ToArray()).All(p => Math.Abs(p.First - p.Second) <= 1));
    }

    [Fact]
    public void Stamped_in_bands_the_later_places_still_lie_on_top()
    {
        using var stamp = SKSurface.Create(new SKImageInfo(9, 9, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(20, 40, 90, 140) };
        stamp.Canvas.DrawCircle(4.5f, 4.5f, 4, paint);
        using var ink = stamp.PeekPixels();
        var random = new Random(3);
        var places = Enumerable.Range(0, 400).Select(_ => (random.Next(-12, 70), random.Next(-12, 320))).ToArray();
        using var one = SKSurface.Create(new SKImageInfo(64, 300, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var bands = SKSurface.Create(new SKImageInfo(64, 300, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var a = one.PeekPixels();
        using var b = bands.PeekPixels();
        var whole = new StampPixels(a, new(0, 0, 64, 300), ink);
        foreach (var (x, y) in places) whole.Put(x, y, 0, 300);
        StampBands.Put(new StampPixels(b, new(0, 0, 64, 300), ink), places, 300);
        Assert.Contains(a.GetPixelSpan<byte>().ToArray(), channel => channel > 0);
        Assert.Equal(a.GetPixelSpan<byte>().ToArray(), b.GetPixelSpan<byte>().ToArray());
    }

    private static SKSurface Ground()
    {
        var surface = SKSurface.Create(new SKImageInfo(40, 40, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(new SKColor(10, 120, 60));
        return surface;
    }
}
