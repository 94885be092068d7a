using CityMap.Geo.PostGis;
using CityMap.Geo.PostGis.Backup;
using CityMap.Server.Hosting.Cluster;
using CityMap.Server.Tests.Outages;
using Npgsql;

namespace CityMap.Server.Tests.Nodes;

/// <summary>The tables by which nodes find each other.</summary>
public sealed class MembershipTests
{
    private static readonly DateTime _start = new(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_in_a_cluster_changes_only_at_the_version_that_was_read_and_is_no_part_of_a_backup()
    {
        await using var database = await TestDatabase.StartAsync();
        await using var store = await PostGisStore.OpenAsync(database.ConnectionString, null, TimeProvider.System, Stop);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Membership.PrepareAsync(database.ConnectionString, Stop)));
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false;Search Path=citymap_cluster");
        await connection.OpenAsync(Stop);

        Assert.True(await AskAsync(connection, "InsertMembershipVersionKey", 0));
        Assert.False(await AskAsync(connection, "InsertMembershipVersionKey", 0));
        Assert.False(await AskAsync(connection, "UpdateMembershipKey", 0));
        Assert.False(await AskAsync(connection, "InsertMembershipKey", 7));
        Assert.True(await AskAsync(connection, "InsertMembershipKey", 0));
        Assert.False(await AskAsync(connection, "InsertMembershipKey", 1));
        Assert.False(await AskAsync(connection, "UpdateMembershipKey", 0));
        Assert.True(await AskAsync(connection, "UpdateMembershipKey", 1));
        foreach (var key in (string[])["UpdateIAmAlivetimeKey", "MembershipReadRowKey", "MembershipReadAllKey", "GatewaysQueryKey", "CleanupDefunctSiloEntriesKey"])
        {
            await AskAsync(connection, key, 2);
        }

        var file = Path.Combine(database.Folder, "copy.citymap");
        await store.BackupAsync(file, Stop);
        var content = await DatabasePrograms.RunAsync(database.ConnectionString, "pg_restore", ["--list", file], Stop);
        Assert.Contains("citymap_store", content.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("citymap_cluster", content.Output, StringComparison.Ordinal);
        await PostGisStore.RestoreAsync(file, database.ConnectionString, overwrite: true, null, TimeProvider.System, Stop);
        Assert.Equal(1, await database.ScalarAsync<long>("SELECT count(*) FROM citymap_cluster.membership"));

        await AskAsync(connection, "DeleteMembershipTableEntriesKey", 2);
        Assert.Equal(0, await database.ScalarAsync<long>("SELECT count(*) FROM citymap_cluster.membership_version"));
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string key, int version)
    {
        await using var find = new NpgsqlCommand("SELECT QueryText FROM OrleansQuery WHERE QueryKey = $1", connection);
        find.Parameters.Add(new() { Value = key });
        await using var command = new NpgsqlCommand((string)(await find.ExecuteScalarAsync(Stop))!, connection);
        (string Name, object Value)[] parameters =
        [
            ("DeploymentId", "city"), ("Address", "10.0.0.1"), ("Port", 11111), ("Generation", 5), ("SiloName", "silo"), ("HostName", "host"), ("Status", 3),
            ("ProxyPort", 30000), ("StartTime", _start), ("IAmAliveTime", _start), ("SuspectTimes", DBNull.Value), ("Version", version),
        ];
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return await command.ExecuteScalarAsync(Stop) is 1;
    }
}
