using CityMap.Viewer.Data;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>How a line is drawn.</summary>
/// <param name="Colour">With its opacity.</param>
/// <param name="Width">CSS pixels.</param>
/// <param name="Cap">Its ends.</param>
/// <param name="Join">Its corners.</param>
/// <param name="Dash">Lengths of dashes and gaps in CSS pixels; null for a whole line.</param>
internal sealed record Pen(SKColor Colour, float Width, SKStrokeCap Cap, SKStrokeJoin Join, float[]? Dash);

/// <summary>A line, or the edges of an area.</summary>
internal sealed class LineItem(Outline outline, bool close, Pen pen) : DrawItem
{
    public override void Draw(Brush brush)
    {
        var path = brush.Trace(outline, close);
        var stroke = brush.Stroke;
        (stroke.Color, stroke.StrokeWidth, stroke.StrokeCap, stroke.StrokeJoin) = (pen.Colour, pen.Width, pen.Cap, pen.Join);
        if (pen.Dash is null)
        {
            brush.Canvas.DrawPath(path, stroke);
            return;
        }

        using var dash = SKPathEffect.CreateDash(pen.Dash, 0);
        stroke.PathEffect = dash;
        brush.Canvas.DrawPath(path, stroke);
        stroke.PathEffect = null;
    }

    public override IEnumerable<(MapFeature Feature, SKRect Box)> Targets()
    {
        if (Feature is null) return [];
        var box = outline.Box();
        box.Inflate(pen.Width / 2, pen.Width / 2);
        return [(Feature, box)];
    }

    public override float Distance(SKRect box, SKPoint at) => Math.Max(0, OutlineDistance.ToEdge(outline, at, close) - (pen.Width / 2));
}
