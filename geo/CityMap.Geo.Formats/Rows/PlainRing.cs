using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Rows;

/// <summary>
/// Tells at a glance that an area of few corners is valid, as almost every building is: no hole, and no two edges touch but where one follows
/// the other. It never errs on that side: what is too close to tell by plain arithmetic is left to the full test.
/// </summary>
internal static class PlainRing
{
    // Every edge is held against every other: beyond this a sweep is faster.
    private const int MostCorners = 64;

    // Many times what rounding can do to a product of two differences.
    private const double Doubt = 1e-12;

    /// <summary>True only for a valid polygon; false says nothing.</summary>
    public static bool IsValid(Geometry geometry)
    {
        if (geometry is not Polygon { NumInteriorRings: 0, ExteriorRing.CoordinateSequence: var ring } || ring.Count is < 4 or > MostCorners + 1) return false;
        var corners = ring.Count - 1;
        Span<(double X, double Y)> at = stackalloc (double, double)[MostCorners + 2];
        for (var i = 0; i <= corners; i++) at[i] = (ring.GetX(i), ring.GetY(i));
        at[corners + 1] = at[1];
        for (var i = 0; i < corners; i++)
        {
            if (!GoesOn(at[i], at[i + 1], at[i + 2])) return false;
            // The last edge follows the first again.
            for (var j = i + 2; j < (i == 0 ? corners - 1 : corners); j++)
            {
                if (!AreApart(at[i], at[i + 1], at[j], at[j + 1])) return false;
            }
        }

        return true;
    }

    // An edge does not lead back over the one before it.
    private static bool GoesOn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        Side(a, b, c) != 0 || ((b.X - a.X) * (c.X - b.X)) + ((b.Y - a.Y) * (c.Y - b.Y)) > 0;

    private static bool AreApart((double X, double Y) a, (double X, double Y) b, (double X, double Y) c, (double X, double Y) d)
    {
        if (Math.Max(a.X, b.X) < Math.Min(c.X, d.X) || Math.Max(c.X, d.X) < Math.Min(a.X, b.X)) return true;
        if (Math.Max(a.Y, b.Y) < Math.Min(c.Y, d.Y) || Math.Max(c.Y, d.Y) < Math.Min(a.Y, b.Y)) return true;
        return Side(a, b, c) * Side(a, b, d) > 0 || Side(c, d, a) * Side(c, d, b) > 0;
    }

    // On which side of a line through two points a third lies: 1, -1, or 0 when it is too close to tell.
    private static int Side((double X, double Y) a, (double X, double Y) b, (double X, double Y) c)
    {
        var (left, right) = ((b.X - a.X) * (c.Y - a.Y), (b.Y - a.Y) * (c.X - a.X));
        var turn = left - right;
        var doubt = Doubt * (Math.Abs(left) + Math.Abs(right));
        return turn > doubt ? 1 : turn < -doubt ? -1 : 0;
    }
}
