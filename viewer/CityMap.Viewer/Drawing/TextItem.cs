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
            // A halo is no text of its own: who copies a name shall not get it twice.
            if (brush.Medium == Medium.Pdf) brush.Canvas.DrawPath(Outlines(brush), stroke);
            else Each(brush, stroke);
        }

        brush.Fill.Color = ink.Colour;
        Each(brush, brush.Fill);
    }

    private void Each(Brush brush, SKPaint paint)
    {
        if (brush.Medium == Medium.Svg)
        {
            brush.Canvas.DrawPath(Outlines(brush), paint);
            return;
        }

        foreach (var (text, at) in lines)
        {
            var x = at.X;
            foreach (var run in text.Runs)
            {
                using var blob = Blob(run, brush.Font(run.Face, ink.Size), ink.Size, brush.Medium);
                if (blob is not null) brush.Canvas.DrawText(blob, x, at.Y, paint);
                x += run.Width * ink.Size;
            }
        }
    }

    private SKPath Outlines(Brush brush)
    {
        var path = brush.Path;
        path.Reset();
        foreach (var (text, at) in lines)
        {
            var x = at.X;
            foreach (var run in text.Runs)
            {
                var font = brush.Font(run.Face, ink.Size);
                for (var i = 0; i < run.Glyphs.Length; i++)
                {
                    using var glyph = font.GetGlyphPath(run.Glyphs[i]);
                    if (glyph is not null) path.AddPath(glyph, x + (run.Offsets[i].X * ink.Size), at.Y + (run.Offsets[i].Y * ink.Size));
                }

                x += run.Width * ink.Size;
            }
        }

        return path;
    }

    private static SKTextBlob? Blob(ShapedRun run, SKFont font, float size, Medium medium)
    {
        var places = Array.ConvertAll(run.Offsets, o => new SKPoint(o.X * size, o.Y * size));
        if (medium == Medium.Pdf) return GlyphWords.Of(run.Pieces).Blob(font, run.Glyphs, places);
        using var builder = new SKTextBlobBuilder();
        var buffer = builder.AllocatePositionedRun(font, run.Glyphs.Length);
        buffer.SetGlyphs(run.Glyphs);
        buffer.SetPositions(places);
        return builder.Build();
    }
}
