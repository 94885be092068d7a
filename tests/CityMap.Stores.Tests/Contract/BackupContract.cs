using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Backup while the store is in use, and restore.</summary>
public abstract class BackupContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"citymap-backup-{Path.GetRandomFileName()}");

    [Fact]
    public async Task A_restored_backup_holds_what_there_was_and_has_another_epoch()
    {
        await using var clean = new TemporaryFile(_file);
        await CommitAsync(Sample.Put(Sample.Report("r1", ("title", "old")), 0, 1));
        await CommitAsync(Sample.Put(Sample.Report("r1", ("title", "new")), 1, 2));
        await ImportAsync(Sample.Roads, ImportMode.Replace, Sample.Road("1", "LINESTRING (0 0, 1 1)"));
        await Store.Telemetry.AppendAsync([new("s", "q", Sample.At(1), 1)], Stop);
        await Store.BackupAsync(_file, Stop);
        await Store.CheckBackupAsync(_file, Stop);
        await PutAsync(Sample.Report("after the backup"));
        await using var other = await AnotherPlaceAsync();

        await other.RestoreAsync(_file, overwrite: false);

        Assert.NotEqual(Store.Epoch, other.Store.Epoch);
        Assert.Equal(3, await other.Store.Journal.HeadAsync(Stop));
        Assert.Equal("old", (await other.Store.Features.FindAsync("reports", "r1", Sample.At(1), Stop))!["title"]);
        Assert.Equal("new", (await other.Store.Features.FindAsync("reports", "r1", null, Stop))!["title"]);
        Assert.Equal(1, (await other.Store.Features.QueryAsync(new("roads") { Within = new(0, 0, 1, 1) }, Stop)).NumberMatched);
        Assert.Single(await other.Store.Telemetry.ReadAsync("s", null, Sample.At(0), Sample.At(9), 9, Stop));
        Assert.IsType<Geo.Journal.AppendOutcome.Committed>((await other.Store.Journal.AppendAsync([Sample.Note("report/r1", 2, 5)], Stop))[0]);
    }

    [Fact]
    public async Task A_store_that_holds_something_is_overwritten_only_when_told()
    {
        await using var clean = new TemporaryFile(_file);
        await PutAsync(Sample.Report("from the backup"));
        await Store.BackupAsync(_file, Stop);
        await using var other = await AnotherPlaceAsync();
        await other.Store.Features.DefineLayerAsync(Sample.Reports, Stop);
        await other.Store.Journal.AppendAsync([Sample.Put(Sample.Report("kept"))], Stop);

        await RefusedAsync(StoreProblem.NotEmpty, () => other.RestoreAsync(_file, overwrite: false));
        Assert.NotNull(await other.Store.Features.FindAsync("reports", "kept", null, Stop));

        await other.RestoreAsync(_file, overwrite: true);
        Assert.Null(await other.Store.Features.FindAsync("reports", "kept", null, Stop));
        Assert.NotNull(await other.Store.Features.FindAsync("reports", "from the backup", null, Stop));
    }

    [Fact]
    public async Task A_backup_taken_while_appending_is_one_consistent_moment()
    {
        await using var clean = new TemporaryFile(_file);
        await PutAsync([.. Enumerable.Range(0, 500).Select(i => Sample.Report($"before{i}"))]);
        using var enough = new CancellationTokenSource();
        var appending = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++) await PutAsync(Sample.Report($"during{i}"));
        });
        await Store.BackupAsync(_file, Stop);
        await enough.CancelAsync();
        await appending;
        await using var other = await AnotherPlaceAsync();

        await other.RestoreAsync(_file, overwrite: false);

        var head = await other.Store.Journal.HeadAsync(Stop);
        Assert.True(head >= 500);
        Assert.Equal(head, (await other.Store.Features.QueryAsync(new("reports"), Stop)).NumberMatched);
        Assert.Equal(head, (await other.Store.Journal.ReadAsync(0, 1_000_000, Stop)).Count);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_not_restored()
    {
        await using var clean = new TemporaryFile(_file);
        await File.WriteAllTextAsync(_file, "this is not a backup at all, however long the sentence may be made", Stop);

        await RefusedAsync(StoreProblem.NotAStore, () => Store.CheckBackupAsync(_file, Stop));
        await RefusedAsync(StoreProblem.NotAStore, () => Store.CheckBackupAsync(_file + " is not there", Stop));
        await RefusedAsync(StoreProblem.NotAStore, () => Place.RestoreAsync(_file, overwrite: true));

        await PutAsync(Sample.Report("still usable"));
    }
}
