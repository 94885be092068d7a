using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CityMap.Geo.Indexing;

/// <summary>
/// Keeps up to sixteen nearest slots in order. An insertion moves what is farther by one place with vectors, four at a time: a branch
/// for each of them would be mispredicted about every time, and cost more than all the rest.
/// </summary>
internal ref struct NearestFew : INearestVisitor
{
    /// <summary>The most it keeps.</summary>
    public const int Most = 16;

    private static Vector256<long> First => Vector256.Create(-1L, 0, 0, 0);

    private readonly ref int _items;
    private readonly int _wanted;
    private double _limit;
    private int _count;

    // What is not filled is infinitely far.
    private Keys _keys;
    private Slots _slots;

    public NearestFew(int[] items, int wanted, double limit)
    {
        _items = ref MemoryMarshal.GetArrayDataReference(items);
        (_wanted, _limit) = (wanted, limit);
        ((Span<double>)_keys).Fill(double.PositiveInfinity);
    }

    public double Visit(int slot, double boundSquared)
    {
        Prefetch(slot);
        ref var keys = ref _keys[0];
        ref var slots = ref _slots[0];
        if (_count < _wanted)
        {
            var at = _count++;
            if (at == 0 || Unsafe.Add(ref keys, at - 1) < boundSquared)
            {
                (Unsafe.Add(ref keys, at), Unsafe.Add(ref slots, at)) = (boundSquared, slot);
                return _count == _wanted && boundSquared < _limit ? _limit = boundSquared : _limit;
            }
        }

        var (d, s) = (Vector256.Create(boundSquared), Vector256.Create((long)slot));
        var last = (_wanted - 1) & ~3;
        for (var i = last; i >= 0; i -= 4)
        {
            // Equal distances are rare, and then the items decide.
            if (Vector256.EqualsAny(Vector256.LoadUnsafe(ref keys, (nuint)i), d)) return InsertByItem(slot, boundSquared);
        }

        // What stands before each place is turned out of what was just loaded: loaded one place lower it would straddle two stores
        // of the insertion before, and wait for both.
        var (keyBefore, slotBefore) = (Vector256.Create(double.NegativeInfinity), Vector256<long>.Zero);
        for (var i = 0; i <= last; i += 4)
        {
            var (here, hereSlots) = (Vector256.LoadUnsafe(ref keys, (nuint)i), Vector256.LoadUnsafe(ref slots, (nuint)i));
            var (turned, turnedSlots) = (Vector256.Shuffle(here, Vector256.Create(3L, 0, 1, 2)), Vector256.Shuffle(hereSlots, Vector256.Create(3L, 0, 1, 2)));
            var before = Vector256.ConditionalSelect(First.AsDouble(), keyBefore, turned);
            var beforeSlots = Vector256.ConditionalSelect(First, slotBefore, turnedSlots);
            (keyBefore, slotBefore) = (turned, turnedSlots);
            var moves = Vector256.GreaterThan(here, d).AsInt64();
            var makesRoom = Vector256.GreaterThan(before, d).AsInt64();
            Vector256.MinNative(here, Vector256.MaxNative(before, d)).StoreUnsafe(ref keys, (nuint)i);
            Vector256.ConditionalSelect(moves, Vector256.ConditionalSelect(makesRoom, beforeSlots, s), hereSlots).StoreUnsafe(ref slots, (nuint)i);
        }

        var farthest = Unsafe.Add(ref keys, _wanted - 1);
        return farthest < _limit ? _limit = farthest : _limit;
    }

    /// <summary>Hands over what was found, nearest first, with distances no longer squared; answers how many.</summary>
    public readonly int Finish(Span<int> found, Span<double> distances)
    {
        var count = 0;
        for (; count < _wanted && !double.IsPositiveInfinity(_keys[count]); count++)
        {
            found[count] = Unsafe.Add(ref _items, (int)_slots[count]);
            distances[count] = Math.Sqrt(_keys[count]);
        }

        return count;
    }

    private double InsertByItem(int slot, double squared)
    {
        var item = Unsafe.Add(ref _items, slot);
        var at = _wanted;
        for (; at > 0 && (_keys[at - 1] > squared || (_keys[at - 1] == squared && Unsafe.Add(ref _items, (int)_slots[at - 1]) > item)); at--)
        {
            (_keys[at], _slots[at]) = (_keys[at - 1], _slots[at - 1]);
        }

        (_keys[at], _slots[at]) = (squared, slot);
        return _keys[_wanted - 1] < _limit ? _limit = _keys[_wanted - 1] : _limit;
    }

    // Its item will be wanted in the end.
    private readonly unsafe void Prefetch(int slot)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref _items, slot)));
    }

    [InlineArray(Most + 4)]
    private struct Keys
    {
        private double _first;
    }

    [InlineArray(Most + 4)]
    private struct Slots
    {
        private long _first;
    }
}
