using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.GeoPackage.Layers;
using CityMap.Geo.GeoPackage.Values;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using NetTopologySuite.Geometries;
using SQLitePCL;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>
/// A filter as a condition of SQLite: a function of just the columns it reads, which asks the in-memory predicate. A value is made only when the
/// predicate wants it. Used by one connection at a time.
/// </summary>
internal sealed class RowFilter
{
    /// <summary>The name of the function.</summary>
    public const string Function = "citymap_filter";

    private readonly Row _row;
    private readonly Cql2Predicate _predicate;

    public RowFilter(LayerTable layer, Cql2Expression bound)
    {
        var names = FilterProperties.Of(bound).ToList();
        var columns = names.ConvertAll(p => p.Kind == ValueKind.Geometry ? "t.geom" : p.Field < 0 ? "t.id" : "t." + layer.Columns[p.Field]);
        Condition = $"{Function}({string.Join(", ", columns)})";
        _row = new Row(layer.Info, names);
        _predicate = Cql2Predicate.Of(bound);
    }

    /// <summary>The condition, of the table called t.</summary>
    public string Condition { get; }

    /// <summary>True when the row with these columns passes.</summary>
    public bool Matches(sqlite3_value[] columns)
    {
        _row.Columns = columns;
        return _predicate.Matches(_row);
    }

    private sealed class Row : FilterRow
    {
        private readonly LayerInfo _layer;
        private readonly int[] _places;
        private readonly int _id = -1;
        private readonly int _geometry = -1;

        public Row(LayerInfo layer, List<Property> read)
        {
            _layer = layer;
            _places = new int[layer.Fields.Count];
            for (var i = 0; i < read.Count; i++)
            {
                if (read[i].Field >= 0) _places[read[i].Field] = i;
                else if (read[i].Kind == ValueKind.Geometry) _geometry = i;
                else _id = i;
            }
        }

        public sqlite3_value[] Columns { get; set; } = [];

        public override string Id => raw.sqlite3_value_text(Columns[_id]).utf8_to_string();

        public override Geometry? Geometry =>
            raw.sqlite3_value_type(Columns[_geometry]) == raw.SQLITE_NULL ? null : GeometryBlob.Read(raw.sqlite3_value_blob(Columns[_geometry]), demote: false);

        public override object? Value(int field)
        {
            var value = Columns[_places[field]];
            if (raw.sqlite3_value_type(value) == raw.SQLITE_NULL) return null;
            return _layer.Fields[field].Type switch
            {
                FieldType.Text => raw.sqlite3_value_text(value).utf8_to_string(),
                FieldType.Integer => raw.sqlite3_value_int64(value),
                FieldType.Real => raw.sqlite3_value_double(value),
                FieldType.Boolean => raw.sqlite3_value_int64(value) != 0,
                _ => Moments.Read(raw.sqlite3_value_text(value).utf8_to_string()),
            };
        }
    }
}
