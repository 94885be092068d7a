namespace CityMap.Geo.Tiles.Live;

/// <summary>
/// Where the mark of a cluster is drawn: in the middle of its members, but so far from the edges of its cell that the marks of two
/// neighbouring cells do not hide each other's numbers. Cells are 64 CSS pixels at whole zooms and the mark of a cluster is 36 × 26.
/// </summary>
public static class ClusterPlace
{
    /// <summary>How far the mark may stand from the middle of the members, as a share of the cell.</summary>
    public const double MostMoved = MarginX;

    /// <summary>How near the left and right edge the mark may come, as a share of the cell.</summary>
    private const double MarginX = 0.28;

    /// <summary>How near the upper and lower edge, as a share of the cell.</summary>
    private const double MarginY = 0.21;

    /// <summary>The place of the mark.</summary>
    /// <param name="x">The middle of the members, from the left, in cells: the whole part is the cell.</param>
    /// <param name="y">The same from the top.</param>
    /// <returns>The place in the same measure and within the same cell.</returns>
    public static (double X, double Y) Of(double x, double y) => (Keep(x, MarginX), Keep(y, MarginY));

    private static double Keep(double at, double margin)
    {
        var cell = Math.Floor(at);
        return Math.Clamp(at, cell + margin, cell + 1 - margin);
    }
}
