namespace CityMap.Geo.Tiles.Shapes;

/// <summary>Cuts paths at a square box from <paramref name="low"/> to <paramref name="high"/> in both directions.</summary>
internal sealed class Clipping(double low, double high)
{
    private readonly Path _spare = new();

    public bool Holds(double x, double y) => x >= low && x <= high && y >= low && y <= high;

    /// <summary>The part of a segment within the box (Liang and Barsky, 1984), or null.</summary>
    public ((double X, double Y) From, (double X, double Y) To)? Segment((double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var (enter, leave) = (0.0, 1.0);
        if (!Narrow(-dx, a.X - low, ref enter, ref leave) || !Narrow(dx, high - a.X, ref enter, ref leave)
            || !Narrow(-dy, a.Y - low, ref enter, ref leave) || !Narrow(dy, high - a.Y, ref enter, ref leave)) return null;
        var from = enter > 0 ? Within(a.X + (enter * dx), a.Y + (enter * dy)) : a;
        var to = leave < 1 ? Within(a.X + (leave * dx), a.Y + (leave * dy)) : b;
        return (from, to);
    }

    /// <summary>The part of a closed ring (first point not repeated) within the box (Sutherland and Hodgman, 1974).</summary>
    public void Ring(Path ring)
    {
        var spare = _spare;
        for (var side = 0; side < 4; side++)
        {
            spare.Clear();
            var points = ring.Points;
            for (var i = 0; i < points.Length; i++)
            {
                var (a, b) = (points[i], points[i + 1 == points.Length ? 0 : i + 1]);
                var (da, db) = (Inside(side, a), Inside(side, b));
                if (da >= 0) spare.Add(a.X, a.Y);
                if (da < 0 == db < 0) continue;
                var t = da / (da - db);
                var (x, y) = (a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y)));
                // On the side exactly, whatever the rounding.
                spare.Add(side == 0 ? low : side == 1 ? high : x, side == 2 ? low : side == 3 ? high : y);
            }

            ring.Clear();
            foreach (var (x, y) in spare.Points) ring.Add(x, y);
        }
    }

    private double Inside(int side, (double X, double Y) p) => side switch
    {
        0 => p.X - low,
        1 => high - p.X,
        2 => p.Y - low,
        _ => high - p.Y,
    };

    private (double X, double Y) Within(double x, double y) => (Math.Clamp(x, low, high), Math.Clamp(y, low, high));

    private static bool Narrow(double direction, double room, ref double enter, ref double leave)
    {
        if (direction == 0) return room >= 0;
        var t = room / direction;
        if (direction < 0) enter = Math.Max(enter, t);
        else leave = Math.Min(leave, t);
        return enter <= leave;
    }
}
