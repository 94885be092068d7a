using System.Collections.Frozen;
using CityMap.Geo.Layers;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>How one layer is kept: its tables, its columns, and the SQL that writes them. Immutable.</summary>
internal sealed class LayerTable
{
    // Columns of ours (and SQLite's names for the row id) that a field may share its name with; such a field gets an underscore,
    // which no field name begins with.
    private static readonly FrozenSet<string> Taken =
        new[] { "fid", "geom", "hid", "from_seq", "to_seq", "occurred_from", "occurred_to", "rowid", "oid" }.ToFrozenSet(StringComparer.Ordinal);

    public LayerTable(LayerInfo info)
    {
        Info = info;
        Columns = [.. info.Fields.Select(f => Column(f.Name))];
        Index = info.Fields.Select((f, i) => (f.Name, i)).ToFrozenDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        ReadColumns = string.Join(", ", (string[])["t.id", "t.geom", .. Columns.Select(c => $"t.{c}")]);
        var all = string.Join(", ", (string[])["geom", "id", .. Columns]);
        var holes = string.Join(", ", Columns.Select(_ => "?").Prepend("?").Prepend("?"));
        Insert = $"INSERT INTO {Quote(info.Id)} ({all}) VALUES ({holes})";
        Update = $"UPDATE {Quote(info.Id)} SET {string.Join(", ", Columns.Prepend("geom").Select(c => $"{c} = ?"))} WHERE id = ?";
        Delete = $"DELETE FROM {Quote(info.Id)} WHERE id = ?";
        InsertHistory = $"INSERT INTO {Quote(History)} (from_seq, to_seq, occurred_from, occurred_to, {all}) VALUES (?, ?, ?, ?, {holes})";
        InsertHistoryBox = $"INSERT INTO {Quote(HistoryTree)} VALUES (?, ?, ?, ?, ?)";
        CloseHistory = $"UPDATE {Quote(History)} SET to_seq = ?, occurred_to = max(?, occurred_from) WHERE id = ? AND to_seq IS NULL RETURNING occurred_to";
        var current = string.Join(", ", (string[])["c.geom", "c.id", .. Columns.Select(c => $"c.{c}")]);
        InsertBefore = $"INSERT INTO {Quote(Edits)} (occurred_from, occurred_to, {all}) SELECT ?, ?, {current} FROM {Quote(info.Id)} c WHERE c.id = ?";
        InsertAbsent = $"INSERT INTO {Quote(Edits)} (occurred_from, occurred_to, id) VALUES (?1, ?1, ?2)";
        LastEdit = $"SELECT max(occurred_to) FROM {Quote(Edits)} WHERE id = ?";
        CloseEdits = $"""
            INSERT INTO {Quote(Edits)} (occurred_from, occurred_to, {string.Join(", ", Columns.Prepend("geom").Prepend("id"))})
            SELECT CASE WHEN c.id IS NULL THEN max(l.last, ?1) ELSE l.last END, max(l.last, ?1), l.id, {string.Join(", ", Columns.Prepend("geom").Select(c => $"c.{c}"))}
            FROM (SELECT id, max(occurred_to) AS last FROM {Quote(Edits)} GROUP BY id) l LEFT JOIN {Quote(info.Id)} c ON c.id = l.id
            """;
        AsOf = $"""
            (SELECT c.fid AS fid, {current} FROM {Quote(info.Id)} c WHERE NOT EXISTS (SELECT 1 FROM {Quote(Edits)} e WHERE e.id = c.id AND e.occurred_to > ?)
            UNION ALL SELECT -c.hid, {current} FROM {Quote(Edits)} c WHERE c.occurred_from <= ? AND c.occurred_to > ?)
            """;
        LastClosed = $"SELECT occurred_to FROM {Quote(History)} WHERE id = ? ORDER BY from_seq DESC LIMIT 1";
    }

    public LayerInfo Info { get; }

    /// <summary>Quoted column of each field, in order.</summary>
    public string[] Columns { get; }

    public FrozenDictionary<string, int> Index { get; }

    /// <summary>id, geom and the fields of the table called t.</summary>
    public string ReadColumns { get; }

    public string Insert { get; }

    public string Update { get; }

    public string Delete { get; }

    public string InsertHistory { get; }

    public string InsertHistoryBox { get; }

    public string CloseHistory { get; }

    public string LastClosed { get; }

    /// <summary>Keeps a feature of a static layer as it is; from, to, id.</summary>
    public string InsertBefore { get; }

    /// <summary>Keeps that there was no feature: a version of no length, which shows nothing and hides what came later; moment, id.</summary>
    public string InsertAbsent { get; }

    /// <summary>When a feature was last edited.</summary>
    public string LastEdit { get; }

    /// <summary>Keeps whatever was ever edited as it is before an import takes its place; moment.</summary>
    public string CloseEdits { get; }

    /// <summary>
    /// The layer as of a moment (three times): what was not edited since, and what was edited since as it was before. The latter have negative row
    /// numbers and are in no tree.
    /// </summary>
    public string AsOf { get; }

    /// <summary>The earlier versions of what was edited in a static layer.</summary>
    public string Edits => $"citymap_edits_{Info.Id}";

    public string Name => Info.Id;

    public string History => HistoryOf(Info.Id);

    public string Tree => TreeOf(Info.Id);

    public string HistoryTree => $"citymap_tree_{Info.Id}_history";

    /// <summary>True when single lines and areas are kept as "multi" shapes.</summary>
    public bool Promotes => Info.Geometry is GeometryKind.Line or GeometryKind.Polygon;

    public static string HistoryOf(string layer) => $"{layer}_history";

    public static string TreeOf(string table) => $"rtree_{table}_geom";

    public static string Column(string field) => Quote(Taken.Contains(field) ? "_" + field : field);

    /// <summary>The column to compare or order by; <c>id</c> is the feature's own.</summary>
    public static string ColumnOf(string field) => field == "id" ? "t.id" : $"t.{Column(field)}";

    public static string Quote(string name) => $"\"{name}\"";
}
