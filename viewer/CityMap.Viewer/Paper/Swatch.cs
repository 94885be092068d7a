using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>How a layer looks, small.</summary>
public sealed class Swatch
{
    private Swatch()
    {
    }

    internal SKColor? Fill { get; private init; }

    internal SKColor? Line { get; private init; }

    internal float LineWidth { get; private init; }

    internal float[]? Dash { get; private init; }

    internal bool Dot { get; private init; }

    internal string? Symbol { get; private init; }

    /// <summary>The same in another colour.</summary>
    internal Swatch In(SKColor colour) => new()
    {
        Fill = Fill is { } fill ? colour.WithAlpha(fill.Alpha) : null,
        Line = Line is { } line ? Fill is null ? colour.WithAlpha(line.Alpha) : line : null,
        LineWidth = LineWidth,
        Dash = Dash,
        Dot = Dot,
        Symbol = Symbol,
    };

    internal static Swatch OfArea(SKColor fill, SKColor? edge) => new() { Fill = fill, Line = edge, LineWidth = 1 };

    internal static Swatch OfLine(SKColor colour, float width, float[]? dash) => new() { Line = colour, LineWidth = Math.Clamp(width, 1, 5), Dash = dash };

    internal static Swatch OfDot(SKColor colour) => new() { Fill = colour, Dot = true };

    internal static Swatch OfSymbol(string name) => new() { Symbol = name };
}
