using BruTile;
using BruTile.Predefined;
using CityMap.Geo.Tiles;
using CityMap.Viewer.Desktop;

namespace CityMap.Desktop;

/// <summary>Pictures the server draws of what a frame does not draw itself, as tiles for Mapsui.</summary>
/// <param name="client">Whom to ask.</param>
/// <param name="query">Layers, theme, language and moment.</param>
internal sealed class ServerTileSource(CityClient client, MapQuery query) : ILocalTileSource
{
    private const int Deepest = 19;

    /// <inheritdoc/>
    public ITileSchema Schema { get; } = new GlobalSphericalMercator(YAxis.OSM, 6, Deepest);

    /// <inheritdoc/>
    public string Name => "CityMap";

    /// <inheritdoc/>
    public Attribution Attribution { get; } = new("CityMap");

    /// <inheritdoc/>
    public async Task<byte[]?> GetTileAsync(TileInfo tileInfo)
    {
        var index = tileInfo.Index;
        if (!TileAddress.TryCreate(index.Level, index.Col, index.Row, out var tile)) return null;
        try
        {
            return await client.FileAsync(query.Tile(tile), CancellationToken.None);
        }
        catch (ServerProblem problem)
        {
            // A tile is asked for again when it failed by an exception, and never again when it is null.
            throw new HttpRequestException(problem.Message, problem);
        }
    }
}
