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

    /// <summary>Starts loading.</summary>
    public void Load(CancellationToken cancellationToken) =>
        Loaded = Task.WhenAll(_layers.Values.Select(layer => Task.Run(() => LoadAsync(layer, cancellationToken), cancellationToken)));

    /// <summary>A live layer as it is in memory now; null when it is no live layer or still being loaded.</summary>
    public LiveSnapshot? Find(string layer) => _layers.GetValueOrDefault(layer)?.Current;

    /// <summary>Takes a commit in.</summary>
    /// <returns>How each changed feature was before.</returns>
    public IReadOnlyList<FeatureState> Apply(Commit commit)
    {
        var before = new FeatureState[commit.Changes.Count];
        for (var i = 0; i < before.Length; i++)
        {
            if (_layers.TryGetValue(commit.Changes[i].Layer, out var layer)) before[i] = layer.Apply(commit.Sequence, commit.Changes[i]);
        }

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
