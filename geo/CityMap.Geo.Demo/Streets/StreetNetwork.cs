using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>Streets while they grow: what lies near, what is crossed.</summary>
internal sealed class StreetNetwork
{
    private readonly SegmentGrid _segments = new(60);

    /// <summary>All streets, oldest first.</summary>
    public List<Street> Streets { get; } = [];

    /// <summary>The segments of all streets; owners are indexes into <see cref="Streets"/>.</summary>
    public SegmentGrid Segments => _segments;

    /// <summary>Adds a street.</summary>
    public int Add(Street street)
    {
        Streets.Add(street);
        _segments.Add(street.Line, Streets.Count - 1);
        return Streets.Count - 1;
    }

    /// <summary>True when a street running the same way (within about 40°) lies nearer than some metres.</summary>
    public bool Crowded(Vec p, Vec direction, double distance)
    {
        foreach (var i in _segments.Near(p, distance))
        {
            var (a, b, _) = _segments[i];
            var along = (b - a).Unit;
            if (Math.Abs(along.Dot(direction)) > 0.76 && p.ToSegment(a, b, out _) < distance) return true;
        }

        return false;
    }

    /// <summary>True when the surface of a street comes nearer than a margin to a rectangle.</summary>
    public bool Meets(Buildings.Rect rect, double margin)
    {
        foreach (var i in _segments.Near(rect.Middle, rect.Radius + 9 + margin))
        {
            var (a, b, owner) = _segments[i];
            if (rect.Meets(a, b, Streets[owner].HalfWidth + margin)) return true;
        }

        return false;
    }

    /// <summary>
    /// The first street met on the way from one point to another: share of the way, the point and the segment; null for none.
    /// </summary>
    public (double Share, Vec Point, int Segment)? FirstHit(Vec from, Vec to, double after = 1e-6)
    {
        (double Share, Vec Point, int Segment)? best = null;
        var middle = from.Toward(to, 0.5);
        foreach (var i in _segments.Near(middle, (from.To(to) / 2) + 1))
        {
            var (a, b, _) = _segments[i];
            if (Crossing(from, to, a, b) is not { } t || t <= after) continue;
            var nearer = best is null || t < best.Value.Share || (t == best.Value.Share && i < best.Value.Segment);
            if (nearer) best = (t, from.Toward(to, t), i);
        }

        return best;
    }

    // The share of p→q at which it meets a→b, ends included.
    private static double? Crossing(Vec p, Vec q, Vec a, Vec b)
    {
        Vec r = q - p, s = b - a;
        var cross = r.Cross(s);
        if (Math.Abs(cross) < 1e-9) return null;
        double t = (a - p).Cross(s) / cross, u = (a - p).Cross(r) / cross;
        return t is >= 0 and <= 1 && u is >= -1e-9 and <= 1 + 1e-9 ? t : null;
    }
}
