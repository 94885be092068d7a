using CityMap.Viewer.Data;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>An area.</summary>
internal sealed class FillItem(Outline outline, SKColor colour, SKColor? edge) : DrawItem
{
    public Outline Outline => outline;

    /// <summary>Name of the symbol it is filled with instead of a colour.</summary>
    public string? Pattern { get; init; }

    public override void Draw(Brush brush)
    {
        if (Pattern is null && brush.Areas?.Draw(brush.Canvas, outline, colour, edge) == true) return;
        var path = brush.Trace(outline, close: true);
        if (Pattern is not null && brush.Pattern(Pattern) is { } pattern)
        {
            brush.Fill.Shader = pattern;
            brush.Fill.Color = SKColors.Black.WithAlpha(colour.Alpha);
            brush.Canvas.DrawPath(path, brush.Fill);
            brush.Fill.Shader = null;
        }
        else if (Pattern is null)
        {
            brush.Fill.Color = colour;
            brush.Canvas.DrawPath(path, brush.Fill);
        }

        if (edge is not { } line) return;
        brush.Stroke.Color = line;
        brush.Stroke.StrokeWidth = brush.Medium != Medium.Pixels || brush.Canvas.TotalMatrix.ScaleX != 1 ? 1 : 0;
        brush.Stroke.StrokeCap = SKStrokeCap.Butt;
        brush.Stroke.StrokeJoin = SKStrokeJoin.Miter;
        brush.Canvas.DrawPath(path, brush.Stroke);
    }

    public override IEnumerable<(MapFeature Feature, SKRect Box)> Targets() => Feature is null ? [] : [(Feature, outline.Box())];

    public override float Distance(SKRect box, SKPoint at) => OutlineDistance.Inside(outline, at) ? 0 : OutlineDistance.ToEdge(outline, at, close: true);
}
