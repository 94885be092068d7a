using BruTile;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Tiles;
using CityMap.Viewer.Desktop;

namespace CityMap.Desktop;

/// <summary>Pictures the server draws of what a frame does not draw itself, as large tiles for Mapsui.</summary>
/// <param name="client">Whom to ask.</param>
/// <param name="query">Layers, theme, language and moment.</param>
internal sealed class ServerTileSource(CityClient client, MapQuery query) : ILocalTileSource, IDisposable
{
    // Pictures whose tiles are at hand: those of a window, as a rule.
    private const int Most = 4;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(TileAddress Whole, Task<IReadOnlyDictionary<TileAddress, byte[]>> Tiles)> _kept = [];

    /// <inheritdoc/>
    public ITileSchema Schema { get; } = Grid();

    /// <inheritdoc/>
    public string Name => "CityMap";

    /// <inheritdoc/>
    public Attribution Attribution { get; } = new();

    /// <summary>A tile has come, or will not.</summary>
    public event Action? Answered;

    /// <summary>True when a tile could not be had since this was last set to false.</summary>
    public bool Failed { get; set; }

    /// <inheritdoc/>
    public async Task<byte[]?> GetTileAsync(TileInfo tileInfo)
    {
        var index = tileInfo.Index;
        _stop.Token.ThrowIfCancellationRequested();
        if (!TileAddress.TryCreate(index.Level, index.Col, index.Row, out var tile) || tile.Parent is not { } whole || query.Tiles(whole) is not { } route) return null;
        try
        {
            return (await Pieces(whole, route).ConfigureAwait(false))[tile];
        }
        catch (ServerProblem problem)
        {
            // A tile is asked for again when it failed by an exception, and never again when it is null.
            Failed = true;
            throw new HttpRequestException(problem.Message, problem);
        }
        finally
        {
            Answered?.Invoke();
        }
    }

    /// <summary>Asks for nothing any more, and spares the server what it was asked for.</summary>
    public void Dispose() => _stop.Cancel();

    // Four tiles come from one picture, which is asked for once.
    private Task<IReadOnlyDictionary<TileAddress, byte[]>> Pieces(TileAddress whole, string route)
    {
        lock (_kept)
        {
            _kept.RemoveAll(k => k.Tiles.IsFaulted || k.Tiles.IsCanceled);
            var known = _kept.FindIndex(k => k.Whole == whole);
            if (known >= 0) return _kept[known].Tiles;
            if (_kept.Count == Most) _kept.RemoveAt(0);
            var tiles = AskAsync(whole, route);
            _kept.Add((whole, tiles));
            return tiles;
        }
    }

    private async Task<IReadOnlyDictionary<TileAddress, byte[]>> AskAsync(TileAddress whole, string route) =>
        MapTile.Cut(await client.FileAsync(route, _stop.Token).ConfigureAwait(false), whole);

    private static TileSchema Grid()
    {
        const double Half = WebMercator.HalfWorld;
        var grid = new TileSchema { Name = "CityMap", Srs = "EPSG:3857", Format = "png", YAxis = YAxis.OSM, OriginX = -Half, OriginY = Half, Extent = new(-Half, -Half, Half, Half) };
        for (var zoom = MapTile.Zooms.First; zoom <= MapTile.Zooms.Last; zoom++) grid.Resolutions[zoom] = new(zoom, MapTile.Resolution(zoom), MapTile.Side, MapTile.Side);
        return grid;
    }
}
