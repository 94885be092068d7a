namespace CityMap.Geo.Demo.Ground;

/// <summary>What is done with rows of points, metres.</summary>
internal static class Polyline
{
    /// <summary>
    /// A smooth curve through all points (centripetal-like Catmull–Rom), a vertex about every <paramref name="step"/> metres.
    /// </summary>
    public static List<Vec> Smooth(IReadOnlyList<Vec> controls, double step)
    {
        var result = new List<Vec> { controls[0] };
        for (var i = 0; i + 1 < controls.Count; i++)
        {
            Vec a = controls[Math.Max(i - 1, 0)], b = controls[i], c = controls[i + 1], d = controls[Math.Min(i + 2, controls.Count - 1)];
            var span = b.To(c);
            // Tangents are limited by the shorter neighbour: a long span beside a short one must not loop.
            var atB = (c - a).Unit * Math.Min(span, i > 0 ? Math.Max(a.To(b), span * 0.3) : span);
            var atC = (d - b).Unit * Math.Min(span, i + 2 < controls.Count ? Math.Max(c.To(d), span * 0.3) : span);
            var pieces = Math.Max(1, (int)Math.Round(span / step));
            for (var k = 1; k <= pieces; k++) result.Add(k == pieces ? c : Hermite(b, atB, c, atC, (double)k / pieces));
        }

        return result;
    }

    /// <summary>Length, metres.</summary>
    public static double Length(IReadOnlyList<Vec> line)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < line.Count; i++) sum += line[i].To(line[i + 1]);
        return sum;
    }

    /// <summary>The direction at a vertex, length 1.</summary>
    public static Vec Tangent(IReadOnlyList<Vec> line, int i) =>
        (line[Math.Min(i + 1, line.Count - 1)] - line[Math.Max(i - 1, 0)]).Unit;

    /// <summary>A line beside this one, to the left for positive distances.</summary>
    public static List<Vec> Offset(IReadOnlyList<Vec> line, double distance)
    {
        var result = new List<Vec>(line.Count);
        for (var i = 0; i < line.Count; i++) result.Add(line[i] + (Tangent(line, i).Left * distance));
        return result;
    }

    /// <summary>
    /// Points along the line, one every <paramref name="spacing"/> metres from <paramref name="from"/>, with the direction there.
    /// </summary>
    public static IEnumerable<(Vec Point, Vec Direction, double Along)> Walk(IReadOnlyList<Vec> line, double from, double spacing)
    {
        double start = 0, next = from;
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var length = line[i].To(line[i + 1]);
            var direction = (line[i + 1] - line[i]).Unit;
            for (; next < start + length; next += spacing) yield return (line[i] + (direction * (next - start)), direction, next);
            start += length;
        }
    }

    /// <summary>The point that far along the line, and the direction there.</summary>
    public static (Vec Point, Vec Direction) At(IReadOnlyList<Vec> line, double along)
    {
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var length = line[i].To(line[i + 1]);
            if (along <= length || i + 2 == line.Count)
                return (line[i].Toward(line[i + 1], length > 0 ? Math.Min(1, along / length) : 0), (line[i + 1] - line[i]).Unit);
            along -= length;
        }

        return (line[0], new(1, 0));
    }

    private static Vec Hermite(Vec p, Vec tp, Vec q, Vec tq, double t)
    {
        double t2 = t * t, t3 = t2 * t;
        return (p * ((2 * t3) - (3 * t2) + 1)) + (tp * (t3 - (2 * t2) + t)) + (q * ((3 * t2) - (2 * t3))) + (tq * (t3 - t2));
    }
}
