namespace CityMap.Geo.Indexing;

/// <summary>Keeps any number of nearest slots sorted in the caller's memory.</summary>
internal ref struct NearestCollector(ReadOnlySpan<int> items, Span<int> found, Span<double> squared, double limit) : INearestVisitor
{
    // Slots while searching: an item is looked up only where distances are equal, and for the answer.
    private readonly ReadOnlySpan<int> _items = items;
    private readonly Span<int> _found = found;
    private readonly Span<double> _squared = squared;
    private double _limit = limit;
    private int _count;

    public double Visit(int slot, double boundSquared)
    {
        var at = _count;
        if (at < _found.Length) _count++;
        else if (!Before(slot, boundSquared, --at)) return _limit;
        for (; at > 0 && Before(slot, boundSquared, at - 1); at--) (_squared[at], _found[at]) = (_squared[at - 1], _found[at - 1]);
        (_squared[at], _found[at]) = (boundSquared, slot);
        if (_count == _found.Length) _limit = _squared[_count - 1];
        return _limit;
    }

    /// <summary>Turns slots into items and squares into distances; answers how many.</summary>
    public readonly int Finish()
    {
        for (var i = 0; i < _count; i++) (_found[i], _squared[i]) = (_items[_found[i]], Math.Sqrt(_squared[i]));
        return _count;
    }

    private readonly bool Before(int slot, double squared, int other) =>
        squared < _squared[other] || (squared == _squared[other] && _items[slot] < _items[_found[other]]);
}
