using CityMap.Geo.PostGis.Cluster;
using Npgsql;

namespace CityMap.Bench.Reports;

/// <summary>A server with 65 districts over a store of its own, PostGIS or GeoPackage; all of it is gone afterwards.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly ServerProcess _process;
    private readonly PrivateCluster? _cluster;

    private BenchServer(string folder, PrivateCluster? cluster, ServerProcess process) => (Folder, _cluster, _process) = (folder, cluster, process);

    /// <summary>Where its files are.</summary>
    public string Folder { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => _process.Address;

    /// <summary>Its process.</summary>
    public System.Diagnostics.Process Process => _process.Process;

    /// <summary>Its database.</summary>
    /// <exception cref="InvalidOperationException">It has a GeoPackage.</exception>
    public string ConnectionString => _cluster?.ConnectionString ?? throw new InvalidOperationException("There is no database.");

    /// <summary>Starts it.</summary>
    /// <param name="postGis">PostGIS or GeoPackage.</param>
    /// <param name="program">The program; null for the one beside the bench.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<BenchServer> StartAsync(bool postGis, string? program, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("citymap-bench-").FullName;
        var cluster = postGis ? await PrivateCluster.StartAsync(folder, TimeProvider.System, null, cancellationToken) : null;
        var server = new BenchServer(folder, cluster, await ServerProcess.StartAsync(folder, cluster?.ConnectionString, cancellationToken, program));
        await BenchDistricts.ImportAsync(server.Address, cancellationToken);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (_cluster is not null) await _cluster.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
