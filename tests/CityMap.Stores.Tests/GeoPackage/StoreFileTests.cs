using CityMap.Geo;
using CityMap.Geo.GeoPackage;
using CityMap.Stores.Tests.Contract;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

/// <summary>What happens to files that cannot be opened, in one sentence each.</summary>
public sealed class StoreFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-gpkg-").FullName;

    private string City => Path.Combine(_folder, "city.gpkg");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<GeoPackageStore> OpenAsync(string path) =>
        GeoPackageStore.OpenAsync(path, null, TimeProvider.System, TestContext.Current.CancellationToken);

    private static async Task RefusedAsync(StoreProblem problem, string path)
    {
        var refusal = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(path));
        Assert.Equal(problem, refusal.Problem);
        Assert.Contains(Path.GetFileName(path), refusal.Message, StringComparison.Ordinal);
    }

    private static async Task SqlAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_store_is_made_with_its_folder_where_there_is_none()
    {
        var path = Path.Combine(_folder, "a", "b", "city.gpkg");
        await using var store = await OpenAsync(path);

        Assert.True(File.Exists(path));
        Assert.Empty(await store.Features.LayersAsync(default));
        Assert.NotEmpty(store.Epoch);
    }

    [Fact]
    public async Task A_store_that_is_open_is_locked_and_can_be_opened_once_it_is_closed()
    {
        await using (await OpenAsync(City)) await RefusedAsync(StoreProblem.Locked, City);

        await using var again = await OpenAsync(City);
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_left_alone()
    {
        await (await OpenAsync(City)).DisposeAsync();
        await SqlAsync(City, "UPDATE citymap_schema SET version = 99");

        await RefusedAsync(StoreProblem.Newer, City);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_not_a_store()
    {
        await File.WriteAllTextAsync(City, "{\"type\":\"FeatureCollection\",\"features\":[]}");

        await RefusedAsync(StoreProblem.NotAStore, City);
        Assert.Equal("{\"type\"", (await File.ReadAllTextAsync(City))[..7]);
    }

    [Fact]
    public async Task A_foreign_database_is_not_a_store_and_stays_as_it_is()
    {
        await SqlAsync(City, "CREATE TABLE cars (id INTEGER); PRAGMA application_id=0x47504B47");
        var before = await File.ReadAllBytesAsync(City);

        await RefusedAsync(StoreProblem.NotAStore, City);

        Assert.Equal(before, await File.ReadAllBytesAsync(City));
    }

    [Fact]
    public async Task A_store_cut_short_is_not_a_store()
    {
        await (await OpenAsync(City)).DisposeAsync();
        await using (var file = File.OpenWrite(City)) file.SetLength(5000);

        await RefusedAsync(StoreProblem.NotAStore, City);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "file"), "");

        await RefusedAsync(StoreProblem.Unavailable, Path.Combine(_folder, "file", "city.gpkg"));
    }

    [Fact]
    public async Task A_full_disk_refuses_the_append_and_the_store_goes_on_when_there_is_room()
    {
        await using var store = await OpenAsync(City);
        await store.Features.DefineLayerAsync(Sample.Reports, default);
        var big = Sample.Report("big", ("title", new string('x', 2_000_000)));
        await store.LimitPagesAsync(100);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.Journal.AppendAsync([Sample.Put(Sample.Report("small")), Sample.Put(big)], default));
        Assert.Equal(StoreProblem.Full, refusal.Problem);
        Assert.Equal(0, await store.Journal.HeadAsync(default));

        await store.LimitPagesAsync(1_000_000);
        await store.Journal.AppendAsync([Sample.Put(Sample.Report("small")), Sample.Put(big)], default);
        Assert.Equal(2, await store.Journal.HeadAsync(default));
    }

    [Fact]
    public async Task A_store_whose_file_was_removed_cannot_be_written()
    {
        await using var store = await OpenAsync(City);
        File.Delete(City);

        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.CheckAsync(default));
        Assert.Equal(StoreProblem.Unavailable, refusal.Problem);
    }

    [Fact]
    public async Task A_cancelled_backup_leaves_no_file_and_a_finished_one_is_never_overwritten()
    {
        await using var store = await OpenAsync(City);
        var file = Path.Combine(_folder, "backup.gpkg");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BackupAsync(file, cancelled.Token));
        Assert.Empty(Directory.GetFiles(_folder, "backup*"));

        await store.BackupAsync(file, default);
        Assert.Equal([file], Directory.GetFiles(_folder, "backup*"));
        Assert.Equal(StoreProblem.NotEmpty, (await Assert.ThrowsAsync<StoreException>(() => store.BackupAsync(file, default))).Problem);
    }

    [Fact]
    public async Task A_closed_store_says_that_it_is_closed()
    {
        var store = await OpenAsync(City);
        await store.DisposeAsync();
        await store.DisposeAsync();

        Assert.Equal(StoreProblem.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => store.Journal.HeadAsync(default))).Problem);
        Assert.Equal(StoreProblem.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => store.Journal.AppendAsync([Sample.Note("a", 0)], default))).Problem);
    }

    [Fact]
    public async Task What_an_import_left_behind_is_cleared_after_the_next_opening()
    {
        var store = await OpenAsync(City);
        var import = await store.Features.BeginImportAsync(Sample.Roads, Geo.Layers.ImportMode.Replace, default);
        await import.WriteAsync([Sample.Road("1", "LINESTRING (0 0, 1 1)")], default);
        await store.DisposeAsync();

        await using var again = await OpenAsync(City);
        // The queue is served in order: when this import is done, the clearing that was queued before it is done.
        await using (var next = await again.Features.BeginImportAsync(Sample.Roads, Geo.Layers.ImportMode.Replace, default))
        {
            await next.WriteAsync([Sample.Road("1", "LINESTRING (0 0, 1 1)")], default);
            await next.CommitAsync(Sample.Imported("roads"), default);
        }

        await again.DisposeAsync();
        await using var connection = new SqliteConnection($"Data Source={City};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name LIKE '%citymap_stage%'";
        Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
