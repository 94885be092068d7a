using CityMap.Viewer.Sheets;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>What items draw with: a canvas in CSS pixels, and paints and fonts that are used again.</summary>
internal sealed class Brush : IDisposable
{
    private readonly Dictionary<(FontFace Face, float Size), SKFont> _fonts = [];
    private readonly Dictionary<string, SKShader> _patterns = new(StringComparer.Ordinal);

    /// <summary>Draws on a canvas.</summary>
    /// <param name="canvas">Scaled so that one unit is a CSS pixel.</param>
    /// <param name="symbols">Where symbols come from.</param>
    /// <param name="medium">What the canvas draws into.</param>
    public Brush(SKCanvas canvas, SymbolBook symbols, Medium medium)
    {
        (Canvas, Symbols, Medium) = (canvas, symbols, medium);
    }

    public SKCanvas Canvas { get; }

    public SymbolBook Symbols { get; }

    public Medium Medium { get; }

    /// <summary>The canvas's own pixels (RGBA, premultiplied), where there are any.</summary>
    public SKPixmap? Pixels
    {
        get;
        init => (field, Areas) = (value, value is null ? null : new AreaPixels(value));
    }

    /// <summary>Draws small areas into the pixels, where there are any.</summary>
    public AreaPixels? Areas { get; private init; }

    public SKPaint Fill { get; } = new() { IsAntialias = true, Style = SKPaintStyle.Fill };

    public SKPaint Stroke { get; } = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };

    public SKPath Path { get; } = new();

    /// <summary>A font at a size in CSS pixels.</summary>
    public SKFont Font(FontFace face, float size)
    {
        if (_fonts.TryGetValue((face, size), out var font)) return font;
        return _fonts[(face, size)] = new SKFont(face.Typeface, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
    }

    /// <summary>A symbol repeated over the plane; null when there is no such symbol.</summary>
    public SKShader? Pattern(string name)
    {
        if (_patterns.TryGetValue(name, out var known)) return known;
        if (Symbols.Find(name) is not { } symbol) return null;
        var tile = SKRect.Create(symbol.Width, symbol.Height);
        return _patterns[name] = symbol.Picture(Medium).ToShader(SKShaderTileMode.Repeat, SKShaderTileMode.Repeat, SKFilterMode.Linear, SKMatrix.Identity, tile);
    }

    /// <summary>Sets <see cref="Path"/> to the parts of an outline.</summary>
    public SKPath Trace(Outline outline, bool close)
    {
        Path.Rewind();
        Path.FillType = SKPathFillType.EvenOdd;
        for (var part = 0; part < outline.Starts.Length; part++)
        {
            var (first, end) = outline.Part(part);
            Path.AddPoly(outline.Points.AsSpan(first, end - first), close);
        }

        return Path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var font in _fonts.Values) font.Dispose();
        foreach (var pattern in _patterns.Values) pattern.Dispose();
        Fill.Dispose();
        Stroke.Dispose();
        Path.Dispose();
    }
}
