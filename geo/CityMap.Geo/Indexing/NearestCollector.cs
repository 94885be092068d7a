using System.Numerics;

namespace CityMap.Geo.Indexing;

/// <summary>
/// Keeps the k nearest slots in the caller's memory, unsorted until the end: finding the farthest of a few again is quicker than
/// keeping them in order.
/// </summary>
internal ref struct NearestCollector : INearestVisitor
{
    // Slots while searching: an item is looked up only where distances are equal, and for the answer.
    private readonly ReadOnlySpan<int> _items;
    private readonly Span<int> _found;
    private readonly Span<double> _squared;
    private double _limit;
    private int _farthest;

    // Up to sixteen distances once more, negated, where the farthest is the least and vectors find it.
    private Sixteen _negated;

    public NearestCollector(ReadOnlySpan<int> items, Span<int> found, Span<double> squared, double limit)
    {
        _items = items;
        _found = found;
        _squared = squared;
        _limit = limit;
        ((Span<double>)_negated).Fill(double.PositiveInfinity);
    }

    public int Count { get; private set; }

    public double Visit(int slot, double boundSquared)
    {
        var full = Count == _found.Length;
        if (full && boundSquared == _limit && _items[_found[_farthest]] < _items[slot]) return _limit;
        var at = full ? _farthest : Count++;
        (_found[at], _squared[at]) = (slot, boundSquared);
        if (_found.Length <= PackedLevel.NodeSize) _negated[at] = -boundSquared;
        if (Count < _found.Length) return _limit;
        _farthest = Farthest();
        return _limit = _squared[_farthest];
    }

    /// <summary>Puts them in order, turns slots into items and squares into distances.</summary>
    public readonly int Finish()
    {
        var found = _found[..Count];
        var squared = _squared[..Count];
        // First all the look-ups, which do not wait for one another, then the sorting.
        foreach (ref var slot in found) slot = _items[slot];
        for (var i = 1; i < found.Length; i++)
        {
            var (item, d, at) = (found[i], squared[i], i);
            for (; at > 0 && (squared[at - 1] > d || (squared[at - 1] == d && found[at - 1] > item)); at--)
            {
                (squared[at], found[at]) = (squared[at - 1], found[at - 1]);
            }

            (squared[at], found[at]) = (d, item);
        }

        foreach (ref var d in squared) d = Math.Sqrt(d);
        return Count;
    }

    private int Farthest()
    {
        if (_found.Length > PackedLevel.NodeSize) return FarthestOfMany();
        var farthest = PackedNode.Least(ref _negated[0]);
        var at = BitOperations.TrailingZeroCount(farthest);
        // Of several equally far the one that comes last among the items goes first.
        for (farthest &= farthest - 1; farthest != 0; farthest &= farthest - 1)
        {
            var i = BitOperations.TrailingZeroCount(farthest);
            if (_items[_found[i]] > _items[_found[at]]) at = i;
        }

        return at;
    }

    private readonly int FarthestOfMany()
    {
        var at = 0;
        for (var i = 1; i < _squared.Length; i++)
        {
            if (_squared[i] > _squared[at] || (_squared[i] == _squared[at] && _items[_found[i]] > _items[_found[at]])) at = i;
        }

        return at;
    }
}
