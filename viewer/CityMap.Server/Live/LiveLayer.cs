using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Server.Live;

/// <summary>One live layer in this node's memory, following the journal's order.</summary>
internal sealed class LiveLayer(string id)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Feature> _features = new(StringComparer.Ordinal);
    private List<SequencedChange>? _waiting = [];
    private long _sequence;

    /// <summary>The layer's id.</summary>
    public string Id => id;

    /// <summary>Takes a change in, in order.</summary>
    /// <returns>How the feature was before; unknown while the layer is loading or when the snapshot held the change already.</returns>
    public FeatureState Apply(long sequence, FeatureChange change)
    {
        lock (_lock)
        {
            if (_waiting is not null)
            {
                _waiting.Add(new(sequence, change));
                return FeatureState.Unknown;
            }

            return ApplyNow(sequence, change);
        }
    }

    /// <summary>Fills the layer from a snapshot; changes that came meanwhile follow.</summary>
    public async Task LoadAsync(IFeatureStore store, CancellationToken cancellationToken)
    {
        var at = 0L;
        var loaded = new Dictionary<string, Feature>(StringComparer.Ordinal);
        await foreach (var feature in store.StreamAsync(new(id), s => at = s, cancellationToken)) loaded[feature.Id] = feature;
        lock (_lock)
        {
            _features.Clear();
            foreach (var (key, feature) in loaded) _features[key] = feature;
            _sequence = at;
            foreach (var late in _waiting!) ApplyNow(late.Sequence, late.Change);
            _waiting = null;
        }
    }

    private FeatureState ApplyNow(long sequence, FeatureChange change)
    {
        if (sequence <= _sequence) return FeatureState.Unknown;
        var before = new FeatureState(true, _features.GetValueOrDefault(change.Id));
        if (change.After is null) _features.Remove(change.Id);
        else _features[change.Id] = change.After;
        return before;
    }
}
