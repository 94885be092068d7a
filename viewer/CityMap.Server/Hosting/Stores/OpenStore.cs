using CityMap.Geo.Storage;

namespace CityMap.Server.Hosting.Stores;

/// <summary>A store that is open, and the private PostgreSQL beneath it when it has one.</summary>
/// <param name="Store">The store.</param>
/// <param name="ConnectionString">How nodes of a cluster reach the same PostgreSQL; null for the GeoPackage.</param>
/// <param name="Cluster">Stopped when this is disposed; null when the database is somebody else's.</param>
internal sealed record OpenStore(IStore Store, string? ConnectionString, IAsyncDisposable? Cluster) : IAsyncDisposable
{
    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (Cluster is not null) await Cluster.DisposeAsync();
    }
}
