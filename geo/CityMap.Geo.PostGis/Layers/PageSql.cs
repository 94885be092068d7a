using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>One page of a query and the number of all its matches, as one statement: head, number, then the columns of a feature, which are null when there is none.</summary>
internal static class PageSql
{
    /// <summary>The statement; it asks for one feature more than is wanted, which tells whether there is a next page.</summary>
    /// <param name="sql">The query's conditions, which take further parameters.</param>
    /// <param name="table">The layer.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="token">Where the page begins; null at the beginning.</param>
    /// <param name="head">The table that holds the journal's head.</param>
    public static string Of(QuerySql sql, LayerTable table, FeatureQuery query, PageToken? token, string head)
    {
        var (matched, count, page) = sql.IsEverything && !table.Layer.Live ? Whole(sql, table, query, token)
            : query.AsOf is null ? Narrowed(sql, table, query, token)
            : Past(sql, table, query, token);
        return $"""
            {matched}SELECT head.seq, counted.n, page.* FROM {head} head
            CROSS JOIN ({count}) counted
            LEFT JOIN LATERAL ({page}) page ON true
            ORDER BY {QuerySql.Order(query, "page.")}
            """;
    }

    // A static layer knows how many features it has. In the order of its key each import's part begins by the key, and only so much of it is read.
    private static (string Matched, string Count, string Page) Whole(QuerySql sql, LayerTable table, FeatureQuery query, PageToken? token)
    {
        var layer = sql.Bind(table.Layer.Id);
        var count = $"SELECT feature_count AS n FROM citymap_store.layers WHERE id = {layer}";
        var rest = token is null ? "true" : sql.After(query, token);
        var end = $"ORDER BY {QuerySql.Order(query, "")} LIMIT";
        if (query.OrderBy != "id") return ("", count, $"SELECT {table.ColumnList} FROM {sql.Source} WHERE {rest} {end} {query.Limit + 1} OFFSET {query.Offset}");
        return ("", count, $"""
            SELECT part.* FROM unnest((SELECT generations FROM citymap_store.layers WHERE id = {layer})) AS shown(generation)
            CROSS JOIN LATERAL (
                SELECT {table.ColumnList} FROM {table.Static} s WHERE s.generation = shown.generation AND {rest} {end} {query.Limit + 1 + query.Offset}
            ) part {end} {query.Limit + 1} OFFSET {query.Offset}
            """);
    }

    // The conditions are tested once for both: what is counted is kept by its key and its order, and only the page is read whole.
    private static (string Matched, string Count, string Page) Narrowed(QuerySql sql, LayerTable table, FeatureQuery query, PageToken? token)
    {
        var kept = query.OrderBy == "id" ? "id" : $"id, {Names.Column(query.OrderBy)}";
        var rest = token is null ? "true" : sql.After(query, token);
        var columns = string.Join(", ", table.Fields.Prepend("geom").Prepend("id").Select(column => "f." + column));
        return (
            $"WITH matched AS MATERIALIZED (SELECT {kept} FROM {sql.Source} WHERE {sql.Where})\n",
            "SELECT count(*) AS n FROM matched",
            $"""
            SELECT {columns} FROM (SELECT id FROM matched WHERE {rest} ORDER BY {QuerySql.Order(query, "")} LIMIT {query.Limit + 1} OFFSET {query.Offset}) first
            JOIN {sql.Source} f ON f.id = first.id
            """);
    }

    private static (string Matched, string Count, string Page) Past(QuerySql sql, LayerTable table, FeatureQuery query, PageToken? token)
    {
        var rest = token is null ? sql.Where : $"{sql.Where} AND {sql.After(query, token)}";
        return (
            "",
            $"SELECT count(*) AS n FROM {sql.Source} WHERE {sql.Where}",
            $"SELECT {table.ColumnList} FROM {sql.Source} WHERE {rest} ORDER BY {QuerySql.Order(query, "")} LIMIT {query.Limit + 1} OFFSET {query.Offset}");
    }
}
