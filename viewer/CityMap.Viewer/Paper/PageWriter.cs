using CityMap.Viewer.Drawing;
using CityMap.Viewer.Sheets;
using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>Writes and draws what stands around a map, in the colours of a theme.</summary>
internal sealed class PageWriter(Brush brush, MapSheet sheet, MapTheme theme)
{
    public Brush Brush => brush;

    public MapTheme Theme => theme;

    /// <summary>A colour of the palette.</summary>
    public SKColor Ink(string name) => sheet.Colour(theme, name);

    /// <summary>The whole page in the colour of surfaces.</summary>
    public void Ground(PageSize size) => Rect(SKRect.Create(size.Width, size.Height), Ink("surface"));

    /// <summary>How wide a line of text is, CSS pixels.</summary>
    public float Width(string text, float size, string font) => sheet.Fonts.Shape(text, font).Width * size;

    /// <summary>A line of text from the beginning of its baseline.</summary>
    public void Text(string text, SKPoint at, float size, string font, string colour, float halo = 0)
    {
        if (text.Length == 0) return;
        new TextItem([(sheet.Fonts.Shape(text, font), at)], new(size, Ink(colour), Ink("surface"), halo)).Draw(brush);
    }

    /// <summary>A line of text, made smaller and then cut when it is too wide.</summary>
    public void Fitted(string text, SKPoint at, float widest, float size, string font, string colour)
    {
        var width = Width(text, size, font);
        if (width > widest) size = Math.Max(size * 0.72f, size * widest / width);
        while (text.Length > 1 && Width(text, size, font) > widest) text = text.TrimEnd('…')[..^1] + "…";
        Text(text, at, size, font, colour);
    }

    /// <summary>A text broken into lines; answers the baseline after the last.</summary>
    public float Paragraph(string text, SKPoint at, float widest, float size, string font, string colour)
    {
        var line = "";
        var y = at.Y;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, size, font) > widest)
            {
                Text(line, new(at.X, y), size, font, colour);
                (longer, y) = (word, y + (size * 1.35f));
            }

            line = longer;
        }

        Fitted(line, new(at.X, y), widest, size, font, colour);
        return y + (size * 1.35f);
    }

    /// <summary>A filled rectangle.</summary>
    public void Rect(SKRect box, SKColor colour)
    {
        brush.Fill.Color = colour;
        brush.Canvas.DrawRect(box, brush.Fill);
    }

    /// <summary>A frame.</summary>
    public void Box(SKRect box, SKColor colour, float width)
    {
        (brush.Stroke.Color, brush.Stroke.StrokeWidth, brush.Stroke.StrokeJoin) = (colour, width, SKStrokeJoin.Miter);
        brush.Canvas.DrawRect(box, brush.Stroke);
    }

    /// <summary>A straight line.</summary>
    public void Line(SKPoint from, SKPoint to, SKColor colour, float width)
    {
        (brush.Stroke.Color, brush.Stroke.StrokeWidth, brush.Stroke.StrokeCap) = (colour, width, SKStrokeCap.Butt);
        brush.Canvas.DrawLine(from, to, brush.Stroke);
    }

    /// <summary>A pale ground for text on the map.</summary>
    public void Plate(SKRect box) => Rect(box, Ink("surface").WithAlpha(215));
}
