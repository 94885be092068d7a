using CityMap.Geo.Indexing;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Server.Live;

/// <summary>One live layer in this node's memory, following the journal's order.</summary>
internal sealed class LiveLayer(LayerInfo layer)
{
    private readonly Lock _lock = new();
    private List<SequencedChange>? _waiting = [];
    private volatile LiveIndex? _index;

    /// <summary>The layer.</summary>
    public LayerInfo Layer => layer;

    /// <summary>The layer now; null while it is being loaded.</summary>
    public LiveSnapshot? Current => _index?.Current;

    /// <summary>Takes a change in, in order.</summary>
    /// <returns>How the feature was before; unknown while the layer is loading or when the snapshot held the change already.</returns>
    public FeatureState Apply(long sequence, FeatureChange change)
    {
        lock (_lock)
        {
            if (_index is not { } index)
            {
                _waiting!.Add(new(sequence, change));
                return FeatureState.Unknown;
            }

            if (sequence <= index.Sequence) return FeatureState.Unknown;
            var before = index.Current.Find(change.Id);
            index.Apply([change], sequence);
            return new(true, before);
        }
    }

    /// <summary>Fills the layer from a snapshot of the store; changes that came meanwhile follow.</summary>
    public async Task LoadAsync(IFeatureStore store, CancellationToken cancellationToken)
    {
        var index = await LiveIndex.LoadAsync(store, layer, cancellationToken);
        lock (_lock)
        {
            foreach (var group in _waiting!.GroupBy(w => w.Sequence)) index.Apply([.. group.Select(w => w.Change)], group.Key);
            _waiting = null;
            _index = index;
        }
    }
}
