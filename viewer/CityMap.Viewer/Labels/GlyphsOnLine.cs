using CityMap.Viewer.Drawing;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>Bends a text along a line.</summary>
internal static class GlyphsOnLine
{
    // From the middle of the letters to the baseline, so that the line runs through their middle.
    private const float ToBaseline = 0.34f;

    /// <summary>Glyphs in place, readable from below; null when the line bends too much there.</summary>
    /// <param name="line">The line.</param>
    /// <param name="middle">Where the middle of the text is to be, along the line.</param>
    /// <param name="text">What to write.</param>
    /// <param name="size">CSS pixels.</param>
    /// <param name="bend">The largest angle between neighbouring glyphs, radians.</param>
    public static IReadOnlyList<PlacedGlyph>? Place(MeasuredLine line, float middle, ShapedText text, float size, float bend)
    {
        var (from, to) = (middle - (text.Width * size / 2), middle + (text.Width * size / 2));
        if (from < 0 || to > line.Length) return null;
        var (start, end) = (line.At(from), line.At(to));
        var backward = start.X > end.X || (start.X == end.X && start.Y < end.Y);
        var glyphs = new List<PlacedGlyph>();
        var (along, last) = (0f, float.NaN);
        foreach (var run in text.Runs)
        {
            for (var i = 0; i < run.Glyphs.Length; i++)
            {
                var advance = run.Advances[i] * size;
                var (a, b) = (At(along), At(along + Math.Max(advance, size * 0.3f)));
                var angle = MathF.Atan2(b.Y - a.Y, b.X - a.X);
                if (MathF.Abs(MathF.IEEERemainder(angle - last, 2 * MathF.PI)) > bend) return null;
                var (cos, sin) = (MathF.Cos(angle), MathF.Sin(angle));
                glyphs.Add(new(run.Face, run.Glyphs[i], run.Pieces[i], new(a.X - (sin * ToBaseline * size), a.Y + (cos * ToBaseline * size)), cos, sin));
                (along, last) = (along + advance, angle);
            }
        }

        return glyphs.Count == 0 ? null : glyphs;

        SKPoint At(float distance) => line.At(backward ? to - distance : from + distance);
    }
}
