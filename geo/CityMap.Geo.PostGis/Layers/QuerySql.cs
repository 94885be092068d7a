using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using NetTopologySuite.Geometries;
using Npgsql;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>A query as the end of a SELECT: its source and conditions. Every value is a bound parameter.</summary>
internal sealed class QuerySql
{
    private readonly LayerTable _table;
    private readonly List<string> _conditions = [];
    private readonly bool _undone;

    /// <summary>Translates a query that was checked by <see cref="QueryRules"/>.</summary>
    /// <param name="table">The layer asked.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="everyVersion">True to look at the whole history of a live layer, not at one moment of it.</param>
    public QuerySql(LayerTable table, FeatureQuery query, bool everyVersion = false)
    {
        _table = table;
        Source = everyVersion ? table.History : table.Current;
        if (everyVersion)
        {
            _conditions.Add("occurred_to > occurred_from");
        }
        else if (query.AsOf is { } moment && table.Layer.Live)
        {
            Source = table.History;
            var at = Bind(Columns.Instant(moment));
            _conditions.Add($"occurred_from <= {at} AND occurred_to > {at}");
        }
        else if (query.AsOf is { } past && table.Layer.Edited)
        {
            Source = AsOf(Bind(Columns.Instant(past)));
            _undone = true;
        }

        if (query.Within is { } box) _conditions.Add($"({string.Join(" OR ", box.Split().Select(Meets))}{(query.PlacelessToo ? " OR geom IS NULL" : "")})");
        if (query.Shape is { } shape) _conditions.Add(Meets(shape));
        if (query.Audience.Areas is { } areas && table.Layer.Fields.Any(f => f.Name == "district"))
        {
            _conditions.Add($"\"district\" = ANY ({Bind(areas.ToArray())})");
        }

        foreach (var test in query.Where) _conditions.Add(Condition(test));
        if (QueryRules.Bind(table.Layer, query) is { } filter) _conditions.Add(new FilterSql(Bind).Write(filter));
    }

    /// <summary>True when nothing narrows the layer down.</summary>
    public bool IsEverything => _conditions.Count == 0 && !_undone;

    /// <summary>Where the features are.</summary>
    public string Source { get; }

    /// <summary>The conditions; never empty.</summary>
    public string Where => _conditions.Count == 0 ? "true" : string.Join(" AND ", _conditions);

    /// <summary>The parameters, in order.</summary>
    public List<NpgsqlParameter> Parameters { get; } = [];

    /// <summary>The order of a query: nulls last, ties by id.</summary>
    public static string Order(FeatureQuery query, string prefix)
    {
        var direction = query.Descending ? "DESC" : "ASC";
        return query.OrderBy == "id" ? $"{prefix}id {direction}" : $"{prefix}{Names.Column(query.OrderBy)} {direction} NULLS LAST, {prefix}id ASC";
    }

    /// <summary>The condition that begins after the feature a token names.</summary>
    public string After(FeatureQuery query, PageToken token)
    {
        var beyond = query.Descending ? "<" : ">";
        if (query.OrderBy == "id") return $"id {beyond} {Bind(token.Id)}";
        var field = Names.Column(query.OrderBy);
        if (token.Value is null) return $"{field} IS NULL AND id > {Bind(token.Id)}";
        var value = Bind(Columns.Plain(token.Value));
        return $"({field} {beyond} {value} OR {field} = {value} AND id > {Bind(token.Id)} OR {field} IS NULL)";
    }

    /// <summary>Adds a parameter.</summary>
    /// <returns>Its place in the text.</returns>
    public string Bind(object value)
    {
        Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value });
        return $"${Parameters.Count}";
    }

    // What was not edited since, and what was edited since as it was before.
    private string AsOf(string at) => $"""
        (SELECT {_table.ColumnList} FROM {_table.Current} c WHERE NOT EXISTS (SELECT FROM {_table.History} e WHERE e.id = c.id AND e.occurred_to > {at})
        UNION ALL SELECT {_table.ColumnList} FROM {_table.History} WHERE occurred_from <= {at} AND occurred_to > {at}) past
        """;

    private string Meets(Bounds box)
    {
        var area = GeometryFactory.Default.ToGeometry(new Envelope(box.West, box.East, box.South, box.North));
        if (_table.Layer.Geometry != GeometryKind.Point) return Meets(area);

        // The index knows boxes in single precision; what lies on their edge is told by its coordinates, at a hundredth of the price of ST_Intersects.
        var (west, east, south, north) = (Bind(box.West), Bind(box.East), Bind(box.South), Bind(box.North));
        return $"(geom && {Bind(Ewkb.Write(GeometryKind.Any, area))}::geometry AND ST_X(geom) BETWEEN {west} AND {east} AND ST_Y(geom) BETWEEN {south} AND {north})";
    }

    private string Meets(Geometry shape) => $"ST_Intersects(geom, {Bind(Ewkb.Write(GeometryKind.Any, shape))}::geometry)";

    private string Condition(FieldTest test)
    {
        if (test.OrIn.Count > 0) return "(" + string.Join(" OR ", test.Apart().Select(Condition)) + ")";
        var column = Names.Column(test.Field);
        var type = QueryRules.TypeOf(_table.Layer, test.Field);
        return test.Comparison switch
        {
            Comparison.In => $"{column} = ANY ({Bind(Columns.Array(type, test.Values))})",
            Comparison.NotIn => $"{column} <> ALL ({Bind(Columns.Array(type, test.Values))}) AND {column} IS NOT NULL",
            Comparison.AtLeast => $"{column} >= {Bind(Columns.Plain(test.Values[0]))}",
            Comparison.LessThan => $"{column} < {Bind(Columns.Plain(test.Values[0]))}",
            Comparison.IsNull => $"{column} IS NULL",
            Comparison.IsNotNull => $"{column} IS NOT NULL",
            _ => $"strpos(citymap_store.fold({column}), {Bind(TextFold.Fold((string)test.Values[0]))}) > 0",
        };
    }
}
