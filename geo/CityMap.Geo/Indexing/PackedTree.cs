using System.Numerics;

namespace CityMap.Geo.Indexing;

/// <summary>
/// A flat R-tree of sixteen-way nodes over boxes or points that are already in Hilbert order. It answers in slots, which are
/// positions in that order, and hands over whole ranges where a node lies within the box asked for. Immutable.
/// </summary>
internal sealed class PackedTree
{
    private readonly PackedLevel[] _levels;

    private PackedTree(PackedLevel items)
    {
        var levels = new List<PackedLevel> { items };
        while (levels[^1].Count > PackedLevel.NodeSize) levels.Add(levels[^1].Parents());
        _levels = [.. levels];
    }

    public int Count => _levels[0].Count;

    /// <summary>Over points; the columns are kept, not copied, and must be padded with NaN (<see cref="PackedLevel.Padded"/>).</summary>
    public static PackedTree OfPoints(int count, double[] x, double[] y) => new(new(count, x, y, x, y));

    /// <summary>Over boxes, in order.</summary>
    public static PackedTree OfBoxes(ReadOnlySpan<Box> boxes)
    {
        var columns = new double[4][];
        for (var c = 0; c < 4; c++)
        {
            columns[c] = new double[PackedLevel.Padded(boxes.Length)];
            Array.Fill(columns[c], double.NaN);
        }

        for (var i = 0; i < boxes.Length; i++)
        {
            (columns[0][i], columns[1][i], columns[2][i], columns[3][i]) = (boxes[i].MinX, boxes[i].MinY, boxes[i].MaxX, boxes[i].MaxY);
        }

        return new(new(boxes.Length, columns[0], columns[1], columns[2], columns[3]));
    }

    /// <summary>Visits every slot that meets the box.</summary>
    public void Search<T>(in Box box, ref T visitor)
        where T : struct, IRangeVisitor, allows ref struct
    {
        if (Count > 0) Search(_levels.Length - 1, 0, box, ref visitor);
    }

    /// <summary>Visits slots, near ones first, until none can lie within the visitor's limit.</summary>
    public void Nearest<T>(double x, double y, double scaleX, double scaleY, double limitSquared, ref T visitor)
        where T : struct, INearestVisitor, allows ref struct
    {
        if (Count > 0) Nearest(_levels.Length - 1, 0, new(x, y, scaleX, scaleY), ref limitSquared, ref visitor);
    }

    private void Search<T>(int level, int start, in Box box, ref T visitor)
        where T : struct, IRangeVisitor, allows ref struct
    {
        var (meets, within) = _levels[level].Test(start, box);
        while (meets != 0)
        {
            var i = BitOperations.TrailingZeroCount(meets);
            meets &= meets - 1;
            var inside = (within >> i & 1) != 0;
            if (level == 0) visitor.Visit(start + i, start + i + 1, inside);
            else if (inside) visitor.Visit(FirstSlot(level, start + i), Math.Min(FirstSlot(level, start + i + 1), Count), true);
            else Search(level - 1, (start + i) * PackedLevel.NodeSize, box, ref visitor);
        }
    }

    private void Nearest<T>(int level, int start, in Place place, ref double limit, ref T visitor)
        where T : struct, INearestVisitor, allows ref struct
    {
        Span<double> squared = stackalloc double[PackedLevel.NodeSize];
        _levels[level].Distances(start, place.X, place.Y, place.ScaleX, place.ScaleY, squared);
        if (level == 0)
        {
            for (var i = 0; i < squared.Length; i++)
            {
                if (squared[i] <= limit) limit = visitor.Visit(start + i, squared[i]);
            }

            return;
        }

        while (true)
        {
            var (nearest, best) = (-1, limit);
            for (var i = 0; i < squared.Length; i++)
            {
                if (squared[i] <= best) (nearest, best) = (i, squared[i]);
            }

            if (nearest < 0) return;
            squared[nearest] = double.NaN;
            Nearest(level - 1, (start + nearest) * PackedLevel.NodeSize, place, ref limit, ref visitor);
        }
    }

    private static int FirstSlot(int level, int node) => node << (4 * level);

    private readonly record struct Place(double X, double Y, double ScaleX, double ScaleY);
}

/// <summary>Receives the answers of a box search.</summary>
internal interface IRangeVisitor
{
    /// <summary>Slots from first to before end; <paramref name="within"/> when they lie wholly within the box, else they only meet it.</summary>
    void Visit(int first, int end, bool within);
}

/// <summary>Receives candidates of a nearest search.</summary>
internal interface INearestVisitor
{
    /// <summary>One slot whose box is that far away (squared, scaled); answers how far is still of interest (squared).</summary>
    double Visit(int slot, double boundSquared);
}
