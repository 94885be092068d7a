using CityMap.Geo.Filtering;
using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Keeps the first rows of an ordered page while all matches stream by, and counts them.</summary>
internal struct LivePage : IRowSink
{
    private readonly FeatureQuery _query;
    private readonly int _field;
    private readonly bool _isText;
    private readonly bool _descending;
    private readonly int _limit;
    private readonly int _skip;
    private readonly Entry? _after;
    private readonly PriorityQueue<Entry, Entry> _kept;
    private long _matched;

    private LivePage(LayerInfo layer, FeatureQuery query)
    {
        _field = LiveScan.IndexOf(layer, query.OrderBy);
        _isText = ValueTest.TypeOf(layer, query.OrderBy) == FieldType.Text;
        _descending = query.Descending;
        // One more than the page holds says whether there is a next one; what is skipped must be kept to be known.
        _limit = query.Limit + query.Offset;
        _skip = query.Offset;
        _after = PageToken.Read(layer, query) is { } token ? new(KeyOf(token.Value), null, 0, token.Value as string, token.Id) : null;
        _query = query;
        // The worst kept entry comes out first.
        var order = this;
        _kept = new(Comparer<Entry>.Create((a, b) => order.Compare(b, a)));
    }

    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>: an unknown field, a limit out of range, a token that is none.</exception>
    public static LivePage For(LayerInfo layer, FeatureQuery query)
    {
        if (query.Offset is < 0 or > QueryRules.LargestOffset) throw ValueTest.Bad($"An offset is 0 to {QueryRules.LargestOffset}.");
        if (query.Limit is < 1 or > QueryRules.LargestPage) throw ValueTest.Bad($"A page holds 1 to {QueryRules.LargestPage} features.");
        return new(layer, query);
    }

    public void Rows(LiveSegment segment, ReadOnlySpan<int> rows)
    {
        _matched += rows.Length;
        foreach (var row in rows)
        {
            var entry = new Entry(_field < 0 ? segment.Ids.Key(row) : segment.Column(_field).Key(row), segment, row, null, null);
            if (_after is not null && Compare(entry, _after.Value) <= 0) continue;
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
        List<Feature> features = [.. entries.Skip(_skip).Select(e => e.Segment!.Feature(e.Row))];
        return new(features, _matched, more ? PageToken.Write(_query, features[^1]) : null, sequence);
    }

    // The same keys as the columns': instants in microseconds since 1970.
    private static SortKey KeyOf(object? value) => value switch
    {
        null => SortKey.Null,
        string text => TextKey.Of(text),
        bool flag => new(false, flag ? 1 : 0),
        long whole => new(false, whole),
        double real => RealColumn.KeyOf(real),
        DateTimeOffset at => new(false, (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond),
        _ => throw new ArgumentException($"A field holds no {value.GetType().Name}.", nameof(value)),
    };

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
