namespace CityMap.Geo.Indexing;

/// <summary>Keeps the k nearest items sorted in the caller's memory: for small k an insertion beats any heap.</summary>
internal ref struct NearestCollector(ReadOnlySpan<int> items, Span<int> found, Span<double> squared, double limit) : INearestVisitor
{
    private readonly ReadOnlySpan<int> _items = items;
    private readonly Span<int> _found = found;
    private readonly Span<double> _squared = squared;
    private double _limit = limit;

    public int Count { get; private set; }

    public double Visit(int slot, double boundSquared)
    {
        var item = _items[slot];
        var i = Count;
        if (Count == _found.Length)
        {
            i--;
            if (boundSquared > _squared[i] || (boundSquared == _squared[i] && item > _found[i])) return _limit;
        }
        else
        {
            Count++;
        }

        while (i > 0 && (_squared[i - 1] > boundSquared || (_squared[i - 1] == boundSquared && _found[i - 1] > item)))
        {
            (_squared[i], _found[i]) = (_squared[i - 1], _found[i - 1]);
            i--;
        }

        (_squared[i], _found[i]) = (boundSquared, item);
        if (Count == _found.Length) _limit = _squared[Count - 1];
        return _limit;
    }
}
