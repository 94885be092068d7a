using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>Reads versions of the features of a live layer from its history, without their shapes.</summary>
internal sealed class SpanRows
{
    private const int Fixed = 3;
    private readonly FieldType[] _types;
    private string _lastId = "";

    public SpanRows(LayerTable layer, FeatureQuery query, IReadOnlyList<string> fields)
    {
        query = QueryRules.OfSpans(layer.Info, query);
        _types = [.. fields.Select(field => QueryRules.TypeOf(layer.Info, field))];
        Sql = new(layer, query, everyVersion: true);
        var columns = string.Concat(fields.Select(field => ", " + LayerTable.ColumnOf(field)));
        Text = $"SELECT t.id, t.occurred_from, t.occurred_to{columns} FROM {Sql.From} t{Sql.Where} ORDER BY t.id, t.from_seq";
    }

    public QuerySql Sql { get; }

    public string Text { get; }

    public List<FeatureSpan> Read(RowReader rows, int most)
    {
        var chunk = new List<FeatureSpan>(most);
        while (chunk.Count < most && rows.Step()) chunk.Add(Read(rows));
        return chunk;
    }

    private FeatureSpan Read(RowReader row)
    {
        var id = row.Text(0);
        if (id == _lastId) id = _lastId;
        else _lastId = id;
        var values = new object?[_types.Length];
        for (var i = 0; i < values.Length; i++) values[i] = FeatureRows.Value(_types[i], row, Fixed + i);
        return new(id, Moments.Read(row.Text(1)), row.TextOrNull(2) is { } until ? Moments.Read(until) : null, values);
    }
}
