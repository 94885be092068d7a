using System.Numerics;
using System.Runtime.CompilerServices;

namespace CityMap.Geo.Indexing;

/// <summary>
/// A flat R-tree of sixteen-way nodes over boxes or points that are already in Hilbert order. It answers in slots, which are
/// positions in that order, and hands over whole ranges where a node lies within the box asked for. Immutable.
/// </summary>
internal sealed class PackedTree
{
    private readonly PackedLevel[] _levels;

    private PackedTree(PackedLevel items, PackedPlaces? places)
    {
        var levels = new List<PackedLevel> { items };
        while (levels[^1].Count > PackedLevel.NodeSize) levels.Add(levels[^1].Parents());
        _levels = [.. levels];
        Places = places;
    }

    public int Count => _levels[0].Count;

    /// <summary>The points it is over; null when it is over boxes.</summary>
    public PackedPlaces? Places { get; }

    /// <summary>Over points, which are kept, not copied.</summary>
    public static PackedTree OfPoints(PackedPlaces places) => new(PackedLevel.OfPoints(places), places);

    /// <summary>Over boxes, in order.</summary>
    public static PackedTree OfBoxes(ReadOnlySpan<Box> boxes) => new(PackedLevel.OfBoxes(boxes), null);

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
        // A finite limit, however large, keeps out what is infinitely far: that is how visited and missing boxes are marked.
        limitSquared = Math.Min(limitSquared, double.MaxValue);
        if (Count > 0) Nearest(_levels.Length - 1, 0, new(x, y, scaleX, scaleY), ref limitSquared, ref visitor);
    }

    private void Search<T>(int level, int block, in Box box, ref T visitor)
        where T : struct, IRangeVisitor, allows ref struct
    {
        var (meets, within) = _levels[level].Test(block, box);
        var first = block * PackedLevel.NodeSize;
        while (meets != 0)
        {
            var i = BitOperations.TrailingZeroCount(meets);
            meets &= meets - 1;
            var inside = (within >> i & 1) != 0;
            if (level == 0) visitor.Visit(first + i, first + i + 1, inside);
            else if (inside) visitor.Visit(FirstSlot(level, first + i), Math.Min(FirstSlot(level, first + i + 1), Count), true);
            else Search(level - 1, first + i, box, ref visitor);
        }
    }

    [SkipLocalsInit]
    private void Nearest<T>(int level, int block, in Place place, ref double limit, ref T visitor)
        where T : struct, INearestVisitor, allows ref struct
    {
        Unsafe.SkipInit(out Sixteen buffer);
        ref var squared = ref buffer[0];
        var open = _levels[level].Distances(block, place, limit, ref squared);
        var first = block * PackedLevel.NodeSize;
        if (level == 0)
        {
            // Nearest first: then nothing is taken in that a neighbour in the same block turns out again, and the first few only queue up.
            var rest = new PackedNode.Queue(ref squared);
            while (open != 0)
            {
                var least = rest.Take(out var d);
                if (!(d <= limit)) return;
                open &= ~least;
                for (; least != 0; least &= least - 1)
                {
                    limit = visitor.Visit(first + BitOperations.TrailingZeroCount(least), d);
                    if (!(limit < double.MaxValue)) limit = double.MaxValue;
                }
            }

            return;
        }

        // Once something was found the limit tells what will be needed. That is fetched all at once instead of one after another
        // when its turn comes: memory answers many requests as fast as one.
        var fetched = false;
        while (open != 0)
        {
            if (!fetched && limit < double.MaxValue)
            {
                fetched = true;
                Prefetch(level - 1, first, PackedNode.Within(ref squared, limit));
            }

            var nearest = BitOperations.TrailingZeroCount(PackedNode.Least(ref squared, out var d));
            if (!(d <= limit)) return;
            Nearest(level - 1, first + nearest, place, ref limit, ref visitor);
            Unsafe.Add(ref squared, nearest) = double.PositiveInfinity;
        }
    }

    private void Prefetch(int level, int first, uint open)
    {
        for (; open != 0; open &= open - 1) _levels[level].Prefetch(first + BitOperations.TrailingZeroCount(open));
    }

    private static int FirstSlot(int level, int node) => node << (4 * level);

    /// <summary>A place and how its axes are scaled.</summary>
    internal readonly record struct Place(double X, double Y, double ScaleX, double ScaleY);
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

/// <summary>Sixteen numbers on the stack.</summary>
[InlineArray(PackedLevel.NodeSize)]
internal struct Sixteen
{
    private double _first;
}
