using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.GeoPackage;

/// <summary>The SQL of a GeoPackage with one layer.</summary>
/// <param name="layer">The layer.</param>
/// <param name="crs">The system of its coordinates.</param>
/// <param name="now">When it is written.</param>
internal sealed class GeoPackageSchema(LayerInfo layer, Crs crs, DateTimeOffset now)
{
    // "GPKG", and version 1.3.0.
    private const string Frame =
        """
        PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        INSERT INTO gpkg_spatial_ref_sys VALUES ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL), ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL);
        """;

    private readonly string _key = Free(layer, "fid");
    private readonly string _geometry = Free(layer, "geom");

    private string Table => GeoPackageTable.Quote(layer.Id);

    private string Tree => GeoPackageTable.Quote($"rtree_{layer.Id}_{_geometry}");

    /// <summary>Everything before the first row.</summary>
    public string Begin
    {
        get
        {
            var systems = crs.Code == CrsCatalogue.Wgs84.Code ? [crs] : new[] { CrsCatalogue.Wgs84, crs };
            var rows = systems.Select(s => string.Create(CultureInfo.InvariantCulture, $"INSERT INTO gpkg_spatial_ref_sys VALUES ({Text(s.Name)}, {s.Code}, 'EPSG', {s.Code}, {Text(CrsText.Ogc(s))}, NULL);"));
            var columns = string.Concat(layer.Fields.Select(column => $", {GeoPackageTable.Quote(column.Name)} {TypeOf(column.Type)}"));
            return $"""
                {Frame}{string.Concat(rows)}
                CREATE TABLE {Table} ({GeoPackageTable.Quote(_key)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, {GeoPackageTable.Quote(_geometry)} GEOMETRY, id TEXT NOT NULL{columns});
                CREATE VIRTUAL TABLE {Tree} USING rtree(id, minx, maxx, miny, maxy);
                """;
        }
    }

    /// <summary>Inserts a row: key, geometry, id, fields.</summary>
    public string Insert => $"INSERT INTO {Table} VALUES ({string.Join(", ", Enumerable.Range(0, layer.Fields.Count + 3).Select(i => FormattableString.Invariant($"${i}")))})";

    /// <summary>Inserts a box: key, west, east, south, north.</summary>
    public string InsertBox => $"INSERT INTO {Tree} VALUES ($0, $1, $2, $3, $4)";

    /// <summary>Everything after the last row.</summary>
    /// <param name="type">The kind of geometry, in capitals.</param>
    /// <param name="extent">Where the rows lie.</param>
    public string End(string type, Envelope extent)
    {
        var box = extent.IsNull ? "NULL, NULL, NULL, NULL" : string.Join(", ", new[] { extent.MinX, extent.MinY, extent.MaxX, extent.MaxY }.Select(n => n.ToString("R", CultureInfo.InvariantCulture)));
        var at = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO gpkg_contents VALUES ({Text(layer.Id)}, 'features', {Text(layer.Id)}, {Text(layer.Title.Vi)}, '{at}', {box}, {crs.Code});
            INSERT INTO gpkg_geometry_columns VALUES ({Text(layer.Id)}, '{_geometry}', '{type}', {crs.Code}, 0, 0);
            INSERT INTO gpkg_extensions VALUES ({Text(layer.Id)}, '{_geometry}', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
            {Triggers}
            """);
    }

    // Annex F.3: they keep the tree in step when somebody edits the file. The functions they call are the editing program's.
    private string Triggers
    {
        get
        {
            var (key, geometry) = (GeoPackageTable.Quote(_key), GeoPackageTable.Quote(_geometry));
            var there = $"(NEW.{geometry} NOTNULL AND NOT ST_IsEmpty(NEW.{geometry}))";
            var gone = $"(NEW.{geometry} ISNULL OR ST_IsEmpty(NEW.{geometry}))";
            var put = $"INSERT OR REPLACE INTO {Tree} VALUES (NEW.{key}, ST_MinX(NEW.{geometry}), ST_MaxX(NEW.{geometry}), ST_MinY(NEW.{geometry}), ST_MaxY(NEW.{geometry}));";
            var drop = $"DELETE FROM {Tree} WHERE id = OLD.{key};";
            return $"""
                CREATE TRIGGER {Named("insert")} AFTER INSERT ON {Table} WHEN {there} BEGIN {put} END;
                CREATE TRIGGER {Named("update1")} AFTER UPDATE OF {geometry} ON {Table} WHEN OLD.{key} = NEW.{key} AND {there} BEGIN {put} END;
                CREATE TRIGGER {Named("update2")} AFTER UPDATE OF {geometry} ON {Table} WHEN OLD.{key} = NEW.{key} AND {gone} BEGIN {drop} END;
                CREATE TRIGGER {Named("update3")} AFTER UPDATE ON {Table} WHEN OLD.{key} != NEW.{key} AND {there} BEGIN {drop} {put} END;
                CREATE TRIGGER {Named("update4")} AFTER UPDATE ON {Table} WHEN OLD.{key} != NEW.{key} AND {gone} BEGIN DELETE FROM {Tree} WHERE id IN (OLD.{key}, NEW.{key}); END;
                CREATE TRIGGER {Named("delete")} AFTER DELETE ON {Table} WHEN OLD.{geometry} NOT NULL BEGIN {drop} END;
                """;
        }
    }

    private string Named(string what) => GeoPackageTable.Quote($"rtree_{layer.Id}_{_geometry}_{what}");

    private static string TypeOf(FieldType type) => type switch
    {
        FieldType.Integer => "INTEGER",
        FieldType.Real => "DOUBLE",
        FieldType.Boolean => "BOOLEAN",
        FieldType.Timestamp => "DATETIME",
        _ => "TEXT",
    };

    private static string Free(LayerInfo layer, string name)
    {
        while (layer.Fields.Any(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) name += "_";
        return name;
    }

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
