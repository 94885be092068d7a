using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>A picture of the ground, stretched over its place.</summary>
internal sealed class ImageItem(SKImage image, SKRect place, float opacity) : DrawItem
{
    public override void Draw(Brush brush)
    {
        brush.Fill.Color = SKColors.Black.WithAlpha((byte)Math.Round(255 * Math.Clamp(opacity, 0, 1)));
        // A little larger than it is, or the ground shows between neighbours.
        var grown = place;
        grown.Inflate(0.02f, 0.02f);
        brush.Canvas.DrawImage(image, grown, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), brush.Fill);
    }
}
