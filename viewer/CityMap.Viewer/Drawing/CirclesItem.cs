using CityMap.Viewer.Data;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>How a circle is drawn; lengths in CSS pixels.</summary>
internal sealed record Disc(float Radius, SKColor Fill, SKColor Edge, float EdgeWidth);

/// <summary>Circles that all look the same.</summary>
internal sealed class CirclesItem(Disc disc, IReadOnlyList<(MapFeature Feature, SKPoint At)> circles) : DrawItem
{
    // From so many on they are stamped with one picture instead of being drawn one by one.
    private const int WorthStamping = 200;

    private float Reach => disc.Radius + disc.EdgeWidth;

    public override void Draw(Brush brush)
    {
        if (brush.Pixels is { } pixels && circles.Count >= WorthStamping) Stamp(brush, pixels);
        else
        {
            foreach (var (_, at) in circles) One(brush, brush.Canvas, at);
        }
    }

    public override IEnumerable<(MapFeature Feature, SKRect Box)> Targets() =>
        circles.Select(c => (c.Feature, new SKRect(c.At.X - Reach, c.At.Y - Reach, c.At.X + Reach, c.At.Y + Reach)));

    public override float Distance(SKRect box, SKPoint at) => Math.Max(0, SKPoint.Distance(new(box.MidX, box.MidY), at) - Reach);

    private void One(Brush brush, SKCanvas canvas, SKPoint at)
    {
        if (disc.Fill.Alpha > 0)
        {
            brush.Fill.Color = disc.Fill;
            canvas.DrawCircle(at, disc.Radius, brush.Fill);
        }

        if (disc.EdgeWidth <= 0 || disc.Edge.Alpha == 0) return;
        (brush.Stroke.Color, brush.Stroke.StrokeWidth) = (disc.Edge, disc.EdgeWidth);
        canvas.DrawCircle(at, disc.Radius + (disc.EdgeWidth / 2), brush.Stroke);
    }

    private void Stamp(Brush brush, SKPixmap pixels)
    {
        var matrix = brush.Canvas.TotalMatrix;
        var scale = matrix.ScaleX;
        var side = (int)Math.Ceiling((2 * Reach * scale) + 2);
        using var surface = SKSurface.Create(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Scale(scale);
        var middle = side / 2f;
        One(brush, surface.Canvas, new(middle / scale, middle / scale));
        using var stamp = surface.PeekPixels();
        var stamps = new StampPixels(pixels, brush.Canvas.DeviceClipBounds, stamp);
        var places = new (int Left, int Top)[circles.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var at = circles[i].At;
            places[i] = ((int)MathF.Round(matrix.TransX + (at.X * scale) - middle), (int)MathF.Round(matrix.TransY + (at.Y * scale) - middle));
        }

        StampBands.Put(stamps, places, pixels.Height);
    }
}
