using System.Buffers.Binary;
using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.GeoPackage;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Tests.Formats.Sources;
using Microsoft.Data.Sqlite;
using NetTopologySuite.IO;
using Xunit;

namespace CityMap.Geo.Tests.Formats.GeoPackage;

public sealed class GeoPackageFormatTests
{
    private static readonly (double X, double Y) Gate = CrsCatalogue.Find(9215)!.FromGround(106.68389, 22.00306);

    [Fact]
    public async Task Every_feature_table_is_a_layer_called_after_it_and_each_in_its_own_system()
    {
        var file = await FileAsync(
            Table("wells", 4326, "POINT (106.7 21.8)", "POINT Z (106.8 21.9 300)"),
            Table("gates", 9215, FormattableString.Invariant($"POINT ({Gate.X} {Gate.Y})")));
        var (how, _, items) = await Files.ReadAsync(file, "city.gpkg");
        Assert.Equal("GeoPackage, 2 tables", how);
        Assert.Equal(["gates", "wells", "wells"], items.Rows().Select(r => r.Layer));
        Assert.Equal((106.68389, 22.00306), items.Rows()[0].Place());
        Assert.Equal(("1", "name 1", 300d), (items.Rows()[1].Id, items.Rows()[1].Values["name"], items.Rows()[2].Geometry!.Coordinate.Z));
        Assert.Equal([true, false], items.Rows().Skip(1).Select(r => r.Values["open"]));
    }

    [Fact]
    public async Task A_curve_is_a_bad_row_that_names_it()
    {
        var (_, _, items) = await Files.ReadAsync(await FileAsync(Table("bends", 4326, "curve", "POINT (106.7 21.8)")), "bends.gpkg");
        Assert.Contains("CircularString", Assert.Single(items.OfType<SourceRemark>()).Reason, StringComparison.Ordinal);
        Assert.Single(items.Rows());
    }

    [Fact]
    public async Task A_table_without_a_system_is_asked_about()
    {
        var refusal = await Files.RefusalAsync(await FileAsync(Table("gates", -1, FormattableString.Invariant($"POINT ({Gate.X} {Gate.Y})"))), "gates.gpkg");
        Assert.Equal("crs_needed", refusal.Code);
        Assert.Contains(refusal.Candidates, c => c.Crs.Code == 9215);
    }

    [Fact]
    public async Task A_system_that_is_not_known_is_refused_by_its_number()
    {
        var refusal = await Files.RefusalAsync(await FileAsync(Table("dutch", 28992, "POINT (155000 463000)")), "dutch.gpkg");
        Assert.Equal("crs_unknown", refusal.Code);
        Assert.Contains("EPSG 28992", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_refused()
    {
        var file = await FileAsync(Table("wells", 4326, "POINT (106.7 21.8)"));
        file.AsSpan(4096).Fill(0xAB);
        Assert.Equal("import_failed", (await Files.RefusalAsync(file, "x.gpkg")).Code);
    }

    [Theory]
    [InlineData(32, 1, 0)]
    [InlineData(33, 0, 1)]
    [InlineData(200_000, 0, 1)]
    public async Task Collections_within_collections_are_read_to_a_limit_and_beyond_it_a_bad_row(int depth, int rows, int bad)
    {
        var (_, _, items) = await Files.ReadAsync(await FileAsync(Table("deep", 4326, $"nested {depth}")), "deep.gpkg");
        Assert.Equal((rows, bad), (items.Rows().Count, items.OfType<SourceRemark>().Count(r => r.Reason.Contains("more than 32 deep", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("DROP TABLE wells; CREATE VIEW wells AS WITH RECURSIVE n(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM n) SELECT fid, NULL AS geom FROM n", "wells")]
    [InlineData("ALTER TABLE gpkg_contents RENAME TO c; CREATE VIEW GPKG_contents AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 'wells' AS table_name, 'features' AS data_type, i AS srs_id FROM n", "gpkg_contents")]
    public async Task A_view_is_refused_by_its_name_without_being_asked(string sql, string name)
    {
        var refusal = await Files.RefusalAsync(await FileAsync(sql, Table("wells", 4326, "POINT (106.7 21.8)")), "view.gpkg");
        Assert.Equal("import_failed", refusal.Code);
        Assert.Contains($"\"{name}\" of the GeoPackage is a view, and only tables are read", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_runs_is_stopped_when_nobody_waits_for_it_any_more()
    {
        using var file = new SomeFile(await FileAsync(Table("wells", 4326, "POINT (106.7 21.8)", "POINT (106.8 21.9)", "POINT (106.9 21.9)")));
        using var source = new Source(file.Path, "wells.gpkg", new());
        using var stop = new CancellationTokenSource();
        await using var items = new GeoPackageFormat().ReadAsync(source, stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await items.MoveNextAsync());
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await items.MoveNextAsync());
    }

    private static (string Name, int Srs, string[] Shapes) Table(string name, int srs, params string[] shapes) => (name, srs, shapes);

    private static Task<byte[]> FileAsync(params (string Name, int Srs, string[] Shapes)[] tables) => FileAsync("", tables);

    private static async Task<byte[]> FileAsync(string then, params (string Name, int Srs, string[] Shapes)[] tables)
    {
        var path = Path.Combine(Path.GetTempPath(), $"citymap-test-{Path.GetRandomFileName()}.gpkg");
        try
        {
            await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                Run(connection,
                    """
                    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
                    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, srs_id INTEGER);
                    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
                    """);
                foreach (var (name, srs, shapes) in tables) Fill(connection, name, srs, shapes);
                Run(connection, then);
            }

            return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Fill(SqliteConnection connection, string name, int srs, string[] shapes)
    {
        Run(connection, $"INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES ('x', {srs}, 'epsg', {srs}, 'undefined')");
        Run(connection, $"INSERT INTO gpkg_contents VALUES ('{name}', 'features', {srs}); INSERT INTO gpkg_geometry_columns VALUES ('{name}', 'geom', 'GEOMETRY', {srs}, 2, 0)");
        Run(connection, $"CREATE TABLE {name} (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, open BOOLEAN)");
        for (var i = 0; i < shapes.Length; i++) Run(connection, $"INSERT INTO {name} VALUES ({i + 1}, $geom, 'name {i + 1}', {1 - (i % 2)})", Blob(shapes[i]));
    }

    private static byte[] Blob(string shape)
    {
        byte[] head = [(byte)'G', (byte)'P', 0, 1, 0, 0, 0, 0];
        if (shape.StartsWith("nested", StringComparison.Ordinal)) return [.. head, .. Nested(int.Parse(shape[7..], CultureInfo.InvariantCulture))];
        if (shape != "curve") return [.. head, .. new WKBWriter(ByteOrder.LittleEndian, handleSRID: false, emitZ: shape.Contains('Z', StringComparison.Ordinal)).Write(new WKTReader().Read(shape))];
        var curve = new byte[9 + 48];
        curve[0] = 1;
        BinaryPrimitives.WriteInt32LittleEndian(curve.AsSpan(1), 8);
        BinaryPrimitives.WriteInt32LittleEndian(curve.AsSpan(5), 3);
        return [.. head, .. curve];
    }

    // So many collections within each other, and a point in the innermost.
    private static byte[] Nested(int depth)
    {
        byte[] collection = [1, 7, 0, 0, 0, 1, 0, 0, 0];
        return [.. Enumerable.Repeat(collection, depth).SelectMany(b => b), .. new WKBWriter().Write(new WKTReader().Read("POINT (106.7 21.8)"))];
    }

    private static void Run(SqliteConnection connection, string sql, byte[]? geometry = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (geometry is not null) command.Parameters.AddWithValue("$geom", geometry);
        command.ExecuteNonQuery();
    }
}
