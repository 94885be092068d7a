using CityMap.Geo;
using CityMap.Geo.Indexing;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;

namespace CityMap.Server.Live;

/// <summary>The live layers of this node: loaded in the background at the start, then following the feed.</summary>
internal sealed class LiveLayers(IStore store, TimeProvider time, ILogger<LiveLayers> logger)
{
    private readonly Dictionary<string, LiveLayer> _layers =
        LiveSetup.Layers.ToDictionary(l => l.Id, l => new LiveLayer(l), StringComparer.Ordinal);

    /// <summary>Completes when every layer is in memory.</summary>
    public Task Loaded { get; private set; } = Task.CompletedTask;

    /// <summary>Called with commits in the journal's order, after readers see them. Must return quickly and not throw.</summary>
    public event Action<IReadOnlyList<Commit>>? Applied;

    /// <summary>Starts loading.</summary>
    public void Load(CancellationToken cancellationToken) =>
        Loaded = Task.WhenAll(_layers.Values.Select(layer => Task.Run(() => LoadAsync(layer, cancellationToken), cancellationToken)));

    /// <summary>A live layer as it is in memory now; null when it is no live layer or still being loaded.</summary>
    public LiveSnapshot? Find(string layer) => _layers.GetValueOrDefault(layer)?.Current;

    /// <summary>Takes commits in; readers see them all at once.</summary>
    /// <returns>How each changed feature of each commit was before.</returns>
    public IReadOnlyList<IReadOnlyList<FeatureState>> Apply(IReadOnlyList<Commit> commits)
    {
        var before = new FeatureState[commits.Count][];
        for (var i = 0; i < before.Length; i++)
        {
            var (changes, sequence) = (commits[i].Changes, commits[i].Sequence);
            before[i] = new FeatureState[changes.Count];
            for (var c = 0; c < changes.Count; c++)
            {
                if (_layers.TryGetValue(changes[c].Layer, out var layer)) before[i][c] = layer.Take(sequence, changes[c]);
            }
        }

        foreach (var layer in _layers.Values) layer.Flush();
        Applied?.Invoke(commits);
        return before;
    }

    private async Task LoadAsync(LiveLayer layer, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await layer.LoadAsync(store.Features, cancellationToken);
                return;
            }
            catch (StoreException refused)
            {
                // Not there yet, or not reachable: until then its tiles come from the store.
                logger.LiveLayerNotLoaded(layer.Layer.Id, refused.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            }
        }
    }
}
