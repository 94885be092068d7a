using CityMap.Geo.PostGis;
using CityMap.Geo.Storage;
using CityMap.Stores.Tests.Contract;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>A store in a database of its own.</summary>
internal sealed class PostGisTestStore : TestStore
{
    private readonly PostGisServer _server;
    private readonly string _connectionString;
    private PostGisStore _store;

    private PostGisTestStore(PostGisServer server, string connectionString, PostGisStore store) =>
        (_server, _connectionString, _store) = (server, connectionString, store);

    public override IStore Store => _store;

    public static async Task<PostGisTestStore> OpenAsync(PostGisServer server)
    {
        var connectionString = await server.TakeDatabaseAsync();
        return new(server, connectionString, await OpenStoreAsync(connectionString));
    }

    public override async Task ReopenAsync()
    {
        await _store.DisposeAsync();
        _store = await OpenStoreAsync(_connectionString);
    }

    public override async Task RestoreAsync(string backupFile, bool overwrite)
    {
        await _store.DisposeAsync();
        try
        {
            await PostGisStore.RestoreAsync(backupFile, _connectionString, overwrite, null, TimeProvider.System, CancellationToken.None);
        }
        finally
        {
            _store = await OpenStoreAsync(_connectionString);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _server.GiveBackAsync(_connectionString);
    }

    private static Task<PostGisStore> OpenStoreAsync(string connectionString) =>
        PostGisStore.OpenAsync(connectionString, null, TimeProvider.System, CancellationToken.None);
}
