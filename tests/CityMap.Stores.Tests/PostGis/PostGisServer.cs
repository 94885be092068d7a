using System.Collections.Concurrent;
using CityMap.Geo;
using CityMap.Geo.PostGis.Cluster;
using CityMap.Stores.Tests.Contract;
using CityMap.Stores.Tests.PostGis;
using Npgsql;
using Xunit;

[assembly: AssemblyFixture(typeof(PostGisServer))]

namespace CityMap.Stores.Tests.PostGis;

/// <summary>One private cluster for all tests, started when the first one asks; each test gets a database of its own in it.</summary>
public sealed class PostGisServer : IStoreFixture, IAsyncLifetime
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentStack<string> _free = new();
    private PrivateCluster? _cluster;
    private int _databases;

    /// <summary>Why there is no PostgreSQL here; null when there is.</summary>
    public static string? Missing
    {
        get
        {
            try
            {
                PostgresBinaries.Find(null);
                return null;
            }
            catch (StoreException e)
            {
                return e.Message;
            }
        }
    }

    /// <summary>Skips a test where PostgreSQL is not installed; with CI set it fails.</summary>
    public static void Require()
    {
        if (Missing is not { } reason) return;
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(reason);
        Assert.Skip(reason);
    }

    /// <summary>The connection string of an empty database with PostGIS; one that was given back, when there is one.</summary>
    public async Task<string> TakeDatabaseAsync()
    {
        Require();
        await _gate.WaitAsync();
        try
        {
            _cluster ??= await PrivateCluster.StartAsync(_folder.Path, TimeProvider.System, null, CancellationToken.None);
            if (_free.TryPop(out var used)) return used;
            var name = $"test_{++_databases}";
            await ExecuteAsync(_cluster.Administration, $"CREATE DATABASE {name} OWNER citymap TEMPLATE {ClusterSetup.Template}");
            // A busy machine may hold a connection up for seconds while all tests run; only what is about an outage gives up sooner.
            return new NpgsqlConnectionStringBuilder(_cluster.ConnectionString) { Database = name, Timeout = 60 }.ConnectionString;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes a database back; making and dropping them costs more than most tests.</summary>
    public async Task GiveBackAsync(string connectionString)
    {
        await ExecuteAsync(connectionString, "DROP SCHEMA IF EXISTS citymap, citymap_history, citymap_static, citymap_store CASCADE");
        _free.Push(connectionString);
    }

    /// <inheritdoc/>
    public async Task<TestStore> CreateAsync() => await PostGisTestStore.OpenAsync(this);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_cluster is not null) await _cluster.DisposeAsync();
        _folder.Dispose();
        _gate.Dispose();
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
