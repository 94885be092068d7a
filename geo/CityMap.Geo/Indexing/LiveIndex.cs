using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing;

/// <summary>
/// A live layer in memory. One writer applies changes in journal order; any number of readers take <see cref="Current"/>, an
/// immutable snapshot, and never wait.
/// </summary>
public sealed class LiveIndex
{
    private readonly Dictionary<string, Feature> _features = new(StringComparer.Ordinal);
    private volatile LiveSnapshot _current;

    private LiveIndex(LayerInfo layer) => _current = new(Layer = layer, 0, []);

    /// <summary>The layer it holds.</summary>
    public LayerInfo Layer { get; }

    /// <summary>The layer as it is now.</summary>
    public LiveSnapshot Current => _current;

    /// <summary>The journal sequence number the current snapshot is true at.</summary>
    public long Sequence => _current.Sequence;

    /// <summary>Holds these features, true at a sequence number.</summary>
    public static LiveIndex Build(LayerInfo layer, IEnumerable<Feature> features, long sequence)
    {
        var index = new LiveIndex(layer);
        index.Apply([.. features.Select(f => new FeatureChange(layer.Id, f.Id, f))], sequence);
        return index;
    }

    /// <summary>Reads a layer from a store, at one sequence number.</summary>
    public static async Task<LiveIndex> LoadAsync(IFeatureStore store, LayerInfo layer, CancellationToken cancellationToken)
    {
        var (features, sequence) = (new List<Feature>(), 0L);
        await foreach (var f in store.StreamAsync(new(layer.Id), s => sequence = s, cancellationToken)) features.Add(f);
        return Build(layer, features, sequence);
    }

    /// <summary>
    /// Makes changes visible, all at once. Changes of other layers are passed over; changes at or before <see cref="Sequence"/> are
    /// already there and ignored. One caller at a time.
    /// </summary>
    public void Apply(IReadOnlyList<FeatureChange> changes, long sequence)
    {
        if (sequence <= Sequence && Sequence > 0) return;
        foreach (var change in changes)
        {
            if (change.Layer != Layer.Id) continue;
            if (change.After is null) _features.Remove(change.Id);
            else _features[change.Id] = change.After;
        }

        _current = new(Layer, sequence, [.. _features.Values]);
    }
}
