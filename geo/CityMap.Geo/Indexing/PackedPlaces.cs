using System.Runtime.CompilerServices;

namespace CityMap.Geo.Indexing;

/// <summary>
/// Points in blocks of sixteen: sixteen x, then sixteen y, so that a node of the tree lies on one stretch of memory.
/// Padded with NaN, which is inside nothing and near nothing.
/// </summary>
internal sealed class PackedPlaces
{
    private PackedPlaces(int count, double[] blocks) => (Count, Blocks) = (count, blocks);

    public int Count { get; }

    public double[] Blocks { get; }

    /// <summary>The first so many places of an order.</summary>
    public static PackedPlaces Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> order)
    {
        var blocks = new double[PackedLevel.Blocks(order.Length) * 2 * PackedLevel.NodeSize];
        Array.Fill(blocks, double.NaN, Math.Max(0, blocks.Length - (2 * PackedLevel.NodeSize)), Math.Min(blocks.Length, 2 * PackedLevel.NodeSize));
        for (var i = 0; i < order.Length; i++) (blocks[At(i)], blocks[At(i) + PackedLevel.NodeSize]) = (x[order[i]], y[order[i]]);
        return new(order.Length, blocks);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double X(int slot) => Blocks[At(slot)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Y(int slot) => Blocks[At(slot) + PackedLevel.NodeSize];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int At(int slot) => ((slot & ~15) << 1) | (slot & 15);
}
