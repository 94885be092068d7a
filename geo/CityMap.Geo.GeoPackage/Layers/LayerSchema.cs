using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Layers;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>Makes and widens the tables of a layer.</summary>
internal static class LayerSchema
{
    private static readonly string[] Reserved = ["gpkg_", "rtree_", "sqlite_", "citymap_", "idx_", "ix_"];
    private static readonly string[] OwnTables = ["journal", "journal_head"];

    /// <summary>Refuses names that belong to the store itself, or to tables that other programs have put into the file.</summary>
    public static void CheckName(Db db, LayerInfo layer, Catalogue catalogue)
    {
        var id = layer.Id;
        var taken = OwnTables.Contains(id)
            || Reserved.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal))
            || catalogue.All.Any(t => t.Info.Live && t.History == id)
            || db.Number("SELECT 1 FROM sqlite_master WHERE name = ? OR (? AND name = ?)", id, layer.Live, LayerTable.HistoryOf(id)) is not null
            || (layer.Live && catalogue.TryGet(LayerTable.HistoryOf(id)) is not null);
        if (taken) throw new StoreException(StoreProblem.LayerConflict, $"The name {id} is already used within the store's file.");
    }

    /// <summary>The current table of a layer under some name, without triggers; imports stage into one under another name.</summary>
    public static void CreateTable(Db db, LayerTable layer, string name)
    {
        db.Execute($"CREATE TABLE {Q(name)} (fid INTEGER PRIMARY KEY NOT NULL, geom {GeometryType(layer.Info.Geometry)}, id TEXT NOT NULL UNIQUE{FieldColumns(layer)})");
        db.Execute($"CREATE VIRTUAL TABLE {Q(LayerTable.TreeOf(name))} USING rtree(id, minx, maxx, miny, maxy)");
        CreateIndexes(db, layer, name, layer.Info.Fields);

        // Few have no place; those that match a box nevertheless must not cost a walk through all.
        CreateIndex(db, $"{layer.Name}_geom_none", $"{Q(name)} (id) WHERE geom IS NULL");
    }

    public static void CreateHistory(Db db, LayerTable layer)
    {
        db.Execute($"""
            CREATE TABLE {Q(layer.History)} (hid INTEGER PRIMARY KEY NOT NULL, from_seq INTEGER NOT NULL, to_seq INTEGER,
              occurred_from TEXT NOT NULL, occurred_to TEXT, geom {GeometryType(layer.Info.Geometry)}, id TEXT NOT NULL{FieldColumns(layer)});
            CREATE VIRTUAL TABLE {Q(layer.HistoryTree)} USING rtree(id, minx, maxx, miny, maxy);
            """);
        CreateIndex(db, $"{layer.History}_id", $"{Q(layer.History)} (id, from_seq)");
        CreateIndex(db, $"{layer.History}_seq", $"{Q(layer.History)} (from_seq)");
        CreateIndex(db, $"{layer.History}_occurred", $"{Q(layer.History)} (occurred_to, occurred_from)");
        Guards.Create(db, layer.History);
    }

    /// <summary>Makes the table of the earlier versions of what is edited in a static layer.</summary>
    public static void CreateEdits(Db db, LayerTable layer)
    {
        db.Execute($"""
            CREATE TABLE {Q(layer.Edits)} (hid INTEGER PRIMARY KEY NOT NULL, occurred_from TEXT NOT NULL, occurred_to TEXT NOT NULL,
              geom {GeometryType(layer.Info.Geometry)}, id TEXT NOT NULL{FieldColumns(layer)})
            """);
        CreateIndex(db, $"{layer.Edits}_id", $"{Q(layer.Edits)} (id, occurred_to)");
        CreateIndex(db, $"{layer.Edits}_occurred", $"{Q(layer.Edits)} (occurred_to, occurred_from)");
        Guards.Create(db, layer.Edits);
    }

    /// <summary>Tells the GeoPackage about a layer's table and guards it.</summary>
    public static void Register(Db db, LayerTable layer, string now)
    {
        var info = layer.Info;
        RTreeTriggers.Create(db, info.Id);
        Guards.Create(db, info.Id);
        db.Run("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES (?, 'features', ?, ?, ?, 4326)",
            info.Id, info.Id, info.Title.Vi, now);
        db.Run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", info.Id, GeometryType(info.Geometry));
        db.Run("INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')", info.Id);
    }

    /// <summary>Adds the columns and indexes a wider definition has.</summary>
    public static void Widen(Db db, LayerTable before, LayerTable after)
    {
        var added = after.Info.Fields.Where(f => !before.Index.ContainsKey(f.Name)).ToArray();
        AddColumns(db, after.Name, added);
        if (after.Info.Live) AddColumns(db, after.History, added);
        if (after.Info.Edited) AddColumns(db, after.Edits, added);

        var indexed = before.Info.Fields.Where(f => f.Indexed).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        CreateIndexes(db, after, after.Name, after.Info.Fields.Where(f => !indexed.Contains(f.Name)));
    }

    public static void AddColumns(Db db, string table, IEnumerable<FieldInfo> fields)
    {
        foreach (var field in fields) db.Execute($"ALTER TABLE {Q(table)} ADD COLUMN {LayerTable.Column(field.Name)} {ColumnType(field.Type)}");
    }

    /// <summary>The kind a GeoPackage layer declares.</summary>
    public static string GeometryType(GeometryKind kind) => kind switch
    {
        GeometryKind.Point => "POINT",
        GeometryKind.Line => "MULTILINESTRING",
        GeometryKind.Polygon => "MULTIPOLYGON",
        _ => "GEOMETRY",
    };

    private static void CreateIndexes(Db db, LayerTable layer, string table, IEnumerable<FieldInfo> fields)
    {
        foreach (var field in fields.Where(f => f.Indexed))
        {
            CreateIndex(db, $"{layer.Name}_{field.Name}", $"{Q(table)} ({LayerTable.Column(field.Name)}, id)");
        }
    }

    // A table takes its indexes along when an import puts it in another's place, and an index cannot be renamed: whatever a layer's
    // earlier tables left, in this run or one before, keeps its name, and the new one takes the next that is free.
    private static void CreateIndex(Db db, string subject, string on)
    {
        var name = $"ix_{subject}";
        for (var n = 2; db.Number("SELECT 1 FROM sqlite_master WHERE name = ? COLLATE NOCASE", name) is not null; n++) name = $"ix_{subject}_{n}";
        db.Execute($"CREATE INDEX {Q(name)} ON {on}");
    }

    private static string FieldColumns(LayerTable layer) =>
        string.Concat(layer.Info.Fields.Select((f, i) => $", {layer.Columns[i]} {ColumnType(f.Type)}"));

    private static string ColumnType(FieldType type) => type switch
    {
        FieldType.Text => "TEXT",
        FieldType.Integer => "INTEGER",
        FieldType.Real => "REAL",
        FieldType.Boolean => "BOOLEAN",
        _ => "DATETIME",
    };

    private static string Q(string name) => LayerTable.Quote(name);
}
