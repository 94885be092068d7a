using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Ground;

/// <summary>The Kỳ Cùng: it comes in from Lộc Bình in the south-east, bends through the city and leaves to the north-west.</summary>
internal sealed class River
{
    /// <summary>How far beyond its banks the river is felt, metres; farther away <see cref="Clearance"/> answers with this.</summary>
    public const double Reach = 400;

    private readonly SegmentGrid _grid = new(200);
    private readonly double[] _half;

    public River(long seed)
    {
        Course = Polyline.Smooth(Site.RiverControls, 35);
        var noise = new Noise(seed, "river");
        _half = new double[Course.Count];
        for (var i = 0; i < Course.Count; i++) _half[i] = 44 + (11 * noise.Fractal(i * 0.06, 0.5, 2));
        _grid.Add(Course, 0);
    }

    /// <summary>The middle of the river, downstream.</summary>
    public List<Vec> Course { get; }

    /// <summary>Distance to the nearer bank, metres: negative in the water, at most <see cref="Reach"/>.</summary>
    public double Clearance(Vec p)
    {
        var (i, distance, share) = _grid.Nearest(p, Reach + 60);
        return i < 0 ? Reach : Math.Min(Reach, distance - (_half[i] + ((_half[i + 1] - _half[i]) * share)));
    }

    /// <summary>The direction of the water near a point; null when the river is out of reach.</summary>
    public Vec? Direction(Vec p) => _grid.Nearest(p, Reach) is { Index: >= 0 } near ? Polyline.Tangent(Course, near.Index) : null;

    /// <summary>The index of the course nearest to a point anywhere.</summary>
    public int IndexNear(Vec p)
    {
        var best = 0;
        for (var i = 1; i < Course.Count; i++)
        {
            if (Course[i].To(p) < Course[best].To(p)) best = i;
        }

        return best;
    }

    /// <summary>
    /// One bank, downstream: the left one for <paramref name="side"/> 1, the right one for −1, moved outwards by some metres.
    /// </summary>
    public List<Vec> Bank(int side, double outwards = 0)
    {
        var result = new List<Vec>(Course.Count);
        for (var i = 0; i < Course.Count; i++)
            result.Add(Course[i] + (Polyline.Tangent(Course, i).Left * (side * (_half[i] + outwards))));
        return result;
    }

    /// <summary>The water as an open ring.</summary>
    public List<Vec> Ring()
    {
        var ring = Bank(-1);
        var left = Bank(1);
        left.Reverse();
        ring.AddRange(left);
        return ring;
    }
}
