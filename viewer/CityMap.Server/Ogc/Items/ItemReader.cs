using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Live;

namespace CityMap.Server.Ogc.Items;

/// <summary>Reads items: live layers from this node's memory, static ones from the store.</summary>
internal sealed class ItemReader(IStore store, FreshLayers live)
{
    /// <summary>One page with its exact count.</summary>
    public async Task<FeaturePage> PageAsync(FeatureQuery query, CancellationToken cancellationToken)
    {
        if (query.AsOf is not null || await live.FindAsync(query.Layer, cancellationToken) is not { } now) return await store.Features.QueryAsync(query, cancellationToken);
        return now.Snapshot.Query(query) with { Sequence = now.Sequence };
    }

    /// <summary>One feature that the caller may see, now or as of a moment, or null.</summary>
    public async Task<Feature?> FindAsync(LayerInfo layer, string id, DateTimeOffset? asOf, Audience audience, CancellationToken cancellationToken)
    {
        var feature = asOf is null && await live.FindAsync(layer.Id, cancellationToken) is { } now
            ? now.Snapshot.Find(id)
            : await store.Features.FindAsync(layer.Id, id, asOf, cancellationToken);
        var limited = !audience.SeesAll && layer.Fields.Any(f => f.Name == "district");
        return feature is not null && (!limited || audience.Sees(feature["district"] as string)) ? feature : null;
    }
}
