using System.Diagnostics;
using System.Globalization;
using CityMap.Geo.Layers;
using CityMap.Geo.PostGis;
using CityMap.Stores.Tests.Contract;
using Npgsql;
using Xunit;

namespace CityMap.Stores.Tests.PostGis;

/// <summary>What a planner sees who connects with SQL or QGIS.</summary>
public sealed class PlannerTests(PostGisServer server) : IAsyncLifetime
{
    private string _connectionString = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await server.TakeDatabaseAsync();
        await using var store = await PostGisStore.OpenAsync(_connectionString, null, TimeProvider.System, Stop);
        foreach (var layer in Sample.Layers) await store.Features.DefineLayerAsync(layer, Stop);
        await store.Journal.AppendAsync([Sample.Put(Sample.Report("r1", ("title", "Ổ gà")))], Stop);
        await using var import = await store.Features.BeginImportAsync(Sample.Roads, ImportMode.Replace, Stop);
        await import.WriteAsync([Sample.Road("1", "LINESTRING (0 0, 1 1)", "Trần Đăng Ninh", 2)], Stop);
        await import.CommitAsync(Sample.Imported("roads"), Stop);
    }

    public async ValueTask DisposeAsync() => await server.GiveBackAsync(_connectionString);

    [Fact]
    public async Task Every_layer_is_a_table_or_view_of_its_own_name_with_type_and_system()
    {
        const string Listed = "SELECT string_agg(f_table_name || ' ' || type || ' ' || srid, ', ' ORDER BY f_table_name) FROM geometry_columns WHERE f_table_schema = 'citymap'";
        Assert.Equal("footprints GEOMETRY 4326, reports POINT 4326, roads MULTILINESTRING 4326", await ScalarAsync(Listed));
        Assert.Equal("Ổ gà", await ScalarAsync("SELECT title FROM citymap.reports WHERE ST_Y(geom) > 21"));
        Assert.Equal("Trần Đăng Ninh", await ScalarAsync("SELECT name FROM citymap.roads WHERE lanes = 2"));
    }

    [Fact]
    public async Task GDAL_lists_the_layers()
    {
        if (!File.Exists("/usr/bin/ogrinfo")) Assert.Skip("ogrinfo is not installed (gdal-bin).");
        var to = new NpgsqlConnectionStringBuilder(_connectionString);
        var start = new ProcessStartInfo("/usr/bin/ogrinfo", ["-ro", $"PG:host={to.Host} port={to.Port} user={to.Username} dbname={to.Database} schemas=citymap"])
        {
            RedirectStandardOutput = true,
            Environment = { ["PGPASSWORD"] = to.Password },
        };
        using var ogrinfo = Process.Start(start)!;
        var listed = await ogrinfo.StandardOutput.ReadToEndAsync(Stop);
        await ogrinfo.WaitForExitAsync(Stop);

        Assert.Contains("reports (Point)", listed, StringComparison.Ordinal);
        Assert.Contains("roads (Multi Line String)", listed, StringComparison.Ordinal);
        Assert.Contains("footprints", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_zones_of_VN_2000_are_known_and_agree_with_the_test_vector()
    {
        Assert.Equal("14", await ScalarAsync("SELECT count(*) FROM spatial_ref_sys WHERE srid BETWEEN 9205 AND 9218"));
        var text = (await ScalarAsync("SELECT ST_X(p) || ' ' || ST_Y(p) FROM (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(106.70, 10.78), 4326), 9210) AS p) t"))!;
        var numbers = text.Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(603696.965, numbers[0], 0.001);
        Assert.Equal(1192284.864, numbers[1], 0.001);
    }

    [Theory]
    [InlineData("Đường Trần Đăng Ninh – QUỐC LỘ 1A")]
    [InlineData("ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ ÈÉẺẼẸ ÊỀẾỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ÙÚỦŨỤ ƯỪỨỬỮỰ ỲÝỶỸỴ Đ đ")]
    [InlineData("Ärger, Ñandú, ŁÓDŹ, ΑΘΉΝΑ, МОСКВА, 東京, 😀 100%_'\"\\")]
    public async Task Texts_are_folded_as_everywhere_else(string text)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("SELECT citymap_store.fold($1)", connection);
        command.Parameters.Add(new() { Value = text });
        Assert.Equal(TextFold.Fold(text), await command.ExecuteScalarAsync(Stop));
    }

    private async Task<string?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(Stop), CultureInfo.InvariantCulture);
    }
}
