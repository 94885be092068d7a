using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CityMap.Geo.Indexing;

/// <summary>
/// The boxes of one level of a <see cref="PackedTree"/>, as four columns. Columns are padded with NaN to whole nodes: NaN meets
/// nothing and is near nothing, so the vector code needs no tail.
/// </summary>
internal sealed class PackedLevel(int count, double[] minX, double[] minY, double[] maxX, double[] maxY)
{
    public const int NodeSize = 16;

    public int Count { get; } = count;

    public double[] MinX { get; } = minX;

    public double[] MinY { get; } = minY;

    public double[] MaxX { get; } = maxX;

    public double[] MaxY { get; } = maxY;

    /// <summary>How long a column of so many boxes is with its padding.</summary>
    public static int Padded(int count) => (count + NodeSize - 1) / NodeSize * NodeSize;

    /// <summary>Which of the sixteen boxes from <paramref name="start"/> meet the box, and which lie within it.</summary>
    public (uint Meets, uint Within) Test(int start, in Box box)
    {
        var (west, south, east, north) = (
            Vector256.Create(box.MinX), Vector256.Create(box.MinY), Vector256.Create(box.MaxX), Vector256.Create(box.MaxY));
        uint meets = 0, within = 0;
        for (var i = 0; i < NodeSize; i += 4)
        {
            var (minX, minY) = (Load(MinX, start + i), Load(MinY, start + i));
            var (maxX, maxY) = (Load(MaxX, start + i), Load(MaxY, start + i));
            var meet = Vector256.LessThanOrEqual(minX, east) & Vector256.GreaterThanOrEqual(maxX, west)
                & Vector256.LessThanOrEqual(minY, north) & Vector256.GreaterThanOrEqual(maxY, south);
            var inside = Vector256.GreaterThanOrEqual(minX, west) & Vector256.LessThanOrEqual(maxX, east)
                & Vector256.GreaterThanOrEqual(minY, south) & Vector256.LessThanOrEqual(maxY, north);
            meets |= meet.ExtractMostSignificantBits() << i;
            within |= inside.ExtractMostSignificantBits() << i;
        }

        return (meets, within);
    }

    /// <summary>The squared distances of sixteen boxes from a place, each axis in its own scale.</summary>
    public void Distances(int start, double x, double y, double scaleX, double scaleY, Span<double> squared)
    {
        var (px, py) = (Vector256.Create(x), Vector256.Create(y));
        ref var target = ref MemoryMarshal.GetReference(squared);
        for (var i = 0; i < NodeSize; i += 4)
        {
            var dx = Vector256.Max(Vector256.Max(Load(MinX, start + i) - px, px - Load(MaxX, start + i)), Vector256<double>.Zero) * scaleX;
            var dy = Vector256.Max(Vector256.Max(Load(MinY, start + i) - py, py - Load(MaxY, start + i)), Vector256<double>.Zero) * scaleY;
            ((dx * dx) + (dy * dy)).StoreUnsafe(ref target, (nuint)i);
        }
    }

    /// <summary>The level above: one box around each sixteen.</summary>
    public PackedLevel Parents()
    {
        var count = (Count + NodeSize - 1) / NodeSize;
        var padded = Padded(count);
        var columns = new double[4][];
        for (var c = 0; c < 4; c++)
        {
            columns[c] = new double[padded];
            Array.Fill(columns[c], double.NaN, count, padded - count);
        }

        for (var node = 0; node < count; node++)
        {
            var (start, end) = (node * NodeSize, Math.Min(Count, (node + 1) * NodeSize));
            var (west, south, east, north) = (MinX[start], MinY[start], MaxX[start], MaxY[start]);
            for (var i = start + 1; i < end; i++)
            {
                west = Math.Min(west, MinX[i]);
                south = Math.Min(south, MinY[i]);
                east = Math.Max(east, MaxX[i]);
                north = Math.Max(north, MaxY[i]);
            }

            (columns[0][node], columns[1][node], columns[2][node], columns[3][node]) = (west, south, east, north);
        }

        return new(count, columns[0], columns[1], columns[2], columns[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(double[] column, int index) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(column), (nuint)index);
}
