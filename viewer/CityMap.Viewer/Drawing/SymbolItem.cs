using CityMap.Viewer.Data;
using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>A symbol around a place.</summary>
internal sealed class SymbolItem(string name, SKPoint at, float scale, float opacity, SKRect box) : DrawItem
{
    public override void Draw(Brush brush)
    {
        if (opacity <= 0 || brush.Symbols.Find(name) is not { } symbol) return;
        brush.Canvas.Save();
        brush.Canvas.Translate(at.X, at.Y);
        brush.Canvas.Scale(scale);
        brush.Canvas.Translate(-symbol.Width / 2, -symbol.Height / 2);
        if (opacity < 1)
        {
            using var paint = new SKPaint { Color = SKColors.Black.WithAlpha((byte)Math.Round(255 * opacity)) };
            brush.Canvas.DrawPicture(symbol.Picture(brush.Medium), paint);
        }
        else brush.Canvas.DrawPicture(symbol.Picture(brush.Medium));

        brush.Canvas.Restore();
    }

    public override IEnumerable<(MapFeature Feature, SKRect Box)> Targets() => Feature is null ? [] : [(Feature, box)];

    public override float Distance(SKRect target, SKPoint to) =>
        SKPoint.Distance(to, new(Math.Clamp(to.X, box.Left, box.Right), Math.Clamp(to.Y, box.Top, box.Bottom)));
}
