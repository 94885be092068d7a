namespace CityMap.Geo.Tiles.Shapes;

/// <summary>Leaves out points that lie within a tolerance of the line without them (Douglas and Peucker, 1973); the ends stay.</summary>
internal static class Simplification
{
    public static void Simplify(Path path, double tolerance)
    {
        var points = path.Points;
        if (points.Length < 3 || tolerance <= 0) return;
        var keep = new bool[points.Length];
        keep[0] = keep[^1] = true;
        var open = new Stack<(int First, int Last)>();
        open.Push((0, points.Length - 1));
        while (open.TryPop(out var span))
        {
            var (farthest, most) = (-1, tolerance * tolerance);
            for (var i = span.First + 1; i < span.Last; i++)
            {
                var d = SquaredDistance(points[i], points[span.First], points[span.Last]);
                if (d > most) (farthest, most) = (i, d);
            }

            if (farthest < 0) continue;
            keep[farthest] = true;
            open.Push((span.First, farthest));
            open.Push((farthest, span.Last));
        }

        var kept = 0;
        for (var i = 0; i < points.Length; i++)
        {
            if (keep[i]) points[kept++] = points[i];
        }

        path.Trim(kept);
    }

    private static double SquaredDistance((double X, double Y) p, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var t = length == 0 ? 0 : Math.Clamp((((p.X - a.X) * dx) + ((p.Y - a.Y) * dy)) / length, 0, 1);
        var (x, y) = (p.X - a.X - (t * dx), p.Y - a.Y - (t * dy));
        return (x * x) + (y * y);
    }
}
