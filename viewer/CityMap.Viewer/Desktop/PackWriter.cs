using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityMap.Viewer.Desktop;

/// <summary>Writes a pack as an OGC GeoPackage 1.3 (OGC 12-128r17): a table per layer with id, properties as JSON text, and geometry.</summary>
internal static class PackWriter
{
    // "GPKG", and version 1.3.0.
    private const string Frame =
        """
        PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL), ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
          ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', NULL);
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL PRIMARY KEY REFERENCES gpkg_contents(table_name), column_name TEXT NOT NULL,
          geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
        CREATE TABLE pack (fid INTEGER PRIMARY KEY, saved_at DATETIME NOT NULL, sequence INTEGER NOT NULL);
        """;

    /// <summary>Writes a new file.</summary>
    public static void Write(string path, OfflinePack pack, CancellationToken cancellationToken)
    {
        using var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        file.Open();
        Run(file, Frame);
        using var whole = file.BeginTransaction();
        var saved = pack.SavedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        Run(file, "INSERT INTO gpkg_contents VALUES ('pack','attributes','pack','',$at,NULL,NULL,NULL,NULL,0); INSERT INTO pack VALUES (1,$at,$sequence)", ("$at", saved), ("$sequence", pack.Sequence));
        foreach (var (layer, title, features) in pack.Layers)
        {
            var table = '"' + layer.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
            var box = new Envelope();
            foreach (var feature in features) box.ExpandToInclude(feature.Geometry?.EnvelopeInternal ?? new Envelope());
            Run(file, $"CREATE TABLE {table} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT NOT NULL UNIQUE, properties TEXT NOT NULL, geom GEOMETRY)");
            Run(
                file,
                "INSERT INTO gpkg_contents VALUES ($t,'features',$title,'',$at,$w,$s,$e,$n,4326); INSERT INTO gpkg_geometry_columns VALUES ($t,'geom','GEOMETRY',4326,0,0)",
                ("$t", layer), ("$title", title.Length == 0 ? layer : $"{title} ({layer})"), ("$at", saved), ("$w", Edge(box, box.MinX)), ("$s", Edge(box, box.MinY)), ("$e", Edge(box, box.MaxX)), ("$n", Edge(box, box.MaxY)));
            foreach (var feature in features)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Run(file, $"INSERT INTO {table} (id, properties, geom) VALUES ($id,$p,$g)", ("$id", feature.Id), ("$p", Properties(feature.Attributes)), ("$g", Blob(feature.Geometry)));
            }
        }

        whole.Commit();
    }

    private static object Edge(Envelope box, double value) => box.IsNull ? DBNull.Value : value;

    // Clause 2.1.3: "GP", version 0, little endian without envelope, the system's number, then WKB.
    private static object Blob(Geometry? shape)
    {
        if (shape is null) return DBNull.Value;
        var wkb = new WKBWriter(ByteOrder.LittleEndian, false).Write(shape);
        var blob = new byte[8 + wkb.Length];
        (blob[0], blob[1], blob[3]) = ((byte)'G', (byte)'P', (byte)(shape.IsEmpty ? 0x11 : 0x01));
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(4), 4326);
        wkb.CopyTo(blob, 8);
        return blob;
    }

    private static string Properties(IReadOnlyDictionary<string, object?> values)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
            {
                json.WritePropertyName(name);
                switch (value)
                {
                    case null: json.WriteNullValue(); break;
                    case bool flag: json.WriteBooleanValue(flag); break;
                    case long whole: json.WriteNumberValue(whole); break;
                    case double number: json.WriteNumberValue(number); break;
                    case DateTimeOffset moment: json.WriteStringValue(moment); break;
                    default: json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture)); break;
                }
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Run(SqliteConnection file, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }
}
