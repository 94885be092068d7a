using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>Cuts shapes at a box.</summary>
internal static class Cutting
{
    /// <summary>The pieces of a line inside a box (Liang and Barsky, 1984).</summary>
    public static IEnumerable<SKPoint[]> Line(SKPoint[] line, SKRect box)
    {
        var piece = new List<SKPoint>();
        for (var i = 1; i < line.Length; i++)
        {
            if (Segment(line[i - 1], line[i], box) is not var (a, b))
            {
                if (piece.Count > 1) yield return [.. piece];
                piece.Clear();
                continue;
            }

            if (piece.Count == 0 || piece[^1] != a)
            {
                if (piece.Count > 1) yield return [.. piece];
                piece.Clear();
                piece.Add(a);
            }

            piece.Add(b);
        }

        if (piece.Count > 1) yield return [.. piece];
    }

    /// <summary>The part of a ring inside a box (Sutherland and Hodgman, 1974).</summary>
    public static SKPoint[] Ring(SKPoint[] ring, SKRect box)
    {
        IReadOnlyList<SKPoint> points = ring;
        points = Side(points, p => p.X - box.Left);
        points = Side(points, p => box.Right - p.X);
        points = Side(points, p => p.Y - box.Top);
        points = Side(points, p => box.Bottom - p.Y);
        return points.Count < 3 ? [] : [.. points];
    }

    private static List<SKPoint> Side(IReadOnlyList<SKPoint> points, Func<SKPoint, float> inside)
    {
        var kept = new List<SKPoint>(points.Count + 4);
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b) = (points[i == 0 ? points.Count - 1 : i - 1], points[i]);
            var (da, db) = (inside(a), inside(b));
            if (da >= 0 != db >= 0)
            {
                var t = da / (da - db);
                kept.Add(new(a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y))));
            }

            if (db >= 0) kept.Add(b);
        }

        return kept;
    }

    private static (SKPoint A, SKPoint B)? Segment(SKPoint a, SKPoint b, SKRect box)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var (low, high) = (0f, 1f);
        foreach (var (p, q) in ((float, float)[])[(-dx, a.X - box.Left), (dx, box.Right - a.X), (-dy, a.Y - box.Top), (dy, box.Bottom - a.Y)])
        {
            if (p == 0)
            {
                if (q < 0) return null;
                continue;
            }

            var t = q / p;
            if (p < 0) low = Math.Max(low, t);
            else high = Math.Min(high, t);
            if (low > high) return null;
        }

        return (low == 0 ? a : new(a.X + (low * dx), a.Y + (low * dy)), high == 1 ? b : new(a.X + (high * dx), a.Y + (high * dy)));
    }
}
