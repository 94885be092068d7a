using System.Runtime.CompilerServices;
using CityMap.Geo.Indexing;

namespace CityMap.Geo.Areas;

/// <summary>
/// A grid over areas. A cell knows that nothing is there, that one area covers it wholly, or which few areas to test, each with
/// just those of its edges that run at the height of the cell. Areas are known by rank: of several the lowest wins.
/// </summary>
internal sealed class AreaGrid(GridFrame frame, int[] cells, int[] candidates, Edge[] edges)
{
    /// <summary>In a candidate's start of edges: the area covers the whole cell, there is nothing to test.</summary>
    public const int WholeCell = -1;

    /// <summary>The area that has this place; −1 when none covers it.</summary>
    public int Find(double x, double y)
    {
        if (!frame.TryCell(x, y, out var cell)) return -1;
        var content = cells[cell];
        if (content >= 0) return content - 1;
        var list = candidates.AsSpan(~content);
        for (var i = 0; i < list[0]; i++)
        {
            var candidate = list.Slice(1 + (3 * i), 3);
            if (Covers(candidate, x, y)) return candidate[0];
        }

        return -1;
    }

    /// <summary>The first two areas, by rank, that cover this place; −1 for none.</summary>
    public (int First, int Second) FindTwo(double x, double y)
    {
        if (!frame.TryCell(x, y, out var cell)) return (-1, -1);
        var content = cells[cell];
        if (content >= 0) return (content - 1, -1);
        var list = candidates.AsSpan(~content);
        var first = -1;
        for (var i = 0; i < list[0]; i++)
        {
            var candidate = list.Slice(1 + (3 * i), 3);
            if (!Covers(candidate, x, y)) continue;
            if (first >= 0) return (first, candidate[0]);
            first = candidate[0];
        }

        return (first, -1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Covers(ReadOnlySpan<int> candidate, double x, double y) =>
        candidate[1] == WholeCell || PolygonEdges.Cover(edges.AsSpan(candidate[1], candidate[2]), x, y);
}

/// <summary>Where the cells of a grid lie.</summary>
internal readonly record struct GridFrame(double West, double South, double East, double North, int Columns, int Rows)
{
    private readonly double _perColumn = Columns / (East - West);
    private readonly double _perRow = Rows / (North - South);

    /// <summary>A frame of about so many cells, as square as possible, a hair larger than the box.</summary>
    public static GridFrame Around(Box box, double cells)
    {
        var margin = Math.Max(Math.Max(box.MaxX - box.MinX, box.MaxY - box.MinY) * 1e-9, 1e-9);
        var (width, height) = (box.MaxX - box.MinX + (2 * margin), box.MaxY - box.MinY + (2 * margin));
        var columns = (int)Math.Clamp(Math.Sqrt(cells * width / height), 1, cells);
        var rows = (int)Math.Clamp(cells / columns, 1, cells);
        return new(box.MinX - margin, box.MinY - margin, box.MaxX + margin, box.MaxY + margin, columns, rows);
    }

    /// <summary>The column of an x, unclamped.</summary>
    public double Column(double x) => (x - West) * _perColumn;

    /// <summary>The row of a y; the same rounding for edges and for places, so that a place always finds the edges at its height.</summary>
    public int Row(double y) => Math.Clamp((int)((y - South) * _perRow), 0, Rows - 1);

    /// <summary>The y at which a row begins.</summary>
    public double RowStart(int row) => South + (row / _perRow);

    /// <summary>The cell of a place; false outside the grid.</summary>
    public bool TryCell(double x, double y, out int cell)
    {
        cell = 0;
        if (!(x >= West && x <= East && y >= South && y <= North)) return false;
        cell = (Row(y) * Columns) + Math.Min((int)Column(x), Columns - 1);
        return true;
    }
}
