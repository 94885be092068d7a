using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CityMap.Geo.Indexing;

/// <summary>
/// The boxes of one level of a <see cref="PackedTree"/>, in blocks of sixteen: all west edges, all south, all east, all north, so that
/// a node lies on one stretch of memory; points need only two. Padded with NaN to whole blocks: NaN meets nothing and is near nothing,
/// so the vector code needs no tail.
/// </summary>
internal sealed class PackedLevel
{
    public const int NodeSize = 16;
    private const int South = NodeSize;
    private readonly double[] _blocks;
    private readonly int _stride;
    private readonly int _east;

    private PackedLevel(int count, double[] blocks, bool points)
    {
        (Count, _blocks) = (count, blocks);
        (_stride, _east) = points ? (2, 0) : (4, 2 * NodeSize);
    }

    public int Count { get; }

    public static PackedLevel OfPoints(PackedPlaces places) => new(places.Count, places.Blocks, true);

    public static PackedLevel OfBoxes(ReadOnlySpan<Box> boxes)
    {
        var level = new PackedLevel(boxes.Length, new double[Blocks(boxes.Length) * 4 * NodeSize], false);
        Array.Fill(level._blocks, double.NaN);
        for (var i = 0; i < boxes.Length; i++)
        {
            var at = (i / NodeSize * 4 * NodeSize) + (i % NodeSize);
            level._blocks[at] = boxes[i].MinX;
            level._blocks[at + South] = boxes[i].MinY;
            level._blocks[at + level._east] = boxes[i].MaxX;
            level._blocks[at + level._east + South] = boxes[i].MaxY;
        }

        return level;
    }

    /// <summary>How many blocks so many boxes fill.</summary>
    public static int Blocks(int count) => (count + NodeSize - 1) / NodeSize;

    /// <summary>Which boxes of a block meet the box, and which lie within it.</summary>
    public (uint Meets, uint Within) Test(int block, in Box box)
    {
        var (west, south, east, north) = (
            Vector256.Create(box.MinX), Vector256.Create(box.MinY), Vector256.Create(box.MaxX), Vector256.Create(box.MaxY));
        ref var start = ref Start(block);
        uint meets = 0, within = 0;
        for (var i = 0; i < NodeSize; i += 4)
        {
            var (minX, minY) = (Load(ref start, i), Load(ref start, i + South));
            var (maxX, maxY) = (Load(ref start, i + _east), Load(ref start, i + _east + South));
            var meet = Vector256.LessThanOrEqual(minX, east) & Vector256.GreaterThanOrEqual(maxX, west)
                & Vector256.LessThanOrEqual(minY, north) & Vector256.GreaterThanOrEqual(maxY, south);
            var inside = Vector256.GreaterThanOrEqual(minX, west) & Vector256.LessThanOrEqual(maxX, east)
                & Vector256.GreaterThanOrEqual(minY, south) & Vector256.LessThanOrEqual(maxY, north);
            meets |= meet.ExtractMostSignificantBits() << i;
            within |= inside.ExtractMostSignificantBits() << i;
        }

        return (meets, within);
    }

    /// <summary>
    /// The squared distances of a block from a place, each axis in its own scale; infinite beyond the limit. Answers which are within the
    /// limit, which must be finite.
    /// </summary>
    public uint Distances(int block, in PackedTree.Place place, double limit, ref double squared)
    {
        ref var start = ref Start(block);
        var (px, py) = (Vector256.Create(place.X), Vector256.Create(place.Y));
        var (sx, sy) = (Vector256.Create(place.ScaleX), Vector256.Create(place.ScaleY));
        var most = Vector256.Create(limit);
        uint near = 0;
        if (_east == 0)
        {
            for (var i = 0; i < NodeSize; i += 4) near |= Close((Load(ref start, i) - px) * sx, (Load(ref start, i + South) - py) * sy, most, i, ref squared);
            return near;
        }

        // The native maximum gives its second operand when one is NaN: so padding stays NaN, and near nothing.
        var zero = Vector256<double>.Zero;
        for (var i = 0; i < NodeSize; i += 4)
        {
            var dx = Vector256.MaxNative(zero, Vector256.MaxNative(Load(ref start, i) - px, px - Load(ref start, i + (2 * NodeSize))));
            var dy = Vector256.MaxNative(zero, Vector256.MaxNative(Load(ref start, i + South) - py, py - Load(ref start, i + (3 * NodeSize))));
            near |= Close(dx * sx, dy * sy, most, i, ref squared);
        }

        return near;
    }

    /// <summary>Which of sixteen numbers are the least; none of them may be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Least(ref double numbers)
    {
        var (a, b, c, d) = (Load(ref numbers, 0), Load(ref numbers, 4), Load(ref numbers, 8), Load(ref numbers, 12));
        var four = Vector256.MinNative(Vector256.MinNative(a, b), Vector256.MinNative(c, d));
        four = Vector256.MinNative(four, Vector256.Shuffle(four, Vector256.Create(2L, 3, 0, 1)));
        var least = Vector256.MinNative(four, Vector256.Shuffle(four, Vector256.Create(1L, 0, 3, 2)));
        return Vector256.Equals(a, least).ExtractMostSignificantBits() | (Vector256.Equals(b, least).ExtractMostSignificantBits() << 4)
            | (Vector256.Equals(c, least).ExtractMostSignificantBits() << 8) | (Vector256.Equals(d, least).ExtractMostSignificantBits() << 12);
    }

    /// <summary>Which of sixteen distances are within a limit.</summary>
    public static uint Within(ref double squared, double limit)
    {
        var most = Vector256.Create(limit);
        uint near = 0;
        for (var i = 0; i < NodeSize; i += 4)
        {
            near |= Vector256.LessThanOrEqual(Load(ref squared, i), most).ExtractMostSignificantBits() << i;
        }

        return near;
    }

    /// <summary>Asks for a block to be brought near, without waiting. A hint only: it does not matter if the array moves meanwhile.</summary>
    public unsafe void Prefetch(int block)
    {
        if (!Sse.IsSupported) return;
        var place = (byte*)Unsafe.AsPointer(ref Start(block));
        for (var line = 0; line < 2 * _stride; line++) Sse.Prefetch0(place + (64 * line));
    }

    /// <summary>The level above: one box around each block.</summary>
    public PackedLevel Parents()
    {
        var parents = new Box[Blocks(Count)];
        for (var block = 0; block < parents.Length; block++)
        {
            ref var start = ref Start(block);
            var (west, south, east, north) = (start, Unsafe.Add(ref start, South), Unsafe.Add(ref start, _east), Unsafe.Add(ref start, _east + South));
            for (var i = 1; i < Math.Min(NodeSize, Count - (block * NodeSize)); i++)
            {
                west = Math.Min(west, Unsafe.Add(ref start, i));
                south = Math.Min(south, Unsafe.Add(ref start, i + South));
                east = Math.Max(east, Unsafe.Add(ref start, i + _east));
                north = Math.Max(north, Unsafe.Add(ref start, i + _east + South));
            }

            parents[block] = new(west, south, east, north);
        }

        return OfBoxes(parents);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref double Start(int block) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_blocks), block * NodeSize * _stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Close(Vector256<double> dx, Vector256<double> dy, Vector256<double> most, int i, ref double squared)
    {
        var d = (dx * dx) + (dy * dy);
        var near = Vector256.LessThanOrEqual(d, most);
        Vector256.ConditionalSelect(near, d, Vector256.Create(double.PositiveInfinity)).StoreUnsafe(ref squared, (nuint)i);
        return near.ExtractMostSignificantBits() << i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double start, int index) => Vector256.LoadUnsafe(ref start, (nuint)index);
}
