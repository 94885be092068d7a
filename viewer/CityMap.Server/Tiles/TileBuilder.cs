using CityMap.Geo.Indexing;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Geo.Tiles;
using CityMap.Geo.Tiles.Live;

namespace CityMap.Server.Tiles;

/// <summary>Makes tiles.</summary>
internal sealed class TileBuilder(IStore store)
{
    // A little more than the encoder's buffer of 64 of 4,096 units.
    private const double Margin = 0.02;

    /// <summary>Makes one tile. Not stopped by its caller: others may be waiting for the same.</summary>
    /// <param name="state">The layer at one moment.</param>
    /// <param name="address">Which tile.</param>
    /// <param name="filter">What is wanted.</param>
    /// <param name="now">What is due before it is overdue; the past has its own.</param>
    public async Task<Tile> BuildAsync(TileState state, TileAddress address, TileFilter filter, DateTimeOffset now)
    {
        var layer = state.Layer;
        if (address.Z < layer.MinZoom) return Tile.Of([]);
        if (!layer.Live) return Tile.Of(await StaticAsync(layer, address, filter.Query));
        var snapshot = state.Snapshot ?? await LoadAsync(layer, address, filter.Query);
        return Tile.Of(LiveTileEncoder.Encode(address, snapshot, filter.Query with { AsOf = null }, TileContent.Of(layer, filter.Query.AsOf ?? now)));
    }

    /// <summary>The part of a live layer a tile shows, at one moment of the past, or while the node is still loading.</summary>
    private async Task<LiveSnapshot> LoadAsync(LayerInfo layer, TileAddress address, FeatureQuery query) =>
        LiveIndex.Build(layer, await ReadAsync(address, query), 1).Current;

    private async Task<byte[]> StaticAsync(LayerInfo layer, TileAddress address, FeatureQuery query)
    {
        var features = await ReadAsync(address, query);

        // The store gives them in any order; thinning and drawing must not depend on it.
        features.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return VectorTileEncoder.Encode(address, layer, features);
    }

    private async Task<List<Feature>> ReadAsync(TileAddress address, FeatureQuery query)
    {
        var features = new List<Feature>();
        var here = query with { Within = address.BoundsWithMargin(Margin) };
        await foreach (var feature in store.Features.StreamAsync(here, null, CancellationToken.None)) features.Add(feature);
        return features;
    }
}
