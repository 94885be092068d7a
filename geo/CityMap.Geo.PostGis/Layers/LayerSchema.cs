using CityMap.Geo.Layers;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>The statements that make a layer's tables, and that add fields to them.</summary>
internal static class LayerSchema
{
    /// <summary>What makes a new layer.</summary>
    public static string Create(LayerTable table) => table.Layer.Live ? CreateLive(table) : CreateStatic(table);

    /// <summary>What makes indexes for fields that had none.</summary>
    public static string Index(LayerTable table, IEnumerable<FieldInfo> fields) =>
        Indexes(table.Layer.Live ? table.Current : table.Static, fields);

    /// <summary>What adds fields to a layer; <paramref name="table"/> is the layer with them.</summary>
    public static string Add(LayerTable table, IReadOnlyList<FieldInfo> added)
    {
        if (added.Count == 0) return "";
        var columns = string.Join(", ", added.Select(f => $"ADD COLUMN {Names.Column(f.Name)} {Columns.Definition(f.Type)}"));
        return table.Layer.Live
            ? $"ALTER TABLE {table.Current} {columns}; ALTER TABLE {table.History} {columns};\n"
            : $"ALTER TABLE {table.Static} {columns}; {View(table)};\n{(table.Layer.Edited ? $"ALTER TABLE {table.History} {columns};\n" : "")}";
    }

    /// <summary>The indexes of a table of a static layer but for its primary key and that of its shapes.</summary>
    /// <param name="on">The table.</param>
    /// <param name="layer">The layer.</param>
    public static string FieldIndexes(string on, LayerInfo layer) => $"""
        CREATE INDEX ON {on} (id) WHERE geom IS NULL;
        {Indexes(on, layer.Fields)}
        """;

    /// <summary>What makes the table of the earlier versions of what is edited in a static layer.</summary>
    public static string CreateEdits(LayerTable table) => $"""
        CREATE TABLE {table.History} (
            _hid bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            occurred_from timestamptz NOT NULL,
            occurred_to timestamptz NOT NULL,
            id text COLLATE "C" NOT NULL,
            geom {Ewkb.ColumnType(table.Layer.Geometry)}{Definitions(table)}
        );
        CREATE INDEX ON {table.History} (id, occurred_to);
        CREATE INDEX ON {table.History} (occurred_to);
        CREATE INDEX ON {table.History} USING gist (geom);
        """;

    // Current rows change in place (HOT) as long as no indexed value changes and their page has room.
    private static string CreateLive(LayerTable table) => $"""
        CREATE TABLE {table.Current} (
            id text COLLATE "C" PRIMARY KEY,
            geom {Ewkb.ColumnType(table.Layer.Geometry)}{Definitions(table)}
        ) WITH (fillfactor = 80);
        CREATE INDEX ON {table.Current} USING gist (geom);
        {Indexes(table.Current, table.Layer.Fields)}
        CREATE TABLE {table.History} (
            from_seq bigint NOT NULL,
            to_seq bigint NOT NULL,
            occurred_from timestamptz NOT NULL,
            occurred_to timestamptz NOT NULL,
            id text COLLATE "C" NOT NULL,
            geom {Ewkb.ColumnType(table.Layer.Geometry)}{Definitions(table)},
            PRIMARY KEY (id, from_seq)
        ) WITH (fillfactor = 90);
        CREATE INDEX ON {table.History} (from_seq);
        """;

    private static string CreateStatic(LayerTable table) => $"""
        CREATE TABLE {table.Static} (
            generation bigint NOT NULL,
            id text COLLATE "C" NOT NULL,
            geom {Ewkb.ColumnType(table.Layer.Geometry)}{Definitions(table)},
            PRIMARY KEY (generation, id)
        );
        CREATE INDEX ON {table.Static} USING gist (geom);
        {FieldIndexes(table.Static, table.Layer)}
        {View(table)}
        """;

    /// <summary>
    /// The view of what can be seen of a static layer. An import becomes visible to everybody in one moment: by a row of the catalogue.
    /// </summary>
    public static string View(LayerTable table) => $"""
        CREATE OR REPLACE VIEW {table.Current} AS SELECT {table.ColumnList} FROM {table.Static}
        WHERE generation = ANY ((SELECT generations FROM citymap_store.layers WHERE layers.id = '{table.Layer.Id}')::bigint[])
        """;

    private static string Definitions(LayerTable table) =>
        string.Concat(table.Layer.Fields.Select(f => $",\n    {Names.Column(f.Name)} {Columns.Definition(f.Type)}"));

    private static string Indexes(string on, IEnumerable<FieldInfo> fields) =>
        string.Concat(fields.Where(f => f.Indexed).Select(f => $"CREATE INDEX ON {on} ({Names.Column(f.Name)});\n"));
}
