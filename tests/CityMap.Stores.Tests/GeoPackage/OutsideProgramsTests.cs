using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Stores.Tests.Contract;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CityMap.Stores.Tests.GeoPackage;

/// <summary>GDAL, and with it QGIS, reads the store; nobody but us changes it.</summary>
public sealed class OutsideProgramsTests : IAsyncLifetime
{
    private GeoPackagePlace? _place;

    private IStore Store => _place!.Store;

    private string Path => _place!.File;

    public async ValueTask InitializeAsync()
    {
        _place = await GeoPackagePlace.NewAsync();
        foreach (var layer in Sample.Layers) await Store.Features.DefineLayerAsync(layer, default);
        var report = Sample.Report("r1", 106.76, 21.85, ("type", "LIGHT"), ("title", "Đèn hỏng"), ("severity", 3L), ("score", 0.5), ("open", true), ("due_at", Sample.At(1)));
        await Store.Journal.AppendAsync([Sample.Put(report), Sample.Put(Sample.Report("r2", 106.7, 21.8))], default);
        await using var import = await Store.Features.BeginImportAsync(Sample.Roads, ImportMode.Replace, default);
        await import.WriteAsync([Sample.Road("1", "LINESTRING (106.7 21.8, 106.8 21.9)", "Trần Đăng Ninh", 2)], default);
        await import.CommitAsync(Sample.Imported("roads"), default);
    }

    public ValueTask DisposeAsync() => _place!.DisposeAsync();

    [Fact]
    public async Task Ogrinfo_lists_the_layers_with_their_kinds_and_nothing_of_our_own_but_the_journal()
    {
        var (code, output) = await Gdal.RunAsync("ogrinfo", "-ro", Path);

        Assert.Equal(0, code);
        var layers = output.Split('\n').Where(l => l.Length > 0 && char.IsDigit(l[0])).Select(l => l[(l.IndexOf(':') + 2)..]).Order(StringComparer.Ordinal);
        Assert.Equal(["footprints", "journal (None)", "reports (Point)", "roads (Multi Line String)"], layers);
        Assert.DoesNotContain("Warning", output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ERROR", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogrinfo_reads_fields_extent_and_values()
    {
        var (code, output) = await Gdal.RunAsync("ogrinfo", "-ro", "-al", Path);

        Assert.Equal(0, code);
        Assert.DoesNotContain("ERROR", output, StringComparison.Ordinal);
        // The standard's DATETIME has milliseconds, ours microseconds: GDAL remarks on it and reads them.
        Assert.All(output.Split('\n').Where(l => l.StartsWith("Warning", StringComparison.Ordinal)), w => Assert.Contains("successfully parsed", w, StringComparison.Ordinal));
        Assert.Contains("Extent: (106.700000, 21.800000) - (106.760000, 21.850000)", output, StringComparison.Ordinal);
        Assert.Contains("ID[\"EPSG\",4326]", output, StringComparison.Ordinal);
        Assert.Contains("severity: Integer64", output, StringComparison.Ordinal);
        Assert.Contains("open: Integer(Boolean)", output, StringComparison.Ordinal);
        Assert.Contains("score: Real", output, StringComparison.Ordinal);
        Assert.Contains("due_at: DateTime", output, StringComparison.Ordinal);
        Assert.Contains("due_at (DateTime) = 2026/03/01 00:01:00+00", output, StringComparison.Ordinal);
        Assert.Contains("title (String) = Đèn hỏng", output, StringComparison.Ordinal);
        Assert.Contains("MULTILINESTRING ((106.7 21.8,106.8 21.9))", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogr_uses_the_spatial_index()
    {
        var (_, output) = await Gdal.RunAsync("ogrinfo", "-ro", "-q", "-spat", "106.75", "21.84", "106.77", "21.86", Path, "reports");

        Assert.Contains("r1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("r2", output, StringComparison.Ordinal);
        Assert.Contains("1", (await Gdal.RunAsync("ogrinfo", "-ro", "-sql", "SELECT HasSpatialIndex('reports','geom') AS has", Path)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE reports SET severity = 5")]
    [InlineData("DELETE FROM reports")]
    [InlineData("INSERT INTO reports (id) VALUES ('x')")]
    [InlineData("UPDATE roads SET name = 'x'")]
    [InlineData("DELETE FROM journal")]
    [InlineData("UPDATE reports_history SET title = 'x'")]
    public async Task An_edit_by_ogr_is_refused_in_clear_words(string sql)
    {
        var (_, output) = await Gdal.RunAsync("ogrinfo", Path, "-sql", sql);

        Assert.Contains("is changed only through CityMap", output, StringComparison.Ordinal);
        Assert.Equal(2, (await Store.Features.QueryAsync(new("reports"), default)).NumberMatched);
        Assert.Equal(3L, (await Store.Features.FindAsync("reports", "r1", null, default))!["severity"]);
    }

    [Fact]
    public async Task A_layer_that_another_program_put_into_the_file_is_not_taken_for_ours()
    {
        var (code, output) = await Gdal.RunAsync("ogr2ogr", "-update", "-nln", "foreign", Path, Path, "reports");
        Assert.True(code == 0, output);

        var refusal = await Assert.ThrowsAsync<Geo.StoreException>(() => Store.Features.DefineLayerAsync(Sample.Reports with { Id = "foreign" }, default));

        Assert.Equal(Geo.StoreProblem.LayerConflict, refusal.Problem);
        await Assert.ThrowsAsync<Geo.StoreException>(() => Store.Features.QueryAsync(new("foreign"), default));
    }

    [Fact]
    public async Task The_extent_grows_at_once_and_is_drawn_in_when_the_store_is_opened_again()
    {
        await Store.Journal.AppendAsync([Sample.Put(Sample.Report("far", 110, 10))], default);
        Assert.Contains("Extent: (106.700000, 10.000000) - (110.000000, 21.850000)", await SummaryAsync(), StringComparison.Ordinal);

        await Store.Journal.AppendAsync([Sample.Remove("far", 1, 1)], default);
        await _place!.ReopenAsync();

        // Drawn in to what the R-tree says, which rounds outwards to 32 bits.
        Assert.Contains("Extent: (106.699997, 21.79999", await SummaryAsync(), StringComparison.Ordinal);
        Assert.Contains("- (106.7600", await SummaryAsync(), StringComparison.Ordinal);
    }

    private async Task<string> SummaryAsync() => (await Gdal.RunAsync("ogrinfo", "-ro", "-so", Path, "reports")).Output;

    [Fact]
    public async Task The_file_is_sound_and_indexed_as_it_says()
    {
        await _place!.CloseAsync();
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        await connection.OpenAsync(Xunit.TestContext.Current.CancellationToken);

        Assert.Equal("ok", await ScalarAsync(connection, "PRAGMA integrity_check"));
        Assert.Equal(0x47504B47L, await ScalarAsync(connection, "PRAGMA application_id"));
        Assert.Equal(10300L, await ScalarAsync(connection, "PRAGMA user_version"));
        Assert.Equal("ok", await ScalarAsync(connection, "SELECT rtreecheck('rtree_reports_geom')"));
        Assert.Equal(0L, await ScalarAsync(connection, "SELECT count(*) FROM pragma_foreign_key_check"));
        await _place.OpenAsync();
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
