using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CityMap.Geo.Indexing;

/// <summary>What is asked of the sixteen boxes of one node, four at a time.</summary>
internal static class PackedNode
{
    private const int NodeSize = PackedLevel.NodeSize;

    /// <summary>Which boxes meet the box, and which lie within it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (uint Meets, uint Within) Test<T>(T block, in Box box)
        where T : struct, IPackedBlock, allows ref struct
    {
        var (west, south, east, north) = (
            Vector256.Create(box.MinX), Vector256.Create(box.MinY), Vector256.Create(box.MaxX), Vector256.Create(box.MaxY));
        uint meets = 0, within = 0;
        for (var i = 0; i < NodeSize; i += 4)
        {
            var (minX, minY, maxX, maxY) = (block.West(i), block.South(i), block.East(i), block.North(i));
            var meet = Vector256.LessThanOrEqual(minX, east) & Vector256.GreaterThanOrEqual(maxX, west)
                & Vector256.LessThanOrEqual(minY, north) & Vector256.GreaterThanOrEqual(maxY, south);
            var inside = Vector256.GreaterThanOrEqual(minX, west) & Vector256.LessThanOrEqual(maxX, east)
                & Vector256.GreaterThanOrEqual(minY, south) & Vector256.LessThanOrEqual(maxY, north);
            meets |= meet.ExtractMostSignificantBits() << i;
            within |= inside.ExtractMostSignificantBits() << i;
        }

        return (meets, within);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint PointDistances(PointBlock block, in PackedTree.Place place, double limit, ref double squared)
    {
        var (px, py, most) = (Vector256.Create(place.X), Vector256.Create(place.Y), Vector256.Create(limit));
        var (sx, sy) = (Vector256.Create(place.ScaleX), Vector256.Create(place.ScaleY));
        return Close((block.West(0) - px) * sx, (block.South(0) - py) * sy, most, 0, ref squared)
            | Close((block.West(4) - px) * sx, (block.South(4) - py) * sy, most, 4, ref squared)
            | Close((block.West(8) - px) * sx, (block.South(8) - py) * sy, most, 8, ref squared)
            | Close((block.West(12) - px) * sx, (block.South(12) - py) * sy, most, 12, ref squared);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint BoxDistances<T>(T block, in PackedTree.Place place, double limit, ref double squared)
        where T : struct, IPackedBlock, allows ref struct
    {
        // Four times the same by hand: a loop would spend as much again on counting.
        return BoxesFrom(0, block, place, limit, ref squared) | BoxesFrom(4, block, place, limit, ref squared)
            | BoxesFrom(8, block, place, limit, ref squared) | BoxesFrom(12, block, place, limit, ref squared);
    }

    /// <summary>Which of sixteen numbers are the least, and what that is; none of them may be NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Least(ref double numbers, out double number)
    {
        var (a, b, c, d) = (Load(ref numbers, 0), Load(ref numbers, 4), Load(ref numbers, 8), Load(ref numbers, 12));
        var least = LeastOf(a, b, c, d);
        number = least.ToScalar();
        return Bits(Vector256.Equals(a, least), Vector256.Equals(b, least), Vector256.Equals(c, least), Vector256.Equals(d, least));
    }

    /// <summary>Which of sixteen distances are within a limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Within(ref double squared, double limit)
    {
        var most = Vector256.Create(limit);
        uint near = 0;
        for (var i = 0; i < NodeSize; i += 4) near |= Vector256.LessThanOrEqual(Load(ref squared, i), most).ExtractMostSignificantBits() << i;
        return near;
    }

    /// <summary>The box around a block, whose first box is never padding.</summary>
    public static Box Around<T>(T block)
        where T : struct, IPackedBlock, allows ref struct
    {
        var box = new Box(block.West(0)[0], block.South(0)[0], block.East(0)[0], block.North(0)[0]);
        for (var i = 1; i < NodeSize; i++)
        {
            var (west, south, east, north) = (block.West(i & ~3)[i & 3], block.South(i & ~3)[i & 3], block.East(i & ~3)[i & 3], block.North(i & ~3)[i & 3]);
            // A shape without extent, like padding, is NaN and stretches nothing.
            box = new(MinNumber(box.MinX, west), MinNumber(box.MinY, south), MaxNumber(box.MaxX, east), MaxNumber(box.MaxY, north));
        }

        return box;
    }

    private static double MinNumber(double a, double b) => b < a || double.IsNaN(a) ? b : a;

    private static double MaxNumber(double a, double b) => b > a || double.IsNaN(a) ? b : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LeastOf(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        var four = Vector256.MinNative(Vector256.MinNative(a, b), Vector256.MinNative(c, d));
        four = Vector256.MinNative(four, Vector256.Shuffle(four, Vector256.Create(2L, 3, 0, 1)));
        return Vector256.MinNative(four, Vector256.Shuffle(four, Vector256.Create(1L, 0, 3, 2)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d) =>
        a.ExtractMostSignificantBits() | (b.ExtractMostSignificantBits() << 4) | (c.ExtractMostSignificantBits() << 8) | (d.ExtractMostSignificantBits() << 12);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint BoxesFrom<T>(int i, T block, in PackedTree.Place place, double limit, ref double squared)
        where T : struct, IPackedBlock, allows ref struct
    {
        var (px, py, zero) = (Vector256.Create(place.X), Vector256.Create(place.Y), Vector256<double>.Zero);
        // The native maximum gives its second operand when one is NaN: so padding stays NaN, and near nothing.
        var dx = Vector256.MaxNative(zero, Vector256.MaxNative(block.West(i) - px, px - block.East(i)));
        var dy = Vector256.MaxNative(zero, Vector256.MaxNative(block.South(i) - py, py - block.North(i)));
        return Close(dx * Vector256.Create(place.ScaleX), dy * Vector256.Create(place.ScaleY), Vector256.Create(limit), i, ref squared);
    }

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

    /// <summary>Sixteen numbers, none NaN, taken least first. They stay in registers: one crossed out in memory would be waited for when read again.</summary>
    public ref struct Queue
    {
        private Vector256<double> _a;
        private Vector256<double> _b;
        private Vector256<double> _c;
        private Vector256<double> _d;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Queue(ref double numbers) => (_a, _b, _c, _d) = (Load(ref numbers, 0), Load(ref numbers, 4), Load(ref numbers, 8), Load(ref numbers, 12));

        /// <summary>Takes the least that was not taken, wherever it stands: infinite when nothing is left.</summary>
        /// <remarks>It is crossed out by its value: by its position, the next one would have to wait until that is known.</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public uint Take(out double number)
        {
            var (least, infinite) = (LeastOf(_a, _b, _c, _d), Vector256.Create(double.PositiveInfinity));
            var (a, b, c, d) = (Vector256.Equals(_a, least), Vector256.Equals(_b, least), Vector256.Equals(_c, least), Vector256.Equals(_d, least));
            (_a, _b) = (Vector256.ConditionalSelect(a, infinite, _a), Vector256.ConditionalSelect(b, infinite, _b));
            (_c, _d) = (Vector256.ConditionalSelect(c, infinite, _c), Vector256.ConditionalSelect(d, infinite, _d));
            number = least.ToScalar();
            return Bits(a, b, c, d);
        }
    }
}
