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
    public async Task A_data_folder_that_the_database_cannot_enter_names_another_folder_and_goes_with_it()
    {
        PostGisServer.Require();
        if (!Programs.SwitchUser) Assert.Skip("Only root keeps folders closed to the cluster's user.");
        // Not below the folder for temporary files: what is closed there is opened.
        var closed = Directory.CreateDirectory(
            Path.Combine("/var/tmp", $"citymap-closed-{Path.GetRandomFileName()}"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        var (folder, moved, copy) = (Path.Combine(closed, "data"), Path.Combine(closed, "moved"), Path.Combine(closed, "copy"));
        try
        {
            var first = await StartAsync(folder);
            await ExecuteAsync(first.ConnectionString, "CREATE TABLE kept(a int); INSERT INTO kept VALUES (7)");
            Assert.Equal(first.ConnectionString, PrivateCluster.FindConnectionString(folder));
            var pid = first.ProcessId;
            await first.AbandonAsync();
            await using (var adopted = await StartAsync(folder)) Assert.Equal(pid, adopted.ProcessId);

            Directory.Move(folder, moved);
            await using (var again = await StartAsync(moved)) Assert.Equal("7", await ScalarAsync(again.ConnectionString, "SELECT a FROM kept"));

            Directory.CreateDirectory(copy);
            File.Copy(Path.Combine(moved, "postgres.folder"), Path.Combine(copy, "postgres.folder"));
            Assert.Contains("backup and restore", (await Assert.ThrowsAsync<StoreException>(() => StartAsync(copy))).Message, StringComparison.Ordinal);

            var files = ClusterPlace.Of(moved);
            PrivateCluster.Delete(moved);
            Assert.False(Directory.Exists(files));
            Assert.False(PrivateCluster.Exists(moved));
        }
        finally
        {
            foreach (var place in (string[])[folder, moved])
            {
                if (PrivateCluster.Exists(place)) PrivateCluster.Delete(place);
            }

            Directory.Delete(closed, recursive: true);
        }
    }

    [Fact]
    public async Task A_note_that_names_a_foreign_folder_is_not_believed()
    {
        PostGisServer.Require();
        using var folder = new TemporaryFolder();
        foreach (var named in (string[])["/etc", "/var/lib/citymap/../postgresql", "/var/lib/citymap/gone", ""])
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Path, "postgres.folder"), named + "\n", TestContext.Current.CancellationToken);
            Assert.Equal(StoreProblem.NotAStore, (await Assert.ThrowsAsync<StoreException>(() => StartAsync(folder.Path))).Problem);
            Assert.Throws<StoreException>(() => PrivateCluster.Delete(folder.Path));
        }
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
