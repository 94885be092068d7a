using System.Globalization;
using CityMap.Geo.Layers;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Xunit;

namespace CityMap.Stores.Tests.Cql2;

/// <summary>The data of the abstract test suite of CQL2, from the folder named by CITYMAP_TESTDATA, as layers and features.</summary>
internal static class OfficialData
{
    private static readonly string[] _tables = ["ne_110m_admin_0_countries", "ne_110m_populated_places_simple", "ne_110m_rivers_lake_centerlines"];

    /// <summary>The path of a file; skips the test when the folder is absent, fails it in continuous integration.</summary>
    public static string Path(string relative)
    {
        var folder = Environment.GetEnvironmentVariable("CITYMAP_TESTDATA") ?? "";
        var path = System.IO.Path.Combine(folder, "cql2", relative);
        if (System.IO.Path.Exists(path)) return path;
        var message = $"The test data cql2/{relative} is not there: set CITYMAP_TESTDATA to the folder that holds it.";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(message);
        Assert.Skip(message);
        return path;
    }

    /// <summary>Predicates with the number of features each must match.</summary>
    public static List<(string Layer, string Text, long Expected)> Rows() =>
        [.. File.ReadLines(Path("expected_counts.tsv")).Skip(1).Select(line => line.Split('\t')).Select(c => (c[1], c[2], long.Parse(c[3], CultureInfo.InvariantCulture)))];

    /// <summary>Every table as a layer.</summary>
    public static IEnumerable<(LayerInfo Layer, List<Feature> Features)> Layers()
    {
        using var connection = new SqliteConnection($"Data Source={Path("ne110m4cql2.gpkg")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        foreach (var table in _tables) yield return Read(connection, table);
    }

    private static (LayerInfo Layer, List<Feature> Features) Read(SqliteConnection connection, string table)
    {
        var columns = new List<(string Name, string Type)>();
        using (var info = connection.CreateCommand())
        {
            info.CommandText = $"SELECT name, type FROM pragma_table_info('{table}') WHERE name NOT IN ('fid', 'geom')";
            using var reader = info.ExecuteReader();
            while (reader.Read()) columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        var fields = columns.ConvertAll(c => new FieldInfo(c.Name.ToLowerInvariant(), TypeOf(c.Type), new(c.Name, c.Name)));
        var kind = table.Contains("places", StringComparison.Ordinal) ? GeometryKind.Point : table.Contains("rivers", StringComparison.Ordinal) ? GeometryKind.Line : GeometryKind.Polygon;
        var features = new List<Feature>();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT fid, geom, {string.Join(", ", columns.Select(c => $"\"{c.Name}\""))} FROM {table}";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var values = new Dictionary<string, object?>();
            for (var i = 0; i < fields.Count; i++)
            {
                if (!rows.IsDBNull(i + 2)) values[fields[i].Name] = Value(fields[i].Type, rows.GetValue(i + 2));
            }

            features.Add(new(rows.GetInt64(0).ToString(CultureInfo.InvariantCulture), new GeoPackageGeoReader().Read(rows.GetFieldValue<byte[]>(1)), values));
        }

        return (new LayerInfo(table, new(table, table), kind, fields), features);
    }

    private static FieldType TypeOf(string type) => type.Split('(')[0] switch
    {
        "INTEGER" or "MEDIUMINT" => FieldType.Integer,
        "REAL" => FieldType.Real,
        "BOOLEAN" => FieldType.Boolean,
        "DATE" or "DATETIME" => FieldType.Timestamp,
        _ => FieldType.Text,
    };

    private static object Value(FieldType type, object value) => type switch
    {
        FieldType.Integer => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        FieldType.Real => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        FieldType.Boolean => Convert.ToInt64(value, CultureInfo.InvariantCulture) != 0,
        FieldType.Timestamp => DateTimeOffset.Parse((string)value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => ((string)value).Normalize(),
    };

    // A header of 8 bytes, then 32 of envelope where flag bit 1 says so, then WKB (OGC 12-128r18 §2.1.3).
    private sealed class GeoPackageGeoReader
    {
        public Geometry Read(byte[] blob)
        {
            var shape = new WKBReader().Read(blob[(8 + ((blob[3] & 0b1110) == 0 ? 0 : 32))..]);

            // The data reach 6e-14 degrees beyond the antimeridian.
            foreach (var position in shape.Coordinates) position.X = Math.Clamp(position.X, -180, 180);
            return shape;
        }
    }
}
