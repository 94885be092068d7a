using Avalonia.Threading;
using CityMap.Viewer.Desktop;
using Mapsui;
using Mapsui.Tiling.Fetcher;
using Mapsui.Tiling.Layers;

namespace CityMap.Desktop;

/// <summary>The server's tiles under all that a window draws itself. When others are wanted, the last ones stay below them until all have come.</summary>
/// <param name="map">Where they lie.</param>
/// <param name="client">Whom to ask.</param>
/// <param name="floor">How many layers lie below them.</param>
internal sealed class ServerTiles(Map map, CityClient client, int floor) : IDisposable
{
    private static readonly TimeSpan _calm = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);
    private readonly HashSet<TileLayer> _failing = [];
    private (MapQuery Query, long Version)? _wanted;
    private TileLayer? _shown;
    private TileLayer? _coming;

    /// <summary>Shows the tiles of a query, unless they are those that are shown or on their way.</summary>
    /// <param name="query">Layers, theme, language and moment.</param>
    /// <param name="version">Another one when the layers hold something else.</param>
    public void Show(MapQuery query, long version)
    {
        if (_wanted is { } last && last.Query == query && last.Version == version) return;
        _wanted = (query, version);
        Drop(ref _coming);
        if (_shown is not null) Source(_shown).Dispose();
        if (query.Layers.Count == 0)
        {
            Drop(ref _shown);
            return;
        }

        // One zoom further out is fetched as well: who zooms out sees something at once.
        var source = new ServerTileSource(client, query);
        var layer = _coming = new(source, dataFetchStrategy: new DataFetchStrategy(1), minExtraTiles: 4, maxExtraTiles: 12) { Name = "server" };
        source.Answered += () => Dispatcher.UIThread.Post(() => _ = SettleAsync(layer));
        map.Layers.Insert(_shown is null ? floor : floor + 1, layer);
        map.RefreshData();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Drop(ref _coming);
        Drop(ref _shown);
    }

    private static ServerTileSource Source(TileLayer layer) => (ServerTileSource)layer.TileSource;

    // Until the map has taken up the tile that came last; when others are still on their way, they will be heard of.
    private async Task SettleAsync(TileLayer layer)
    {
        await Task.Delay(_calm);
        if (layer.Busy || (layer != _coming && layer != _shown)) return;
        var source = Source(layer);
        if (source.Failed)
        {
            // That the line is broken is said by the badge. Several tiles may fail at once: all are asked for again together.
            if (!_failing.Add(layer)) return;
            await Task.Delay(_patience);
            _failing.Remove(layer);
            if (layer != _coming && layer != _shown) return;
            source.Failed = false;
            map.RefreshData();
            await SettleAsync(layer);
        }
        else if (layer == _coming)
        {
            Drop(ref _shown);
            (_shown, _coming) = (layer, null);
        }
    }

    private void Drop(ref TileLayer? layer)
    {
        if (layer is null) return;
        Source(layer).Dispose();
        map.Layers.Remove(layer);
        layer.Dispose();
        layer = null;
    }
}
