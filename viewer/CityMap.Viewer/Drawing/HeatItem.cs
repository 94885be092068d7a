using System.Runtime.InteropServices;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>A heat map.</summary>
/// <param name="heat">Where it is how hot.</param>
/// <param name="ramp">256 colours, from no heat to full heat.</param>
/// <param name="opacity">0 to 1.</param>
internal sealed class HeatItem(HeatGrid heat, SKColor[] ramp, float opacity) : DrawItem
{
    public override void Draw(Brush brush)
    {
        var info = new SKImageInfo(heat.Columns, heat.Rows, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        var pixels = new uint[heat.Cells.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var colour = ramp[(int)(Math.Min(1, heat.Cells[i]) * (ramp.Length - 1))];
            pixels[i] = colour.Red | ((uint)colour.Green << 8) | ((uint)colour.Blue << 16) | ((uint)colour.Alpha << 24);
        }

        using var picture = SKImage.FromPixelCopy(info, MemoryMarshal.AsBytes(pixels.AsSpan()), info.RowBytes);
        var place = SKRect.Create(heat.Columns * HeatGrid.Cell, heat.Rows * HeatGrid.Cell);
        brush.Fill.Color = SKColors.Black.WithAlpha((byte)Math.Round(255 * Math.Clamp(opacity, 0, 1)));
        brush.Canvas.DrawImage(picture, place, new SKSamplingOptions(SKFilterMode.Linear), brush.Fill);
    }
}
