using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>The ground under everything.</summary>
internal sealed class GroundItem(SKRect frame, SKColor colour) : DrawItem
{
    public override void Draw(Brush brush)
    {
        brush.Fill.Color = colour;
        brush.Canvas.DrawRect(frame, brush.Fill);
    }
}
