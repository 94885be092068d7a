using CityMap.Geo.GeoPackage;
using CityMap.Geo.Storage;
using CityMap.Stores.Tests.Contract;

namespace CityMap.Stores.Tests.GeoPackage;

/// <summary>GeoPackage stores, each in a folder of its own under the temporary folder.</summary>
public sealed class GeoPackageFixture : IStoreFixture
{
    public async Task<TestStore> CreateAsync() => await GeoPackagePlace.NewAsync();
}

internal sealed class GeoPackagePlace : TestStore
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-gpkg-").FullName;
    private GeoPackageStore? _store;

    public override IStore Store => _store!;

    public string File => Path.Combine(_folder, "city.gpkg");

    public static async Task<GeoPackagePlace> NewAsync()
    {
        var place = new GeoPackagePlace();
        await place.OpenAsync();
        return place;
    }

    public async Task CloseAsync() => await _store!.DisposeAsync();

    public async Task OpenAsync() => _store = await GeoPackageStore.OpenAsync(File, null, TimeProvider.System, CancellationToken.None);

    public override async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public override async Task RestoreAsync(string backupFile, bool overwrite)
    {
        await CloseAsync();
        try
        {
            await GeoPackageStore.RestoreAsync(backupFile, File, overwrite, TimeProvider.System, CancellationToken.None);
        }
        finally
        {
            await OpenAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
