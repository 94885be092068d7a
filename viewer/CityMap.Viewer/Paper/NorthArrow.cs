using CityMap.Viewer.Sheets;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>Where north is: up, on every map of Web Mercator.</summary>
internal static class NorthArrow
{
    /// <summary>Draws it around a place.</summary>
    public static void Draw(PageWriter writer, SKPoint at, MapLanguage language)
    {
        using var right = new SKPath();
        right.MoveTo(at.X, at.Y - 18);
        right.LineTo(at.X + 9, at.Y + 12);
        right.LineTo(at.X, at.Y + 6);
        right.Close();
        using var left = new SKPath();
        left.MoveTo(at.X, at.Y - 18);
        left.LineTo(at.X - 9, at.Y + 12);
        left.LineTo(at.X, at.Y + 6);
        left.Close();
        var (fill, stroke) = (writer.Brush.Fill, writer.Brush.Stroke);
        (stroke.Color, stroke.StrokeWidth, stroke.StrokeJoin) = (writer.Ink("ink"), 1, SKStrokeJoin.Round);
        fill.Color = writer.Ink("surface");
        writer.Brush.Canvas.DrawPath(left, fill);
        fill.Color = writer.Ink("ink");
        writer.Brush.Canvas.DrawPath(right, fill);
        writer.Brush.Canvas.DrawPath(left, stroke);
        writer.Brush.Canvas.DrawPath(right, stroke);
        var letter = Words.North(language);
        writer.Text(letter, new(at.X - (writer.Width(letter, 11, FontNames.Bold) / 2), at.Y + 25), 11, FontNames.Bold, "ink", halo: 2);
    }
}
