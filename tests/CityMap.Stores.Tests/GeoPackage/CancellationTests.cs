using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Storage;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

public sealed class CancellationTests
{
    private const string Endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c";

    [Fact]
    public async Task A_runaway_read_is_stopped_and_its_connection_goes_on_being_used()
    {
        await using var place = await GeoPackagePlace.NewAsync();
        using var readers = new ReaderPool(place.File, () => StoreFile.OpenReader(place.File));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => readers.ReadAsync(db => db.Number(Endless), soon.Token));

        Assert.Equal(7, await readers.ReadAsync(db => db.Number("SELECT 7"), CancellationToken.None));
    }
}
