using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>One glyph on a line: the beginning of its baseline and its direction.</summary>
internal readonly record struct PlacedGlyph(FontFace Face, ushort Glyph, SKPoint At, float Cos, float Sin);

/// <summary>Text along a line, glyph by glyph.</summary>
internal sealed class CurvedTextItem(IReadOnlyList<PlacedGlyph> glyphs, Ink ink) : DrawItem
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
        for (var from = 0; from < glyphs.Count;)
        {
            var to = from;
            while (to < glyphs.Count && glyphs[to].Face == glyphs[from].Face) to++;
            using var builder = new SKTextBlobBuilder();
            var buffer = builder.AllocateRotationScaleRun(brush.Font(glyphs[from].Face, ink.Size), to - from);
            var numbers = new ushort[to - from];
            var places = new SKRotationScaleMatrix[to - from];
            for (var i = from; i < to; i++)
            {
                var glyph = glyphs[i];
                (numbers[i - from], places[i - from]) = (glyph.Glyph, new(glyph.Cos, glyph.Sin, glyph.At.X, glyph.At.Y));
            }

            buffer.SetGlyphs(numbers);
            buffer.SetPositions(places);
            using var blob = builder.Build();
            if (blob is not null) brush.Canvas.DrawText(blob, 0, 0, paint);
            from = to;
        }
    }
}
