using System.Globalization;
using CityMap.Geo.Filtering;
using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Counts rows by the values of some fields: by numbers within a segment, by values across segments.</summary>
internal struct LiveGroups(LayerInfo layer, IReadOnlyList<string> by) : IRowSink
{
    private readonly int[] _fields = [.. by.Select(name => LiveScan.IndexOf(layer, name))];
    private readonly Dictionary<string, FeatureCount> _total = new(StringComparer.Ordinal);
    private LiveSegment? _segment;
    private ValueCodes?[] _codes = [];
    private Dictionary<(int Group, int Code), int> _groups = [];
    private List<(int Parent, int Code)> _steps = [];
    private List<long> _counts = [];

    public void Rows(LiveSegment segment, ReadOnlySpan<int> rows)
    {
        if (segment != _segment) Turn(segment);
        foreach (var row in rows)
        {
            var group = 0;
            for (var i = 0; i < _codes.Length; i++) group = Step(group, _codes[i] is { } codes ? codes.Code(row) : row);
            _counts[group]++;
        }
    }

    public IReadOnlyList<FeatureCount> Finish()
    {
        Turn(null);
        if (_fields.Length == 0 && _total.Count == 0) return [new([], 0)];
        var order = Comparer<IReadOnlyList<object?>>.Create((a, b) => a.Zip(b, Compare).FirstOrDefault(c => c != 0));
        return [.. _total.Values.OrderBy(row => row.Values, order)];
    }

    private readonly int Step(int group, int code)
    {
        if (_groups.TryGetValue((group, code), out var next)) return next;
        _groups.Add((group, code), _steps.Count);
        _steps.Add((group, code));
        _counts.Add(0);
        return _steps.Count - 1;
    }

    private void Turn(LiveSegment? segment)
    {
        for (var group = 0; group < _counts.Count; group++)
        {
            if (_counts[group] > 0) AddToTotal(group);
        }

        _segment = segment;
        (_groups, _steps, _counts) = ([], [(0, 0)], [0]);
        _codes = segment is null ? [] : Array.ConvertAll(_fields, f => f < 0 ? null : segment.Column(f).Codes());
    }

    private readonly void AddToTotal(int group)
    {
        var values = new object?[_fields.Length];
        for (var (i, at) = (values.Length - 1, group); i >= 0; i--, at = _steps[at].Parent)
        {
            values[i] = _codes[i] is { } codes ? codes.Value(_steps[at].Code) : _segment!.Ids.Id(_steps[at].Code);
        }

        var key = string.Join('\u001f', values.Select(Key));
        var before = _total.TryGetValue(key, out var known) ? known.Count : 0;
        _total[key] = new(values, before + _counts[group]);
    }

    private static string Key(object? value) => value switch
    {
        null => "\u001e",
        DateTimeOffset t => t.UtcTicks.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static int Compare(object? a, object? b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string x, string y) => TextOrder.Compare(x, y),
        _ => Comparer<object>.Default.Compare(a, b),
    };
}
