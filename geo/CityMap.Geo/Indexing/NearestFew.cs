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

    private readonly ref int _items;
    private readonly int _wanted;
    private double _limit;

    // One place before the first holds −∞ for ever, so that the first has a neighbour; what is not filled is infinitely far.
    private Keys _keys;
    private Slots _slots;

    public NearestFew(int[] items, int wanted, double limit)
    {
        _items = ref MemoryMarshal.GetArrayDataReference(items);
        (_wanted, _limit) = (wanted, limit);
        ((Span<double>)_keys).Fill(double.PositiveInfinity);
        _keys[0] = double.NegativeInfinity;
    }

    public double Visit(int slot, double boundSquared)
    {
        Prefetch(slot);
        ref var keys = ref _keys[0];
        ref var slots = ref _slots[0];
        var (d, s) = (Vector256.Create(boundSquared), Vector256.Create((long)slot));
        var last = (_wanted - 1) & ~3;
        for (var i = last; i >= 0; i -= 4)
        {
            // Equal distances are rare, and then the items decide.
            if (Vector256.EqualsAny(Vector256.LoadUnsafe(ref keys, (nuint)(i + 1)), d)) return InsertByItem(slot, boundSquared);
        }

        for (var i = last; i >= 0; i -= 4)
        {
            var (here, before) = (Vector256.LoadUnsafe(ref keys, (nuint)(i + 1)), Vector256.LoadUnsafe(ref keys, (nuint)i));
            var (hereSlots, beforeSlots) = (Vector256.LoadUnsafe(ref slots, (nuint)(i + 1)), Vector256.LoadUnsafe(ref slots, (nuint)i));
            var moves = Vector256.GreaterThan(here, d).AsInt64();
            var makesRoom = Vector256.GreaterThan(before, d).AsInt64();
            Vector256.MinNative(here, Vector256.MaxNative(before, d)).StoreUnsafe(ref keys, (nuint)(i + 1));
            Vector256.ConditionalSelect(moves, Vector256.ConditionalSelect(makesRoom, beforeSlots, s), hereSlots).StoreUnsafe(ref slots, (nuint)(i + 1));
        }

        var farthest = Unsafe.Add(ref keys, _wanted);
        return farthest < _limit ? _limit = farthest : _limit;
    }

    /// <summary>Hands over what was found, nearest first, with distances no longer squared; answers how many.</summary>
    public readonly int Finish(Span<int> found, Span<double> distances)
    {
        var count = 0;
        for (; count < _wanted && !double.IsPositiveInfinity(_keys[count + 1]); count++)
        {
            found[count] = Unsafe.Add(ref _items, (int)_slots[count + 1]);
            distances[count] = Math.Sqrt(_keys[count + 1]);
        }

        return count;
    }

    private double InsertByItem(int slot, double squared)
    {
        var item = Unsafe.Add(ref _items, slot);
        var at = _wanted + 1;
        while (_keys[at - 1] > squared || (_keys[at - 1] == squared && Unsafe.Add(ref _items, (int)_slots[at - 1]) > item))
        {
            at--;
            (_keys[at + 1], _slots[at + 1]) = (_keys[at], _slots[at]);
        }

        (_keys[at], _slots[at]) = (squared, slot);
        return _keys[_wanted] < _limit ? _limit = _keys[_wanted] : _limit;
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
