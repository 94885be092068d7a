namespace CityMap.Geo.Indexing;

/// <summary>Orders places along a Hilbert curve of 2^16 × 2^16 cells, so that neighbours on the ground are neighbours in memory.</summary>
public static class HilbertOrder
{
    private const int Few = 256;

    /// <summary>The order to take items in: element i is the item that comes i-th. Equal cells keep their order.</summary>
    /// <param name="x">Where the items are across, finite, in any unit.</param>
    /// <param name="y">And up; as many.</param>
    public static int[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (minX, maxX) = Range(x);
        var (minY, maxY) = Range(y);
        var scaleX = maxX > minX ? 65535 / (maxX - minX) : 0;
        var scaleY = maxY > minY ? 65535 / (maxY - minY) : 0;
        var keys = new uint[x.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Key((uint)((x[i] - minX) * scaleX), (uint)((y[i] - minY) * scaleY));
        }

        return keys.Length <= Few ? SortFew(keys) : RadixSort(keys);
    }

    private static (double Min, double Max) Range(ReadOnlySpan<double> values)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var v in values)
        {
            min = Math.Min(min, v);
            max = Math.Max(max, v);
        }

        return (min, max);
    }

    // The branch-free curve of rawrunprotected.com/hilbert-curves, as used by flatbush.
    private static uint Key(uint x, uint y)
    {
        var a = x ^ y;
        var b = 0xFFFF ^ a;
        var c = 0xFFFF ^ (x | y);
        var d = x & (y ^ 0xFFFF);
        var aa = a | (b >> 1);
        var bb = (a >> 1) ^ a;
        var cc = ((c >> 1) ^ (b & (d >> 1))) ^ c;
        var dd = ((a & (c >> 1)) ^ (d >> 1)) ^ d;
        for (var step = 2; step <= 8; step *= 2)
        {
            (a, b, c, d) = (aa, bb, cc, dd);
            aa = step == 8 ? aa : (a & (a >> step)) ^ (b & (b >> step));
            bb = step == 8 ? bb : (a & (b >> step)) ^ (b & ((a ^ b) >> step));
            cc ^= (a & (c >> step)) ^ (b & (d >> step));
            dd ^= (b & (c >> step)) ^ ((a ^ b) & (d >> step));
        }

        a = cc ^ (cc >> 1);
        b = dd ^ (dd >> 1);
        var i0 = x ^ y;
        var i1 = b | (0xFFFF ^ (i0 | a));
        return (Spread(i1) << 1) | Spread(i0);
    }

    private static uint Spread(uint v)
    {
        v = (v | (v << 8)) & 0x00FF00FF;
        v = (v | (v << 4)) & 0x0F0F0F0F;
        v = (v | (v << 2)) & 0x33333333;
        return (v | (v << 1)) & 0x55555555;
    }

    // Sorting by digits has tables to clear, which for a handful costs more than the sorting. Equal keys keep their order: the place is part of the key.
    private static int[] SortFew(uint[] keys)
    {
        Span<ulong> placed = stackalloc ulong[keys.Length];
        for (var i = 0; i < keys.Length; i++) placed[i] = ((ulong)keys[i] << 32) | (uint)i;
        placed.Sort();
        var order = new int[keys.Length];
        for (var i = 0; i < order.Length; i++) order[i] = (int)(uint)placed[i];
        return order;
    }

    private static int[] RadixSort(uint[] keys)
    {
        var (order, spare) = (new int[keys.Length], new int[keys.Length]);
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Span<int> starts = stackalloc int[2049];
        for (var shift = 0; shift < 33; shift += 11)
        {
            starts.Clear();
            foreach (var key in keys) starts[(int)((key >> shift) & 2047) + 1]++;
            for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
            foreach (var item in order) spare[starts[(int)((keys[item] >> shift) & 2047)]++] = item;
            (order, spare) = (spare, order);
        }

        return order;
    }
}
