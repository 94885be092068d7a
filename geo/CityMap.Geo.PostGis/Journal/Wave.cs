using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.PostGis.Layers;

namespace CityMap.Geo.PostGis.Journal;

/// <summary>An append of a batch, and its place in it.</summary>
internal sealed record Pending(int Index, Append Append);

/// <summary>
/// Appends that can be stored by one transaction without regard to each other: no stream, key or feature occurs twice.
/// What would come after another one of the same wave waits for the next.
/// </summary>
internal sealed class Wave
{
    private readonly SortedDictionary<string, LayerChanges> _layers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _streams = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _taken = [];
    private int _entries;

    /// <summary>The appends, in order.</summary>
    public List<Pending> Appends { get; } = [];

    /// <summary>How many entries they hold.</summary>
    public int Entries => _entries;

    /// <summary>What changes, layer by layer in a fixed order (so that two nodes never wait for each other).</summary>
    public IReadOnlyCollection<LayerChanges> Layers => _layers.Values;

    /// <summary>Takes an append in; false when it must wait for the next wave.</summary>
    public bool TryAdd(Pending pending, Func<string, LayerTable> table)
    {
        var append = pending.Append;
        if (_streams.Contains(append.Stream)) return false;
        if (append.Key is { } key && _taken.Contains(Name(key))) return Later(append);
        foreach (var change in append.Changes)
        {
            if (_taken.Contains((change.Layer, change.Id))) return Later(append);
        }

        _streams.Add(append.Stream);
        if (append.Key is { } used) _taken.Add(Name(used));
        Appends.Add(pending);
        _entries += append.Entries.Count;
        foreach (var change in append.Changes)
        {
            if (!_layers.TryGetValue(change.Layer, out var changes)) _layers[change.Layer] = changes = new(table(change.Layer));
            changes.Add(change, _entries, append.Entries[^1].OccurredAt);
            _taken.Add((change.Layer, change.Id));
        }

        return true;
    }

    // A caller's name begins with a character that no layer's id begins with.
    private static (string, string) Name(IdempotencyKey key) => ("\n" + key.Caller, key.Value);

    // Whatever follows on the same stream must follow this one.
    private bool Later(Append append)
    {
        _streams.Add(append.Stream);
        return false;
    }
}

/// <summary>What one wave changes in one layer.</summary>
internal sealed class LayerChanges(LayerTable table)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The layer.</summary>
    public LayerTable Table { get; } = table;

    /// <summary>The ids of the features, each once.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>The features as they are from now on; null for one that is gone.</summary>
    public List<Feature?> After { get; } = [];

    /// <summary>Which entry of the wave, from 1, causes each change.</summary>
    public List<long> Ordinals { get; } = [];

    /// <summary>When each change happened in the city.</summary>
    public List<DateTime> At { get; } = [];

    /// <summary>Adds a change; a later one of the same append replaces an earlier one.</summary>
    public void Add(FeatureChange change, long ordinal, DateTimeOffset at)
    {
        if (_places.TryGetValue(change.Id, out var place))
        {
            After[place] = change.After;
            return;
        }

        _places[change.Id] = Ids.Count;
        Ids.Add(change.Id);
        After.Add(change.After);
        Ordinals.Add(ordinal);
        At.Add(Columns.Instant(at));
    }
}
