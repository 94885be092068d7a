using BruTile;
using BruTile.Predefined;
using CityMap.Geo.Tiles;
using CityMap.Viewer.Raster;

namespace CityMap.Desktop;

/// <summary>The ground of an offline pack as tiles for Mapsui, read by CityMap's own reader: one for MBTiles and PMTiles alike.</summary>
/// <param name="archive">The file.</param>
internal sealed class PackTileSource(ITileArchive archive) : ILocalTileSource
{
    /// <inheritdoc/>
    public ITileSchema Schema { get; } = new GlobalSphericalMercator(YAxis.OSM, archive.MinZoom, archive.MaxZoom);

    /// <inheritdoc/>
    public string Name => "ground";

    /// <inheritdoc/>
    public Attribution Attribution { get; } = new(archive.Attribution);

    /// <inheritdoc/>
    public Task<byte[]?> GetTileAsync(TileInfo tileInfo) => Task.Run(() =>
        TileAddress.TryCreate(tileInfo.Index.Level, tileInfo.Index.Col, tileInfo.Index.Row, out var tile) ? archive.Read(tile) : null);
}
