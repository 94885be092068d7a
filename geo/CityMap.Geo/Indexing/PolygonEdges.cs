using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Indexing;

/// <summary>One edge of a ring, its ends in order of y and then x, so that two areas sharing it compute with the same numbers.</summary>
internal readonly record struct Edge(double Ax, double Ay, double Bx, double By)
{
    public static Edge Of(double x0, double y0, double x1, double y1) =>
        y0 < y1 || (y0 == y1 && x0 <= x1) ? new(x0, y0, x1, y1) : new(x1, y1, x0, y0);
}

/// <summary>Point in polygon over edges, by the even-odd rule; the border belongs to the polygon.</summary>
internal static class PolygonEdges
{
    /// <summary>Every edge of a polygon or multipolygon.</summary>
    /// <exception cref="ArgumentException">Another kind of geometry.</exception>
    public static List<Edge> Of(Geometry shape)
    {
        var edges = new List<Edge>(shape.NumPoints);
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is not Polygon polygon)
            {
                throw new ArgumentException($"An area must be a polygon or multipolygon, not a {shape.GeometryType}.", nameof(shape));
            }

            Add(polygon.Shell.CoordinateSequence, edges);
            foreach (var hole in polygon.Holes) Add(hole.CoordinateSequence, edges);
        }

        return edges;
    }

    /// <summary>True when the place is inside or on one of these edges; only edges at the height of the place are needed.</summary>
    public static bool Cover(ReadOnlySpan<Edge> edges, double x, double y)
    {
        var inside = false;
        foreach (ref readonly var e in edges)
        {
            if (y < e.Ay || y > e.By) continue;
            var (rise, run) = ((e.Bx - e.Ax) * (y - e.Ay), (x - e.Ax) * (e.By - e.Ay));
            var side = rise - run;
            // Too close for doubles to say which side: exact arithmetic decides, so that the answer is the mathematical one.
            if (Math.Abs(side) <= 1e-15 * (Math.Abs(rise) + Math.Abs(run))) side = CGAlgorithmsDD.OrientationIndex(e.Ax, e.Ay, e.Bx, e.By, x, y);
            if (side > 0)
            {
                // The half-open rule: an edge counts at its lower end, not at its upper.
                if (y < e.By) inside = !inside;
            }
            else if (side == 0 && (e.Ay != e.By || (x >= e.Ax && x <= e.Bx)))
            {
                return true;
            }
        }

        return inside;
    }

    private static void Add(CoordinateSequence ring, List<Edge> edges)
    {
        for (var i = 1; i < ring.Count; i++) edges.Add(Edge.Of(ring.GetX(i - 1), ring.GetY(i - 1), ring.GetX(i), ring.GetY(i)));
    }
}
