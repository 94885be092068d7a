using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace CityMap.Geo.Indexing;

/// <summary>
/// One level of a <see cref="PackedTree"/> in blocks of sixteen boxes, each block on one stretch of memory. Padded with NaN to whole
/// blocks: NaN meets nothing and is near nothing, so the vector code needs no tail.
/// </summary>
internal sealed class PackedLevel
{
    public const int NodeSize = 16;
    private const int BoxBlock = 4 * NodeSize;
    private readonly double[]? _points;
    private readonly double[]? _wide;
    private readonly float[]? _narrow;

    private PackedLevel(int count, double[]? points, double[]? wide, float[]? narrow) =>
        (Count, _points, _wide, _narrow) = (count, points, wide, narrow);

    public int Count { get; }

    public static PackedLevel OfPoints(PackedPlaces places) => new(places.Count, places.Blocks, null, null);

    public static PackedLevel OfBoxes(ReadOnlySpan<Box> boxes)
    {
        var blocks = new double[Blocks(boxes.Length) * BoxBlock];
        Array.Fill(blocks, double.NaN);
        for (var i = 0; i < boxes.Length; i++)
        {
            var at = (i / NodeSize * BoxBlock) + (i % NodeSize);
            (blocks[at], blocks[at + 16], blocks[at + 32], blocks[at + 48]) = (boxes[i].MinX, boxes[i].MinY, boxes[i].MaxX, boxes[i].MaxY);
        }

        return new(boxes.Length, null, blocks, null);
    }

    /// <summary>How many blocks so many boxes fill.</summary>
    public static int Blocks(int count) => (count + NodeSize - 1) / NodeSize;

    /// <summary>Which boxes of a block meet the box, and which lie within it.</summary>
    public (uint Meets, uint Within) Test(int block, in Box box) =>
        _narrow is not null ? PackedNode.Test(Narrow(block), box)
        : _points is not null ? PackedNode.Test(Points(block), box)
        : PackedNode.Test(Wide(block), box);

    /// <summary>
    /// The squared distances of a block from a place, each axis in its own scale; infinite beyond the limit, which must be finite.
    /// Answers which are within it.
    /// </summary>
    public uint Distances(int block, in PackedTree.Place place, double limit, ref double squared) =>
        _narrow is not null ? PackedNode.BoxDistances(Narrow(block), place, limit, ref squared)
        : _points is not null ? PackedNode.PointDistances(Points(block), place, limit, ref squared)
        : PackedNode.BoxDistances(Wide(block), place, limit, ref squared);

    /// <summary>Asks for a block to be brought near, without waiting. A hint only: it does not matter if the array moves meanwhile.</summary>
    public unsafe void Prefetch(int block)
    {
        if (!Sse.IsSupported) return;
        var (place, lines) = _narrow is not null
            ? ((nint)Unsafe.AsPointer(ref Start(_narrow, block, BoxBlock)), 4)
            : _points is not null
                ? ((nint)Unsafe.AsPointer(ref Start(_points, block, 2 * NodeSize)), 4)
                : ((nint)Unsafe.AsPointer(ref Start(_wide!, block, BoxBlock)), 8);
        for (var line = 0; line < lines; line++) Sse.Prefetch0((byte*)place + (64 * line));
    }

    /// <summary>The level above: one box around each block.</summary>
    public PackedLevel Parents()
    {
        var count = Blocks(Count);
        var blocks = new float[Blocks(count) * BoxBlock];
        Array.Fill(blocks, float.NaN);
        for (var block = 0; block < count; block++)
        {
            var box = _narrow is not null ? PackedNode.Around(Narrow(block)) : _points is not null ? PackedNode.Around(Points(block)) : PackedNode.Around(Wide(block));
            var at = (block / NodeSize * BoxBlock) + (block % NodeSize);
            (blocks[at], blocks[at + 16], blocks[at + 32], blocks[at + 48]) = (Down(box.MinX), Down(box.MinY), Up(box.MaxX), Up(box.MaxY));
        }

        return new(count, null, null, blocks);
    }

    private static float Down(double value) => (float)value is var near && near > value ? MathF.BitDecrement(near) : near;

    private static float Up(double value) => (float)value is var near && near < value ? MathF.BitIncrement(near) : near;

    private NarrowBlock Narrow(int block) => new(ref Start(_narrow!, block, BoxBlock));

    private PointBlock Points(int block) => new(ref Start(_points!, block, 2 * NodeSize));

    private WideBlock Wide(int block) => new(ref Start(_wide!, block, BoxBlock));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Start<T>(T[] blocks, int block, int length) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(blocks), block * length);
}
