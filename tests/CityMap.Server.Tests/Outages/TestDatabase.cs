using System.Diagnostics;
using System.Globalization;
using CityMap.Geo;
using CityMap.Geo.PostGis.Cluster;
using CityMap.Server.Tests.Live;
using Npgsql;

namespace CityMap.Server.Tests.Outages;

/// <summary>A PostgreSQL with PostGIS of one test's own, which can be crashed and started again at the same address.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly PrivateCluster _cluster;

    private TestDatabase(PrivateCluster cluster, string folder) => (_cluster, Folder) = (cluster, folder);

    /// <summary>A folder for the servers of the test; gone with the database.</summary>
    public string Folder { get; }

    public string ConnectionString => _cluster.ConnectionString;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Where PostgreSQL is not installed the test skips, in continuous integration it fails.</summary>
    public static void Require()
    {
        try
        {
            PostgresBinaries.Find(null);
        }
        catch (StoreException missing)
        {
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(missing.Message);
            Assert.Skip(missing.Message);
        }
    }

    /// <summary>Starts one; where PostgreSQL is not installed the test skips, in continuous integration it fails.</summary>
    public static async Task<TestDatabase> StartAsync()
    {
        Require();
        var folder = Directory.CreateTempSubdirectory("citymap-db-").FullName;
        return new(await PrivateCluster.StartAsync(folder, TimeProvider.System, null, Stop), folder);
    }

    /// <summary>Ends it as a crash does: connections break, nothing is written any more.</summary>
    public async Task CrashAsync()
    {
        using var quit = Process.Start("kill", ["-QUIT", _cluster.ProcessId!.Value.ToString(CultureInfo.InvariantCulture)]);
        await quit.WaitForExitAsync(Stop);
        await Until.TrueAsync(() => _cluster.ProcessId is null);
    }

    /// <summary>Starts it again where it was.</summary>
    public Task ComeBackAsync() => _cluster.StartServerAsync(Stop);

    /// <summary>The first value of a query.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Stop))!;
    }

    /// <summary>Open incidents per district and the sequence number they are true at, in one moment, by SQL.</summary>
    public async Task<(long Sequence, SortedDictionary<string, long> Open)> OpenByDistrictAsync()
    {
        await using var connection = await OpenAsync();
        await using var moment = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Stop);
        await using var head = new NpgsqlCommand("SELECT seq FROM citymap_store.journal_head", connection);
        var sequence = (long)(await head.ExecuteScalarAsync(Stop))!;
        var open = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await using var count = new NpgsqlCommand(
            "SELECT district, count(*) FROM citymap.incidents WHERE open AND NOT exercise AND district IS NOT NULL GROUP BY district", connection);
        await using var rows = await count.ExecuteReaderAsync(Stop);
        while (await rows.ReadAsync(Stop)) open[rows.GetString(0)] = rows.GetInt64(1);
        return (sequence, open);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        return connection;
    }
}
