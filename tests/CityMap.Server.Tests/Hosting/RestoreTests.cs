using CityMap.Geo.PostGis;
using CityMap.Geo.PostGis.Cluster;
using CityMap.Server.Hosting;
using CityMap.Server.Hosting.Stores;
using CityMap.Server.Tests.Outages;

namespace CityMap.Server.Tests.Hosting;

/// <summary>A restore into a private PostgreSQL that is refused or fails leaves the data folder as it was.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-restore-").FullName;

    private ServerOptions Options => new() { DataFolder = Path.Combine(_folder, "data"), Store = StoreKind.PostGis };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_file_that_is_refused_leaves_no_database_beside_the_GeoPackage()
    {
        TestDatabase.Require();
        var file = Path.Combine(_folder, "letter.citymap");
        await File.WriteAllTextAsync(file, "This is a letter, not a backup, however long it may be.", Stop);
        await using (await StoreOpener.OpenAsync(Options with { Store = StoreKind.GeoPackage }, TimeProvider.System, Stop))
        {
        }

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => RestoreAsync(file));

        Assert.Contains("is not a backup", refused.Message, StringComparison.Ordinal);
        Assert.False(PrivateCluster.Exists(Options.DataFolder));
        Assert.Equal(StoreKind.GeoPackage, StoreOpener.Held(Options.DataFolder));
    }

    [Fact]
    public async Task A_database_that_was_made_for_a_restore_goes_when_that_fails()
    {
        var file = Path.Combine(_folder, "whole.citymap");
        await using (var database = await TestDatabase.StartAsync())
        {
            await using var store = await PostGisStore.OpenAsync(database.ConnectionString, null, TimeProvider.System, Stop);
            await store.BackupAsync(file, Stop);
        }

        // What it holds can be read, but not all of it: that is found out on the way.
        var cut = Path.Combine(_folder, "cut.citymap");
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        await File.WriteAllBytesAsync(cut, bytes[..^4], Stop);

        var refused = await Assert.ThrowsAsync<UserErrorException>(() => RestoreAsync(cut));
        Assert.Contains("could not be restored", refused.Message, StringComparison.Ordinal);
        Assert.False(PrivateCluster.Exists(Options.DataFolder));

        await RestoreAsync(file);
        Assert.Equal(StoreKind.PostGis, StoreOpener.Held(Options.DataFolder));
        await Assert.ThrowsAsync<UserErrorException>(() => RestoreAsync(cut));
        Assert.True(PrivateCluster.Exists(Options.DataFolder), "What was there before stays.");
        PrivateCluster.Delete(Options.DataFolder);
    }

    private Task RestoreAsync(string file) => StoreOpener.RestoreAsync(Options, file, overwrite: true, TimeProvider.System, Stop);
}
