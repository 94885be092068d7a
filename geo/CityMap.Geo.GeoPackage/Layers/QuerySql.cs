using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>A query as SQL over the current table or the history, with bound values only.</summary>
internal sealed class QuerySql
{
    // Beyond this many the values go as one JSON array: SQLite limits the parameters of a statement.
    private const int MostParameters = 200;
    private readonly List<string> _conditions = [];
    private readonly bool _undone;

    /// <summary>Translates a query that was checked by <see cref="QueryRules"/>.</summary>
    /// <param name="layer">The layer asked.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="everyVersion">True to look at the whole history of a live layer, not at one moment of it.</param>
    public QuerySql(LayerTable layer, FeatureQuery query, bool everyVersion = false)
    {
        Layer = layer;
        var past = everyVersion || (query.AsOf is not null && layer.Info.Live);
        _undone = !past && query.AsOf is not null && layer.Info.Edited;
        From = past ? LayerTable.Quote(layer.History) : _undone ? layer.AsOf : LayerTable.Quote(layer.Name);
        if (_undone) Values.AddRange(Enumerable.Repeat(StoredText.OfValue(query.AsOf), 3));
        var (tree, key) = past ? (layer.HistoryTree, "t.hid") : (layer.Tree, "t.fid");
        if (everyVersion)
        {
            Add("(t.occurred_to IS NULL OR t.occurred_to > t.occurred_from)");
        }
        else if (past)
        {
            Add("t.occurred_from <= ? AND (t.occurred_to IS NULL OR t.occurred_to > ?)", query.AsOf, query.AsOf);
        }

        if (query.Within is { } bounds) AddBoxes(bounds.Split(), tree, key, query.PlacelessToo);
        if (query.Shape is { } shape)
        {
            var box = shape.EnvelopeInternal;
            Add($"{InTree(tree, key)} AND citymap_in_area(t.geom, ?)",
                box.MinX, box.MaxX, box.MinY, box.MaxY, GeometryBlob.Write(shape, promote: false));
        }

        foreach (var test in query.Where) AddTest(test);
        if (QueryRules.Bind(layer.Info, query) is { } filter) AddFilter(filter, tree, key);
        if (!query.Audience.SeesAll && layer.Index.ContainsKey("district"))
        {
            AddTest(new("district", Comparison.In, [.. query.Audience.Areas!.Order(StringComparer.Ordinal)]));
        }
    }

    public LayerTable Layer { get; }

    public string From { get; }

    public List<object?> Values { get; } = [];

    /// <summary>What the reading connection must hold while the query runs; null without a filter.</summary>
    public RowFilter? Filter { get; private set; }

    /// <summary>True when nothing narrows the layer down.</summary>
    public bool IsEverything => _conditions.Count == 0 && !_undone;

    public string Where => _conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", _conditions);

    /// <summary>
    /// One page of a query of the present that is narrowed down, and the number of all its matches: number, then the columns of a feature, which are null
    /// when there is none. The conditions are tested once for both: what is counted is kept by its row and its order, and only the page is read whole.
    /// </summary>
    public string PageOf(FeatureQuery query, PageToken? after)
    {
        var kept = query.OrderBy == "id" ? "t.fid, t.id" : $"t.fid, t.id, {LayerTable.ColumnOf(query.OrderBy)}";
        var matched = $"WITH matched AS MATERIALIZED (SELECT {kept} FROM {From} t{Where})";
        _conditions.Clear();
        if (after is not null) AddAfter(query, after);
        return $"""
            {matched} SELECT counted.n, {Layer.ReadColumns} FROM (SELECT count(*) AS n FROM matched) counted
            LEFT JOIN (SELECT t.fid FROM matched t{Where}{OrderBy(query)} LIMIT ? OFFSET ?) page
            LEFT JOIN {From} t ON t.fid = page.fid{OrderBy(query)}
            """;
    }

    /// <summary>Continues after a feature: nulls last, ties by id.</summary>
    public void AddAfter(FeatureQuery query, PageToken after)
    {
        var column = LayerTable.ColumnOf(query.OrderBy);
        var beyond = query.Descending ? "<" : ">";
        if (query.OrderBy == "id") Add($"t.id {beyond} ?", after.Id);
        else if (after.Value is null) Add($"({column} IS NULL AND t.id > ?)", after.Id);
        else Add($"({column} {beyond} ? OR ({column} = ? AND t.id > ?) OR {column} IS NULL)", after.Value, after.Value, after.Id);
    }

    public static string OrderBy(FeatureQuery query)
    {
        var direction = query.Descending ? "DESC" : "ASC";
        return query.OrderBy == "id" ? $" ORDER BY t.id {direction}" : $" ORDER BY {LayerTable.ColumnOf(query.OrderBy)} {direction} NULLS LAST, t.id";
    }

    private void AddBoxes(IReadOnlyList<Geo.Coordinates.Bounds> boxes, string tree, string key, bool placelessToo)
    {
        var parts = new List<string>();
        foreach (var box in boxes)
        {
            Values.AddRange([box.West, box.East, box.South, box.North]);
            if (_undone)
            {
                parts.Add($"({InTree(tree, key)} AND citymap_in_box(t.geom, ?, ?, ?, ?))");
            }
            else
            {
                // What the tree knows to lie wholly within the box meets it: only shapes on its edge are looked at.
                parts.Add($"""
                    {key} IN (SELECT r.id FROM "{tree}" r WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?
                    AND ((r.minx >= ? AND r.maxx <= ? AND r.miny >= ? AND r.maxy <= ?) OR citymap_in_box((SELECT e.geom FROM {From} e WHERE e.{key[2..]} = r.id), ?, ?, ?, ?)))
                    """);
                Values.AddRange([box.West, box.East, box.South, box.North]);
            }

            Values.AddRange([box.West, box.South, box.East, box.North]);
        }

        // As rows and not as a further condition: that one would have every row of the layer looked at.
        if (placelessToo) parts.Add(_undone ? "t.geom IS NULL" : $"{key} IN (SELECT p.{key[2..]} FROM {From} p WHERE p.geom IS NULL)");
        _conditions.Add($"({string.Join(" OR ", parts)})");
    }

    private void AddFilter(Cql2Expression filter, string tree, string key)
    {
        if (FilterReach.Of(filter) is { } box)
        {
            Add(InTree(tree, key), box.MinX, box.MaxX, box.MinY, box.MaxY);
        }

        var simple = new FilterPrefilter(Values);
        _conditions.AddRange(simple.Conditions(Layer, filter));
        Filter = new RowFilter(Layer, filter);
        _conditions.Add(Filter.Condition);
    }

    // East, west, north and south edges follow as parameters.
    private string InTree(string tree, string key)
    {
        var within = $"{key} IN (SELECT id FROM \"{tree}\" WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)";
        return _undone ? $"({key} < 0 OR {within})" : within;
    }

    private void AddTest(FieldTest test)
    {
        var column = LayerTable.ColumnOf(test.Field);
        switch (test.Comparison)
        {
            case Comparison.In:
                if (test.Values.Count == 0) Add("0");
                else Add($"{column} IN ({Holes(test.Values)})", Bound(test.Values));
                break;
            case Comparison.NotIn:
                if (test.Values.Count == 0) Add($"{column} IS NOT NULL");
                else Add($"{column} NOT IN ({Holes(test.Values)})", Bound(test.Values));
                break;
            case Comparison.AtLeast: Add($"{column} >= ?", test.Values[0]); break;
            case Comparison.LessThan: Add($"{column} < ?", test.Values[0]); break;
            case Comparison.IsNull: Add($"{column} IS NULL"); break;
            case Comparison.IsNotNull: Add($"{column} IS NOT NULL"); break;
            default: AddContains(test); break;
        }
    }

    private void AddContains(FieldTest test)
    {
        var fields = test.Apart().Select(alone => $"citymap_contains(citymap_fold({LayerTable.ColumnOf(alone.Field)}), ?)").ToList();
        var word = TextFold.Fold((string)test.Values[0]);
        Add($"({string.Join(" OR ", fields)})", [.. Enumerable.Repeat(word, fields.Count)]);
    }

    private static string Holes(IReadOnlyList<object> values) =>
        values.Count <= MostParameters ? string.Join(", ", Enumerable.Repeat("?", values.Count)) : "SELECT value FROM json_each(?)";

    private static object?[] Bound(IReadOnlyList<object> values) =>
        values.Count <= MostParameters ? [.. values] : [JsonValues.Write(values)];

    private void Add(string condition, params ReadOnlySpan<object?> values)
    {
        _conditions.Add(condition);
        foreach (var value in values) Values.Add(StoredText.OfValue(value));
    }
}
