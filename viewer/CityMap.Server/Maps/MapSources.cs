using System.Collections.Concurrent;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Areas;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Problems;
using CityMap.Server.Live;
using CityMap.Viewer.Data;

namespace CityMap.Server.Maps;

/// <summary>
/// Reads what a map draws: live layers from memory, their past and large static layers from the store, small static layers once per
/// version.
/// </summary>
internal sealed class MapSources(IStore store, FreshLayers live, TimeProvider time)
{
    private const int WorthKeeping = 60_000;
    private const int Most = 300_000;

    private readonly ConcurrentDictionary<string, (long Version, FeatureSet Features)> _kept = new(StringComparer.Ordinal);

    /// <summary>The features of a layer in a box.</summary>
    /// <exception cref="ProblemException">More than one map can hold.</exception>
    public async Task<FeatureSet> ReadAsync(LayerInfo layer, Bounds box, MapOrder order, CancellationToken cancellationToken)
    {
        if (layer.Live) return await LiveAsync(layer, box, order, cancellationToken);
        if (AreaDays.InForce(layer, AreaDays.Of(order.AsOf ?? time.GetUtcNow())) is { } inForce)
        {
            return new(await StoredAsync(new(layer.Id) { Filter = inForce, Audience = order.Audience }, cancellationToken));
        }

        if (layer.Count > WorthKeeping) return new(await StoredAsync(new(layer.Id) { Within = box, Audience = order.Audience }, cancellationToken));
        if (!order.Audience.SeesAll) return new(await StoredAsync(new(layer.Id) { Audience = order.Audience }, cancellationToken));
        if (_kept.TryGetValue(layer.Id, out var kept) && kept.Version == layer.Version) return kept.Features;
        var features = new FeatureSet(await StoredAsync(new(layer.Id), cancellationToken));
        _kept[layer.Id] = (layer.Version, features);
        return features;
    }

    private async Task<FeatureSet> LiveAsync(LayerInfo layer, Bounds box, MapOrder order, CancellationToken cancellationToken)
    {
        var incidents = layer.Id is IncidentFilter.Layer;
        var query = new FeatureQuery(layer.Id) { Within = box, Where = incidents ? order.Incidents.Where : [], Audience = order.Audience, AsOf = order.AsOf };
        var now = order.AsOf ?? time.GetUtcNow();
        var found = order.AsOf is null && await live.FindAsync(layer.Id, cancellationToken) is { } fresh
            ? Limited(fresh.Snapshot.Stream(query), layer)
            : await StoredAsync(query, cancellationToken);
        if (incidents && order.Incident is { } id) await AddAsync(found, id.ToString(), order, cancellationToken);
        return new([.. found.Select(f => f.Attributes.ContainsKey("due_at") ? WithOverdue(f, now) : f)]);
    }

    // The incident of a sheet is on its map whatever the others are chosen by.
    private async Task AddAsync(List<MapFeature> found, string id, MapOrder order, CancellationToken cancellationToken)
    {
        if (found.Exists(f => f.Id == id)) return;
        if (await store.Features.FindAsync(IncidentFilter.Layer, id, order.AsOf, cancellationToken) is { } feature && MapFeatures.Of(feature) is { } one) found.Add(one);
    }

    private async Task<List<MapFeature>> StoredAsync(FeatureQuery query, CancellationToken cancellationToken)
    {
        var features = new List<MapFeature>();
        await foreach (var feature in store.Features.StreamAsync(query, null, cancellationToken))
        {
            if (features.Count >= Most) throw TooMuch(query.Layer);
            if (MapFeatures.Of(feature) is { } one) features.Add(one);
        }

        // The store gives them in any order; what lies on top must not depend on it.
        features.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return features;
    }

    private static List<MapFeature> Limited(IEnumerable<Feature> found, LayerInfo layer)
    {
        var features = new List<MapFeature>();
        foreach (var feature in found)
        {
            if (features.Count >= Most) throw TooMuch(layer.Id);
            if (MapFeatures.Of(feature) is { } one) features.Add(one);
        }

        features.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return features;
    }

    private static MapFeature WithOverdue(MapFeature feature, DateTimeOffset now)
    {
        var late = feature.Attributes.GetValueOrDefault("open") is true && feature.Attributes.GetValueOrDefault("due_at") is DateTimeOffset due && due < now;
        return new(feature.Id, feature.Kind, feature.Xy, feature.Starts, new Dictionary<string, object?>(feature.Attributes) { ["overdue"] = late });
    }

    private static ProblemException TooMuch(string layer) =>
        new("map_too_large", "layers", $"The layer {layer} has more than {Most:N0} features there.", "a smaller box, or other layers");
}
