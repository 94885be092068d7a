using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Geo.Tiles;
using CityMap.Server.Live;
using Microsoft.Extensions.Options;

namespace CityMap.Server.Tiles;

/// <summary>
/// Answers for tiles: live layers from memory, their past and static layers from the store. Finished tiles are kept; one wanted by
/// several callers at once is made once.
/// </summary>
internal sealed class TileService(
    IStore store, LiveLayers live, FeedLog log, TileBuilder builder, IOptions<TileOptions> options, TimeProvider time)
{
    private readonly TileCache _cache = new(options.Value.CacheBytes);

    /// <summary>The state of a layer a tile is made from: while it stays, so does the tile.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="filter">What is wanted of it.</param>
    public TileState State(LayerInfo layer, TileFilter filter)
    {
        if (!layer.Live) return new(layer, null, $"{store.Epoch}-{layer.Version}", true);
        var snapshot = filter.Query.AsOf is null ? live.Find(layer.Id) : null;
        var sequence = snapshot?.Sequence ?? log.Head;
        if (filter.Query.AsOf is not null) return new(layer, null, FormattableString.Invariant($"{store.Epoch}-{sequence}-0"), false);
        var step = time.GetUtcNow().UtcTicks / Math.Max(1, options.Value.ClockStep.Ticks);
        return new(layer, snapshot, FormattableString.Invariant($"{store.Epoch}-{sequence}-{step}"), false, sequence);
    }

    /// <summary>Makes a tile, or gives one made before from the same state.</summary>
    public Task<Tile> GetAsync(TileState state, TileAddress address, TileFilter filter, CancellationToken cancellationToken) => _cache.GetAsync(
        $"{state.Layer.Id}/{address}?{filter.Key}", state.Name, () => builder.BuildAsync(state, address, filter, time.GetUtcNow()), cancellationToken);
}
