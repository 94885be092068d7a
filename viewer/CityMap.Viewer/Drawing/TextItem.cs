using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>How text is drawn; lengths in CSS pixels.</summary>
internal sealed record Ink(float Size, SKColor Colour, SKColor Halo, float HaloWidth);

/// <summary>Lines of text, each from the beginning of its baseline.</summary>
internal sealed class TextItem(IReadOnlyList<(ShapedText Text, SKPoint At)> lines, Ink ink) : DrawItem
{
    public override void Draw(Brush brush)
    {
        if (ink.HaloWidth > 0 && ink.Halo.Alpha > 0)
        {
            var stroke = brush.Stroke;
            (stroke.Color, stroke.StrokeWidth, stroke.StrokeJoin) = (ink.Halo, 2 * ink.HaloWidth, SKStrokeJoin.Round);
            Each(brush, stroke);
        }

        brush.Fill.Color = ink.Colour;
        Each(brush, brush.Fill);
    }

    private void Each(Brush brush, SKPaint paint)
    {
        foreach (var (text, at) in lines)
        {
            var x = at.X;
            foreach (var run in text.Runs)
            {
                using var blob = Blob(run, brush.Font(run.Face, ink.Size), ink.Size);
                if (blob is not null) brush.Canvas.DrawText(blob, x, at.Y, paint);
                x += run.Width * ink.Size;
            }
        }
    }

    private static SKTextBlob? Blob(ShapedRun run, SKFont font, float size)
    {
        using var builder = new SKTextBlobBuilder();
        var buffer = builder.AllocatePositionedRun(font, run.Glyphs.Length);
        buffer.SetGlyphs(run.Glyphs);
        buffer.SetPositions(Array.ConvertAll(run.Offsets, o => new SKPoint(o.X * size, o.Y * size)));
        return builder.Build();
    }
}
