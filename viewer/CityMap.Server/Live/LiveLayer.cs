using CityMap.Geo.Indexing;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Server.Live;

/// <summary>One live layer in this node's memory, following the journal's order.</summary>
internal sealed class LiveLayer(LayerInfo layer)
{
    private readonly Lock _lock = new();
    private readonly List<FeatureChange> _taken = [];
    private readonly Dictionary<string, Feature?> _latest = new(StringComparer.Ordinal);
    private List<SequencedChange>? _waiting = [];
    private long _through;
    private volatile LiveIndex? _index;

    /// <summary>The layer.</summary>
    public LayerInfo Layer => layer;

    /// <summary>The layer now; null while it is being loaded.</summary>
    public LiveSnapshot? Current => _index?.Current;

    /// <summary>Takes a change in, in order; readers see it after <see cref="Flush"/>.</summary>
    /// <returns>How the feature was before; unknown while the layer is loading or when the snapshot held the change already.</returns>
    public FeatureState Take(long sequence, FeatureChange change)
    {
        lock (_lock)
        {
            if (_index is not { } index)
            {
                _waiting!.Add(new(sequence, change));
                return FeatureState.Unknown;
            }

            if (sequence <= index.Sequence) return FeatureState.Unknown;
            var before = _latest.TryGetValue(change.Id, out var taken) ? taken : index.Current.Find(change.Id);
            _latest[change.Id] = change.After;
            _taken.Add(change);
            _through = sequence;
            return new(true, before);
        }
    }

    /// <summary>Shows readers what was taken in, all at once.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_taken.Count == 0) return;
            _index!.Apply(_taken, _through);
            _taken.Clear();
            _latest.Clear();
        }
    }

    /// <summary>Fills the layer from a snapshot of the store; changes that came meanwhile follow.</summary>
    public async Task LoadAsync(IFeatureStore store, CancellationToken cancellationToken)
    {
        var index = await LiveIndex.LoadAsync(store, layer, cancellationToken);
        lock (_lock)
        {
            var late = _waiting!.Where(w => w.Sequence > index.Sequence).ToList();
            if (late.Count > 0) index.Apply([.. late.Select(w => w.Change)], late[^1].Sequence);
            _waiting = null;
            _index = index;
        }
    }
}
