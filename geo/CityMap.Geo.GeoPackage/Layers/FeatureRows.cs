using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>Turns rows into features: id, geometry and the fields stand from a first column on.</summary>
internal sealed class FeatureRows
{
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] SmallNumbers = [.. Enumerable.Range(0, 256).Select(i => (object)(long)i)];
    private readonly LayerTable _layer;
    private readonly string?[] _last;

    public FeatureRows(LayerTable layer)
    {
        _layer = layer;
        _last = new string?[layer.Columns.Length];
    }

    public Feature Read(RowReader row, int first)
    {
        var fields = _layer.Info.Fields;
        var values = new object?[fields.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var column = first + 2 + i;
            values[i] = row.IsNull(column) ? null : fields[i].Type == FieldType.Text ? Text(row, column, i) : Value(fields[i].Type, row, column);
        }

        return new Feature(row.Text(first), Geometry(row, first + 1), new RowAttributes(_layer.Index, values));
    }

    public static object? Value(FieldType type, RowReader row, int column)
    {
        if (row.IsNull(column)) return null;
        switch (type)
        {
            case FieldType.Text: return row.Text(column);
            case FieldType.Integer:
                var number = row.Long(column);
                return number is >= 0 and < 256 ? SmallNumbers[number] : number;
            case FieldType.Real: return row.Double(column);
            case FieldType.Boolean: return row.Long(column) != 0 ? True : False;
            default: return Moments.Read(row.Text(column));
        }
    }

    private Geometry? Geometry(RowReader row, int column) =>
        row.IsNull(column) ? null : GeometryBlob.Read(row.Bytes(column), _layer.Promotes);

    // Neighbouring rows often share a type, a state, a district: one string serves them all.
    private string Text(RowReader row, int column, int field)
    {
        var text = row.Text(column);
        return _last[field] == text ? _last[field]! : _last[field] = text;
    }
}
