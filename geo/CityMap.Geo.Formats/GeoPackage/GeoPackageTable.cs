using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Sources;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.Formats.GeoPackage;

/// <summary>One feature table of a GeoPackage.</summary>
/// <param name="Name">The table.</param>
/// <param name="GeometryColumn">Its geometry.</param>
/// <param name="KeyColumn">Its whole-number key; null for a table without one.</param>
/// <param name="SrsId">The id of its coordinate system within the file.</param>
/// <param name="Organization">Who numbered that system, in capitals; null when the file does not describe it.</param>
/// <param name="Code">Its number there.</param>
/// <param name="Definition">Its description, WKT.</param>
/// <param name="Count">How many rows it has.</param>
internal sealed record GeoPackageTable(string Name, string GeometryColumn, string? KeyColumn, long SrsId, string? Organization, long Code, string? Definition, long Count)
{
    private const string Tables =
        """
        SELECT c.table_name, g.column_name, c.data_type, g.srs_id, s.organization, s.organization_coordsys_id, s.definition
        FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
        WHERE lower(c.data_type) = 'features' ORDER BY c.table_name
        """;

    private static readonly string[] Contents = ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"];

    /// <summary>The name as an identifier of SQL.</summary>
    public string Quoted => Quote(Name);

    /// <summary>The feature tables of a file.</summary>
    /// <exception cref="SourceRefusal">There is none, or one is a view.</exception>
    public static IReadOnlyList<GeoPackageTable> Of(SqliteConnection connection)
    {
        foreach (var name in Contents) RefuseView(connection, name);
        var found = new List<GeoPackageTable>();
        using var command = connection.CreateCommand();
        command.CommandText = Tables;
        using (var rows = command.ExecuteReader())
        {
            while (rows.Read())
            {
                var (name, geometry) = (rows.GetString(0), rows.GetString(1));
                found.Add(new(name, geometry, null, rows.GetInt64(3), Text(rows, 4)?.ToUpperInvariant(), rows.IsDBNull(5) ? 0 : rows.GetInt64(5), Text(rows, 6), 0));
            }
        }

        foreach (var table in found) RefuseView(connection, table.Name);
        return found.Count > 0
            ? [.. found.Select(table => table with { KeyColumn = KeyOf(connection, table.Name), Count = CountOf(connection, table.Quoted) })]
            : throw new SourceRefusal("import_failed", "The GeoPackage holds no layer of features.");
    }

    /// <summary>The coordinate system; null when the file says that it is undefined (srs_id −1 and 0; OGC 12-128r18 §1.1.2).</summary>
    /// <exception cref="SourceRefusal">It is defined, and not known here.</exception>
    public Crs? FindCrs()
    {
        if (SrsId is 0 or -1) return null;
        if (Organization == "EPSG" && Code is > 0 and < int.MaxValue && CrsCatalogue.Find((int)Code) is { } numbered) return numbered;
        string? reason = null;
        if (Definition is { } wkt && CrsWkt.Find(wkt, out reason) is { } described) return described;
        throw CrsQuestion.Unknown($"The table {Name} is in {Organization ?? "system"} {(Organization is null ? SrsId : Code)}{(reason is null ? "." : $": {reason}")}");
    }

    /// <summary>A name as an identifier of SQL.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string? Text(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetString(column);

    // A view is a query of whoever made the file, and may never end.
    private static void RefuseView(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CASE type WHEN 'view' THEN 'view' ELSE 'virtual table' END FROM pragma_table_list WHERE name = $name COLLATE NOCASE AND type IN ('view', 'virtual')";
        command.Parameters.AddWithValue("$name", name);
        if (command.ExecuteScalar() is not string kind) return;
        throw new SourceRefusal("import_failed", $"\"{name}\" of the GeoPackage is a {kind}, and only tables are read: make tables of it (ogr2ogr -f GPKG out.gpkg in.gpkg) and bring that file.");
    }

    private static string? KeyOf(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info($table) WHERE pk = 1 AND upper(type) = 'INTEGER'";
        command.Parameters.AddWithValue("$table", table);
        return command.ExecuteScalar() as string;
    }

    private static long CountOf(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
