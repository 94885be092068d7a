using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>A feature's shape on the map frame, CSS pixels from its upper left corner.</summary>
/// <param name="Points">Every point.</param>
/// <param name="Starts">At which point each part begins.</param>
internal sealed record Outline(SKPoint[] Points, int[] Starts)
{
    /// <summary>Nothing left of it.</summary>
    public static Outline Empty { get; } = new([], []);

    public bool IsEmpty => Starts.Length == 0;

    public (int First, int End) Part(int part) => (Starts[part], part + 1 < Starts.Length ? Starts[part + 1] : Points.Length);

    public SKRect Box()
    {
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var p in Points)
        {
            (left, right) = (Math.Min(left, p.X), Math.Max(right, p.X));
            (top, bottom) = (Math.Min(top, p.Y), Math.Max(bottom, p.Y));
        }

        return new(left, top, right, bottom);
    }
}
