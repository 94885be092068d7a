using CityMap.Viewer.Drawing;
using SkiaSharp;
using Xunit;

namespace CityMap.Viewer.Tests.Output;

/// <summary>Areas drawn straight into pixels look as Skia draws them.</summary>
public sealed class AreaTests
{
    [Fact]
    public void A_filled_area_with_a_hole_looks_as_skia_draws_it()
    {
        var ring = Ring(new(30, 28), 22, 40);
        var hole = Ring(new(30, 28), 9, 12);
        var area = new Outline([.. ring, .. hole], [0, ring.Length]);
        Assert.InRange(Difference(area, new SKColor(60, 120, 40, 200), null, new(0, 0, 60, 60)), 0, 1.5);
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_clip_though_the_area_leaves_it_on_every_side()
    {
        var area = new Outline(Ring(new(30, 30), 45, 9), [0]);
        Assert.InRange(Difference(area, SKColors.Teal, SKColors.Black, new(11, 13, 48, 50)), 0, 1.5);
    }

    [Fact]
    public void An_edge_of_one_pixel_is_as_dark_as_a_stroke_of_skia()
    {
        var area = new Outline(Ring(new(30.3f, 29.6f), 20, 30), [0]);
        Assert.InRange(Difference(area, SKColors.White, SKColors.Black, new(0, 0, 60, 60)), 0, 1.5);
    }

    [Fact]
    public void Long_upright_and_flat_edges_are_as_dark_as_a_stroke_of_skia()
    {
        var area = new Outline([new(4.5f, 5.5f), new(55.5f, 5.5f), new(55.5f, 50), new(30, 50.25f), new(4.5f, 50.5f)], [0]);
        Assert.InRange(Difference(area, SKColors.White, SKColors.Black, new(0, 0, 60, 60)), 0, 1);
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(2)]
    [InlineData(3)]
    public void On_a_picture_of_another_scale_the_edge_is_as_wide_as_the_scale_says(float scale)
    {
        var area = new Outline(Ring(new(30 / scale, 30 / scale), 20 / scale, 40), [0]);
        Assert.InRange(Difference(area, SKColors.White, SKColors.Black, new(0, 0, 60, 60), scale), 0, 1.5);
    }

    [Fact]
    public void Corners_that_lie_on_one_another_leave_no_gap_and_no_blot()
    {
        var ring = Ring(new(30.3f, 29.6f), 20, 30);
        var area = new Outline([ring[0], .. ring, ring[^1], ring[^1], ring[0]], [0]);
        Assert.InRange(Difference(area, SKColors.White, SKColors.Black, new(0, 0, 60, 60)), 0, 1.5);
    }

    [Fact]
    public void A_large_area_is_left_to_skia()
    {
        using var surface = Ground(new(0, 0, 60, 60));
        using var pixels = surface.PeekPixels();
        Assert.False(new AreaPixels(pixels).Draw(surface.Canvas, new Outline(Ring(new(200, 200), 190, 8), [0]), SKColors.Red, null));
    }

    // The mean difference of the channels over the whole picture, of 255: Skia looks at sixteen places of a pixel, this at its whole area.
    private static double Difference(Outline area, SKColor colour, SKColor? edge, SKRectI clip, float scale = 1)
    {
        using var own = Ground(clip);
        using var skia = Ground(clip);
        own.Canvas.Scale(scale);
        skia.Canvas.Scale(scale);
        using var a = own.PeekPixels();
        using var b = skia.PeekPixels();
        Assert.True(new AreaPixels(a).Draw(own.Canvas, area, colour, edge));
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        for (var part = 0; part < area.Starts.Length; part++)
        {
            var (first, end) = area.Part(part);
            path.AddPoly(area.Points[first..end], close: true);
        }

        using var paint = new SKPaint { IsAntialias = true, Color = colour };
        skia.Canvas.DrawPath(path, paint);
        if (edge is { } line)
        {
            using var stroke = new SKPaint { IsAntialias = true, Color = line, Style = SKPaintStyle.Stroke, StrokeWidth = 1 };
            skia.Canvas.DrawPath(path, stroke);
        }

        return a.GetPixelSpan<byte>().ToArray().Zip(b.GetPixelSpan<byte>().ToArray()).Average(p => Math.Abs(p.First - p.Second));
    }

    private static SKPoint[] Ring(SKPoint middle, float radius, int corners) =>
        [.. Enumerable.Range(0, corners).Select(i => MathF.SinCos(2 * MathF.PI * i / corners)).Select(a => new SKPoint(middle.X + (a.Cos * radius), middle.Y + (a.Sin * radius)))];

    private static SKSurface Ground(SKRectI clip)
    {
        var surface = SKSurface.Create(new SKImageInfo(60, 60, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(new SKColor(230, 220, 200));
        surface.Canvas.ClipRect(clip);
        return surface;
    }
}
