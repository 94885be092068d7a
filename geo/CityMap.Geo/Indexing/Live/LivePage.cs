using CityMap.Geo.Filtering;
using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Keeps the first rows of an ordered page while all matches stream by, and counts them.</summary>
internal struct LivePage : IRowSink
{
    private readonly int _field;
    private readonly bool _isText;
    private readonly bool _descending;
    private readonly int _limit;
    private readonly Entry? _after;
    private readonly PriorityQueue<Entry, Entry> _kept;
    private long _matched;

    private LivePage(LayerInfo layer, FeatureQuery query)
    {
        _field = LiveScan.IndexOf(layer, query.OrderBy);
        _isText = ValueTest.TypeOf(layer, query.OrderBy) == FieldType.Text;
        _descending = query.Descending;
        _limit = query.Limit;
        _after = query.After is null ? null : PageToken.Read(query.After).Entry;
        // The worst kept entry comes out first.
        var order = this;
        _kept = new(Comparer<Entry>.Create((a, b) => order.Compare(b, a)));
    }

    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>: an unknown field, a limit out of range, a token that is none.</exception>
    public static LivePage For(LayerInfo layer, FeatureQuery query)
    {
        if (query.Limit is < 1 or > 10_000) throw ValueTest.Bad("A page holds 1 to 10,000 features.");
        return new(layer, query);
    }

    public void Rows(LiveSegment segment, ReadOnlySpan<int> rows)
    {
        _matched += rows.Length;
        foreach (var row in rows)
        {
            var entry = new Entry(_field < 0 ? segment.Ids.Key(row) : segment.Column(_field).Key(row), segment, row, null, null);
            if (_after is not null && Compare(entry, _after.Value) <= 0) continue;
            // One more than the page holds says whether there is a next one.
            if (_kept.Count <= _limit) _kept.Enqueue(entry, entry);
            else if (Compare(entry, _kept.Peek()) < 0) _kept.EnqueueDequeue(entry, entry);
        }
    }

    public readonly FeaturePage Finish(long sequence)
    {
        var entries = new List<Entry>(_kept.Count);
        while (_kept.TryDequeue(out var entry, out _)) entries.Add(entry);
        entries.Reverse();
        var more = entries.Count > _limit;
        if (more) entries.RemoveAt(_limit);
        var last = more ? entries[^1] : default;
        var next = more ? new PageToken(new(last.Key, null, 0, Text(last), last.Segment!.Ids.Id(last.Row))).Write() : null;
        return new([.. entries.Select(e => e.Segment!.Feature(e.Row))], _matched, next, sequence);
    }

    private readonly int Compare(in Entry a, in Entry b)
    {
        if (a.Key.IsNull != b.Key.IsNull) return a.Key.IsNull ? 1 : -1;
        var byKey = a.Key.Value.CompareTo(b.Key.Value);
        if (byKey == 0 && _isText && !a.Key.IsNull) byKey = TextOrder.Compare(Text(a).AsSpan(), Text(b).AsSpan());
        if (byKey != 0) return _descending ? -byKey : byKey;
        return TextOrder.Compare((a.Id ?? a.Segment!.Ids.Id(a.Row)).AsSpan(), (b.Id ?? b.Segment!.Ids.Id(b.Row)).AsSpan());
    }

    private readonly string? Text(in Entry e)
    {
        if (e.Segment is null) return e.Text;
        if (!_isText) return null;
        return _field < 0 ? e.Segment.Ids.Id(e.Row) : (string?)e.Segment.Column(_field).Value(e.Row);
    }

    /// <summary>A row in the order, or, with its text and id, the one a page ended with.</summary>
    internal readonly record struct Entry(SortKey Key, LiveSegment? Segment, int Row, string? Text, string? Id);
}
