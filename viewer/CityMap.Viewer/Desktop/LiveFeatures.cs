using System.Text.Json;
using CityMap.Viewer.Data;
using CityMap.Viewer.Live;

namespace CityMap.Viewer.Desktop;

/// <summary>
/// The features of one live layer as this viewer knows them: a snapshot, and the changes heard since. A change older than what is known
/// of a feature is passed over, so that snapshot and feed may arrive in any order.
/// </summary>
/// <param name="layer">Its id.</param>
public sealed class LiveFeatures(string layer)
{
    private readonly Dictionary<string, (long Sequence, MapFeature? Feature)> _known = new(StringComparer.Ordinal);
    private long _snapshot;
    private FeatureSet? _set;

    /// <summary>The layer.</summary>
    public string Layer => layer;

    /// <summary>What is to be drawn, in the order of ids.</summary>
    public FeatureSet Features => _set ??= new([.. _known.Where(k => k.Value.Feature is not null).OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => k.Value.Feature!)]);

    /// <summary>One feature, or null.</summary>
    public MapFeature? Find(string id) => _known.GetValueOrDefault(id).Feature;

    /// <summary>Begins anew from a snapshot; what was heard after it stays.</summary>
    /// <param name="items">As the lists of the API show them.</param>
    /// <param name="sequence">What the snapshot is true at.</param>
    public void Load(IEnumerable<JsonElement> items, long sequence)
    {
        Forget(sequence);
        foreach (var item in items)
        {
            var id = item.GetProperty("id").GetString()!;
            _known.TryAdd(id, (sequence, WireFeature.Read(item)));
        }
    }

    /// <summary>Begins anew from features that were kept; what was heard after them stays.</summary>
    /// <param name="features">As they were kept.</param>
    /// <param name="sequence">What they are true at.</param>
    public void Load(IEnumerable<MapFeature> features, long sequence)
    {
        Forget(sequence);
        foreach (var feature in features) _known.TryAdd(feature.Id, (sequence, feature));
    }

    /// <summary>Takes a message in.</summary>
    /// <returns>True when something of this layer has changed.</returns>
    public bool Hear(FeedMessage message) => message switch
    {
        FeedMessage.Changed changed when changed.Layer == layer => Take(changed.Data.GetProperty("id").GetString()!, changed.Sequence, WireFeature.Read(changed.Data)),
        FeedMessage.Gone gone when gone.Layer == layer => Take(gone.Id, gone.Sequence, null),
        _ => false,
    };

    private void Forget(long sequence)
    {
        foreach (var old in _known.Where(k => k.Value.Sequence <= sequence).Select(k => k.Key).ToList()) _known.Remove(old);
        (_snapshot, _set) = (sequence, null);
    }

    private bool Take(string id, long sequence, MapFeature? feature)
    {
        var last = _known.TryGetValue(id, out var known) ? known.Sequence : _snapshot;
        if (sequence <= last) return false;
        _known[id] = (sequence, feature);
        _set = null;
        return true;
    }
}
