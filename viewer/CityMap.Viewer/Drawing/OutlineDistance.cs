using SkiaSharp;

namespace CityMap.Viewer.Drawing;

/// <summary>How near a place is to a shape, in CSS pixels.</summary>
internal static class OutlineDistance
{
    /// <summary>True inside an area (even-odd rule).</summary>
    public static bool Inside(Outline outline, SKPoint at)
    {
        var inside = false;
        for (var part = 0; part < outline.Starts.Length; part++)
        {
            var (first, end) = outline.Part(part);
            for (int i = first, j = end - 1; i < end; j = i++)
            {
                var (a, b) = (outline.Points[i], outline.Points[j]);
                if (a.Y > at.Y != b.Y > at.Y && at.X < ((b.X - a.X) * (at.Y - a.Y) / (b.Y - a.Y)) + a.X) inside = !inside;
            }
        }

        return inside;
    }

    /// <summary>Distance to the nearest edge.</summary>
    public static float ToEdge(Outline outline, SKPoint at, bool close)
    {
        var least = float.MaxValue;
        for (var part = 0; part < outline.Starts.Length; part++)
        {
            var (first, end) = outline.Part(part);
            for (var i = first + 1; i < end; i++) least = Math.Min(least, Squared(outline.Points[i - 1], outline.Points[i], at));
            if (close && end - first > 2) least = Math.Min(least, Squared(outline.Points[end - 1], outline.Points[first], at));
        }

        return MathF.Sqrt(least);
    }

    private static float Squared(SKPoint a, SKPoint b, SKPoint p)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var t = length == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1);
        var (x, y) = (p.X - (a.X + (t * dx)), p.Y - (a.Y + (t * dy)));
        return (x * x) + (y * y);
    }
}
