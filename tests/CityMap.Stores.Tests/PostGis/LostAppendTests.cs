using CityMap.Geo;
using CityMap.Geo.Journal;
using CityMap.Geo.PostGis;
using CityMap.Stores.Tests.Contract;
using Npgsql;
using Xunit;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>Appends whose connection breaks while the database still works on them.</summary>
public sealed class LostAppendTests(PostGisServer server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_append_that_is_committed_after_its_connection_broke_and_it_was_tried_again_is_found_to_be_stored()
    {
        var connectionString = await server.TakeDatabaseAsync();
        var direct = new NpgsqlConnectionStringBuilder(connectionString);
        using var wire = new CuttableWire(direct.Port);
        var wired = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = wire.Port };
        await using (var store = await PostGisStore.OpenAsync(wired.ConnectionString, null, TimeProvider.System, Stop))
        await using (var other = new NpgsqlConnection(connectionString + ";Pooling=false"))
        {
            // Whoever appends waits for the head row, and the server goes on waiting when nobody is there any more.
            await other.OpenAsync(Stop);
            await using var holding = await other.BeginTransactionAsync(Stop);
            await ExecuteAsync(other, "UPDATE citymap_store.journal_head SET seq = seq");
            var appending = Task.Run(() => store.Journal.AppendAsync([Sample.Note("report/r1", 0, 1)], Stop), Stop);
            await WaitingAsync(other, 1);
            wire.Cut();
            await WaitingAsync(other, 2);
            await holding.RollbackAsync(Stop);

            Assert.IsType<AppendOutcome.Committed>(Assert.Single(await appending));
            Assert.Single(await store.Journal.ReadAsync(0, 10, Stop));
        }

        await server.GiveBackAsync(connectionString);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_append_that_could_not_be_sent_is_not_taken_for_one_that_somebody_else_stored(int refusals)
    {
        var connectionString = await server.TakeDatabaseAsync();
        using var wire = new CuttableWire(new NpgsqlConnectionStringBuilder(connectionString).Port);
        // Without a try for each way to encrypt: an opening is a connection.
        var wired = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = wire.Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        await using (var near = await PostGisStore.OpenAsync(wired.ConnectionString, null, TimeProvider.System, Stop))
        await using (var other = await PostGisStore.OpenAsync(connectionString, null, TimeProvider.System, Stop))
        {
            Assert.IsType<AppendOutcome.Committed>(Assert.Single(await other.Journal.AppendAsync([Sample.Note("report/r1", 0, 1)], Stop)));
            wire.RefuseNext(refusals);
            var appending = near.Journal.AppendAsync([Sample.Note("report/r1", 0, 1)], Stop);

            if (refusals > 1) Assert.Equal(StoreProblem.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => appending)).Problem);
            else Assert.Equal(1, Assert.IsType<AppendOutcome.VersionConflict>(Assert.Single(await appending)).ActualVersion);
        }

        await server.GiveBackAsync(connectionString);
    }

    private static async Task WaitingAsync(NpgsqlConnection connection, long count)
    {
        const string Waiting = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while (true)
        {
            // Within a transaction the view stays as it was first seen.
            await ExecuteAsync(connection, "SELECT pg_stat_clear_snapshot()");
            await using var command = new NpgsqlCommand(Waiting, connection);
            if ((long)(await command.ExecuteScalarAsync(Stop))! >= count) return;
            await Task.Delay(10, Stop);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
