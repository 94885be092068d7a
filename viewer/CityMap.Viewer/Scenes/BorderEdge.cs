namespace CityMap.Viewer.Scenes;

/// <summary>A piece of a border between two points of the unit square, whichever way it is walked.</summary>
internal readonly record struct BorderEdge(double X1, double Y1, double X2, double Y2)
{
    /// <summary>The edge from a point to the next.</summary>
    public static BorderEdge Between(double[] xy, int point)
    {
        var (x1, y1, x2, y2) = (xy[2 * point], xy[(2 * point) + 1], xy[(2 * point) + 2], xy[(2 * point) + 3]);
        return x1 < x2 || (x1 == x2 && y1 <= y2) ? new(x1, y1, x2, y2) : new(x2, y2, x1, y1);
    }
}
