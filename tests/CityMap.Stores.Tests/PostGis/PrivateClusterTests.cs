using System.Diagnostics;
using CityMap.Geo;
using CityMap.Geo.PostGis.Cluster;
using Npgsql;
using Xunit;

namespace CityMap.Stores.Tests.PostGis;

public sealed class PrivateClusterTests
{
    [Fact]
    public async Task A_new_cluster_has_the_database_and_PostGIS_and_stops_when_disposed()
    {
        PostGisServer.Require();
        using var folder = new TemporaryFolder();
        int pid;
        await using (var cluster = await StartAsync(folder.Path))
        {
            pid = cluster.ProcessId!.Value;
            Assert.StartsWith("3.", await ScalarAsync(cluster.ConnectionString, "SELECT postgis_lib_version()"), StringComparison.Ordinal);
            Assert.Equal("on", await ScalarAsync(cluster.ConnectionString, "SHOW fsync"));
            Assert.Equal("off", await ScalarAsync(cluster.ConnectionString, "SHOW jit"));
            Assert.Equal("127.0.0.1", await ScalarAsync(cluster.ConnectionString, "SHOW listen_addresses"));
            Assert.Equal(cluster.ConnectionString, PrivateCluster.FindConnectionString(folder.Path));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(folder.Path, "postgres", "password")));
        }

        Assert.False(Postmaster.Lives(pid, Path.Combine(folder.Path, "postgres", "data")));
        Assert.Null(PrivateCluster.FindConnectionString(folder.Path));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_still_works()
    {
        PostGisServer.Require();
        using var folder = new TemporaryFolder(string.Join('/', Enumerable.Repeat("a-folder-with-a-long-name", 8)));
        await using var cluster = await StartAsync(folder.Path);
        Assert.Equal("1", await ScalarAsync(cluster.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_folder_in_use_is_locked_and_its_server_left_alone()
    {
        PostGisServer.Require();
        using var folder = new TemporaryFolder();
        await using var first = await StartAsync(folder.Path);
        var refusal = await Assert.ThrowsAsync<StoreException>(() => StartAsync(folder.Path));
        Assert.Equal(StoreProblem.Locked, refusal.Problem);
        Assert.Equal("1", await ScalarAsync(first.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task A_server_left_behind_by_a_killed_process_is_adopted()
    {
        PostGisServer.Require();
        using var folder = new TemporaryFolder();
        var first = await StartAsync(folder.Path);
        await ExecuteAsync(first.ConnectionString, "CREATE TABLE kept(a int); INSERT INTO kept VALUES (7)");
        var pid = first.ProcessId;
        await first.AbandonAsync();

        await using var second = await StartAsync(folder.Path);
        Assert.Equal(pid, second.ProcessId);
        Assert.Equal("7", await ScalarAsync(second.ConnectionString, "SELECT a FROM kept"));
    }

    [Fact]
    public async Task A_killed_server_starts_again_with_everything_committed()
    {
        PostGisServer.Require();
        using var folder = new TemporaryFolder();
        var first = await StartAsync(folder.Path);
        await ExecuteAsync(first.ConnectionString, "CREATE TABLE kept(a int); INSERT INTO kept VALUES (7)");
        using (var server = Process.GetProcessById(first.ProcessId!.Value))
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        await first.AbandonAsync();
        NpgsqlConnection.ClearAllPools();
        await using var second = await StartAsync(folder.Path);
        Assert.Equal("7", await ScalarAsync(second.ConnectionString, "SELECT a FROM kept"));
    }

    [Fact]
    public void A_missing_version_is_named_with_the_packages_to_install()
    {
        var refusal = Assert.Throws<StoreException>(() => PostgresBinaries.Find(9));
        Assert.Equal(StoreProblem.Unavailable, refusal.Problem);
        Assert.Contains("apt-get install postgresql-9 postgresql-9-postgis-3", refusal.Message, StringComparison.Ordinal);
    }

    private static Task<PrivateCluster> StartAsync(string folder) =>
        PrivateCluster.StartAsync(folder, TimeProvider.System, null, TestContext.Current.CancellationToken);

    private static async Task<string?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
