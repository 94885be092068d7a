using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>One glyph on a line: the text it stands for, the beginning of its baseline and its direction.</summary>
internal readonly record struct PlacedGlyph(FontFace Face, ushort Glyph, string Piece, SKPoint At, float Cos, float Sin);

/// <summary>Text along a line, glyph by glyph.</summary>
internal sealed class CurvedTextItem(IReadOnlyList<PlacedGlyph> glyphs, Ink ink) : DrawItem
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
        if (brush.Medium == Medium.Svg) brush.Canvas.DrawPath(Outlines(brush), paint);
        else if (brush.Medium == Medium.Pdf) Letters(brush, paint);
        else Runs(brush, paint);
    }

    private void Runs(Brush brush, SKPaint paint)
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

    // Skia forgets what turned glyphs stand for; a turned canvas with one letter on it is remembered.
    private void Letters(Brush brush, SKPaint paint)
    {
        for (var from = 0; from < glyphs.Count;)
        {
            var to = from + 1;
            while (to < glyphs.Count && glyphs[to].Piece.Length == 0) to++;
            var letter = glyphs.Skip(from).Take(to - from).ToList();
            var (at, cos, sin) = (letter[0].At, letter[0].Cos, letter[0].Sin);
            var places = letter.ConvertAll(g => new SKPoint((cos * (g.At.X - at.X)) + (sin * (g.At.Y - at.Y)), (cos * (g.At.Y - at.Y)) - (sin * (g.At.X - at.X))));
            using var blob = GlyphWords.Of(letter.ConvertAll(g => g.Piece)).Blob(brush.Font(letter[0].Face, ink.Size), [.. letter.Select(g => g.Glyph)], [.. places]);
            brush.Canvas.Save();
            brush.Canvas.Concat(Turn(letter[0]));
            if (blob is not null) brush.Canvas.DrawText(blob, 0, 0, paint);
            brush.Canvas.Restore();
            from = to;
        }
    }

    private SKPath Outlines(Brush brush)
    {
        var path = brush.Path;
        path.Reset();
        foreach (var glyph in glyphs)
        {
            using var outline = brush.Font(glyph.Face, ink.Size).GetGlyphPath(glyph.Glyph);
            if (outline is not null) path.AddPath(outline, Turn(glyph));
        }

        return path;
    }

    private static SKMatrix Turn(PlacedGlyph glyph) => new(glyph.Cos, -glyph.Sin, glyph.At.X, glyph.Sin, glyph.Cos, glyph.At.Y, 0, 0, 1);
}
