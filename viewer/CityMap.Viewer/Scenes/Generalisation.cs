using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>Leaves out detail nobody can see at a scale.</summary>
internal static class Generalisation
{
    /// <summary>
    /// Fewer points: first those nearer than the tolerance to the last one kept, then by Douglas and Peucker (1973). First and last
    /// stay. An area smaller than the tolerance both ways becomes nothing.
    /// </summary>
    /// <param name="points">The line or ring, CSS pixels.</param>
    /// <param name="tolerance">CSS pixels.</param>
    /// <param name="area">True for a ring.</param>
    public static SKPoint[] Simplify(SKPoint[] points, float tolerance, bool area)
    {
        if (tolerance <= 0 || points.Length < 3) return points;
        if (area && Small(points, tolerance)) return [];
        var near = Near(points, tolerance);
        return near.Length <= 4 ? near : Peucker(near, tolerance / 2);
    }

    private static bool Small(SKPoint[] ring, float tolerance)
    {
        var (left, top, right, bottom) = (float.MaxValue, float.MaxValue, float.MinValue, float.MinValue);
        foreach (var p in ring)
        {
            (left, right, top, bottom) = (Math.Min(left, p.X), Math.Max(right, p.X), Math.Min(top, p.Y), Math.Max(bottom, p.Y));
        }

        return right - left < tolerance && bottom - top < tolerance;
    }

    private static SKPoint[] Near(SKPoint[] points, float tolerance)
    {
        var kept = new List<SKPoint>(points.Length) { points[0] };
        var least = tolerance * tolerance;
        for (var i = 1; i < points.Length - 1; i++)
        {
            var (dx, dy) = (points[i].X - kept[^1].X, points[i].Y - kept[^1].Y);
            if ((dx * dx) + (dy * dy) >= least) kept.Add(points[i]);
        }

        kept.Add(points[^1]);
        return kept.Count == points.Length ? points : [.. kept];
    }

    private static SKPoint[] Peucker(SKPoint[] points, float tolerance)
    {
        var keep = new bool[points.Length];
        var open = new Stack<(int From, int To)>();
        var count = Corners(points, tolerance, keep);
        for (int from = 0, to = 1; to < points.Length; to++)
        {
            if (!keep[to]) continue;
            if (to - from > 1) open.Push((from, to));
            from = to;
        }

        while (open.TryPop(out var span))
        {
            var at = Worst(points, span.From, span.To, tolerance * tolerance);
            if (at < 0) continue;
            keep[at] = true;
            count++;
            if (at - span.From > 1) open.Push((span.From, at));
            if (span.To - at > 1) open.Push((at, span.To));
        }

        if (count == points.Length) return points;
        var (kept, n) = (new SKPoint[count], 0);
        for (var i = 0; i < points.Length; i++)
        {
            if (keep[i]) kept[n++] = points[i];
        }

        return kept;
    }

    // What stands out by more than twice the tolerance between its neighbours stands out of any longer line past them too: only what lies between
    // such corners is left to be looked at. Returns how many there are, both ends among them.
    private static int Corners(SKPoint[] points, float tolerance, bool[] keep)
    {
        (keep[0], keep[^1]) = (true, true);
        var (count, least) = (2, 4 * tolerance * tolerance);
        for (var i = 1; i < points.Length - 1; i++)
        {
            var (dx, dy) = (points[i + 1].X - points[i - 1].X, points[i + 1].Y - points[i - 1].Y);
            var cross = (dx * (points[i].Y - points[i - 1].Y)) - (dy * (points[i].X - points[i - 1].X));
            if (cross * cross <= least * ((dx * dx) + (dy * dy))) continue;
            keep[i] = true;
            count++;
        }

        return count;
    }

    // The point between two that lies farthest from the line between them, by its squared distance; -1 when none lies farther than asked.
    private static int Worst(SKPoint[] points, int from, int to, float squared)
    {
        var (worst, at) = (squared, -1);
        var a = points[from];
        var (dx, dy) = (points[to].X - a.X, points[to].Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var per = length == 0 ? 0 : 1 / length;
        for (var i = from + 1; i < to; i++)
        {
            var (px, py) = (points[i].X - a.X, points[i].Y - a.Y);
            var t = Math.Min(Math.Max(((px * dx) + (py * dy)) * per, 0), 1);
            var (x, y) = (px - (t * dx), py - (t * dy));
            var distance = (x * x) + (y * y);
            if (distance > worst) (worst, at) = (distance, i);
        }

        return at;
    }
}
