using CityMap.Geo;
using CityMap.Geo.PostGis;
using CityMap.Geo.PostGis.Backup;
using CityMap.Stores.Tests.Contract;
using Npgsql;
using Xunit;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>Restores that a crash broke off, and backups that must not take a city's place.</summary>
public sealed class BrokenRestoreTests(PostGisServer server) : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"citymap-backup-{Path.GetRandomFileName()}");
    private string _connectionString = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await server.TakeDatabaseAsync();
        await using var store = await OpenAsync();
        await store.Journal.AppendAsync([Sample.Note("report/old", 0)], Stop);
        await store.BackupAsync(_file, Stop);
        await store.CheckBackupAsync(_file, Stop);
        await store.Journal.AppendAsync([Sample.Note("report/older", 0)], Stop);
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(_file);
        await ExecuteAsync(string.Concat(SetAside.Schemas.Select(schema => $"DROP SCHEMA IF EXISTS {schema}_before_restore CASCADE;")));
        await server.GiveBackAsync(_connectionString);
    }

    [Theory]
    [InlineData("")]
    [InlineData("CREATE SCHEMA citymap; CREATE SCHEMA citymap_store; CREATE TABLE citymap_store.meta (key text, value text)")]
    public async Task A_city_that_a_broken_restore_set_aside_is_back_at_the_next_start(string arrived)
    {
        await SetAsideAsync();
        await ExecuteAsync(arrived);
        await HoldsOldCityAsync();
    }

    [Fact]
    public async Task A_city_that_a_broken_restore_set_aside_is_not_overwritten_unasked()
    {
        await SetAsideAsync();
        Assert.Equal(StoreProblem.NotEmpty, (await Assert.ThrowsAsync<StoreException>(() => RestoreAsync(overwrite: false))).Problem);
        await HoldsOldCityAsync();
        await SetAsideAsync();
        await RestoreAsync(overwrite: true);
        await using var store = await OpenAsync();
        Assert.Equal(1, await store.Journal.HeadAsync(Stop));
    }

    [Fact]
    public async Task A_city_set_aside_beside_another_that_took_its_place_is_never_dropped()
    {
        // As a program that knew no mark has left it.
        await ExecuteAsync(string.Concat(SetAside.Schemas.Select(schema => $"ALTER SCHEMA {schema} RENAME TO {schema}_before_restore;")));
        await ExecuteAsync("CREATE SCHEMA citymap_store; CREATE TABLE citymap_store.meta (key text, value text); INSERT INTO citymap_store.meta VALUES ('version', '99')");
        Assert.Equal(StoreProblem.Newer, (await Assert.ThrowsAsync<StoreException>(OpenAsync)).Problem);
        Assert.Equal(StoreProblem.NotEmpty, (await Assert.ThrowsAsync<StoreException>(() => RestoreAsync(overwrite: true))).Problem);
        await ExecuteAsync("DROP SCHEMA citymap_store CASCADE");
        await HoldsOldCityAsync();
    }

    [Fact]
    public async Task A_backup_of_a_newer_program_takes_no_city_s_place()
    {
        await ExecuteAsync("UPDATE citymap_store.meta SET value = '99' WHERE key = 'version'");
        File.Delete(_file);
        await DatabaseDump.WriteAsync(_connectionString, _file, Stop);
        await ExecuteAsync("UPDATE citymap_store.meta SET value = '1' WHERE key = 'version'");
        Assert.Equal(StoreProblem.Newer, (await Assert.ThrowsAsync<StoreException>(() => RestoreAsync(overwrite: true))).Problem);
        await HoldsOldCityAsync();
    }

    private async Task HoldsOldCityAsync()
    {
        await using var store = await OpenAsync();
        Assert.Equal(2, await store.Journal.HeadAsync(Stop));
    }

    private async Task SetAsideAsync()
    {
        await using var connection = await DatabasePrograms.OpenAsync(_connectionString, Stop);
        await SetAside.MakeAsync(connection, Stop);
    }

    private Task<PostGisStore> OpenAsync() => PostGisStore.OpenAsync(_connectionString, null, TimeProvider.System, Stop);

    private Task RestoreAsync(bool overwrite) =>
        PostGisStore.RestoreAsync(_file, _connectionString, overwrite, null, TimeProvider.System, Stop);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await DatabasePrograms.OpenAsync(_connectionString, Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        if (sql.Length > 0) await command.ExecuteNonQueryAsync(Stop);
    }
}
