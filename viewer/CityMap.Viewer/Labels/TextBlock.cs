using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>A text broken into lines. Lengths in ems.</summary>
internal sealed class TextBlock
{
    private const float LineHeight = 1.2f;

    // From the middle of a line to its baseline, so that capital letters stand in the middle.
    private const float ToBaseline = 0.36f;

    private TextBlock(IReadOnlyList<ShapedText> lines) => (Lines, Width) = (lines, lines.Max(l => l.Width));

    public IReadOnlyList<ShapedText> Lines { get; }

    public float Width { get; }

    public float Height => Lines.Count * LineHeight;

    /// <summary>Breaks a text at spaces into lines of about the same length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fonts">Shapes it.</param>
    /// <param name="font">Name of the font.</param>
    /// <param name="widest">About how wide a line may be, ems.</param>
    public static TextBlock Break(string text, FontBook fonts, string font, float widest)
    {
        var whole = fonts.Shape(text, font);
        if (whole.Width <= widest || !text.Contains(' ')) return new([whole]);
        var target = whole.Width / MathF.Ceiling(whole.Width / widest);
        var lines = new List<ShapedText>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Over(fonts.Shape(longer, font).Width, fonts.Shape(line, font).Width, target, widest))
            {
                lines.Add(fonts.Shape(line, font));
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0) lines.Add(fonts.Shape(line, font));
        return new(lines);
    }

    /// <summary>Its box around a place, CSS pixels.</summary>
    public SKRect Box(SKPoint at, TextAnchor anchor, float size)
    {
        var (width, height) = (Width * size, Height * size);
        var left = at.X + anchor.Offset.X - (anchor.Name.Contains("left", StringComparison.Ordinal) ? 0 : anchor.Name.Contains("right", StringComparison.Ordinal) ? width : width / 2);
        var top = at.Y + anchor.Offset.Y - (anchor.Name.Contains("top", StringComparison.Ordinal) ? 0 : anchor.Name.Contains("bottom", StringComparison.Ordinal) ? height : height / 2);
        return SKRect.Create(left, top, width, height);
    }

    /// <summary>Its lines within a box, each centred and with the beginning of its baseline.</summary>
    public IReadOnlyList<(ShapedText Text, SKPoint At)> Within(SKRect box, float size) =>
        [.. Lines.Select((line, i) => (line, new SKPoint(box.MidX - (line.Width * size / 2), box.Top + (((i + 0.5f) * LineHeight) + ToBaseline) * size)))];

    // The line ends before or after the word, whichever is nearer to the even length.
    private static bool Over(float longer, float line, float target, float widest) =>
        longer > target && (longer > widest * 1.15f || longer - target > target - line);
}
