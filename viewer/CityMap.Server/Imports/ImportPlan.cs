using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Imports;

/// <summary>What a file turned out to hold: the fields it becomes, the shapes, and how each value is turned into its field's type.</summary>
internal sealed class ImportPlan
{
    private readonly Dictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private readonly List<Column> _order = [];
    private readonly FieldNames _names = new();
    private readonly TimeZoneInfo? _zone;
    private GeometryKind? _geometry;
    private bool _mixed;

    public ImportPlan(TimeZoneInfo? zone) => _zone = zone;

    /// <summary>What shapes there are; <see cref="GeometryKind.Any"/> when mixed or none.</summary>
    public GeometryKind Geometry => _mixed ? GeometryKind.Any : _geometry ?? GeometryKind.Any;

    /// <summary>The fields and the names they had in the file.</summary>
    public IEnumerable<(FieldInfo Field, string Source)> Fields => _order.Select(c => (Info(c), c.Source));

    /// <summary>Learns how dates are written from some rows before all rows are looked at.</summary>
    public void Learn(IReadOnlyList<SourceRow> sample)
    {
        foreach (var row in sample)
        {
            foreach (var name in row.Values.Keys) Of(name);
        }

        foreach (var column in _order)
        {
            column.Times.Learn(sample.Select(r => r.Values.GetValueOrDefault(column.Source)).OfType<string>());
        }
    }

    /// <summary>Looks at one row.</summary>
    public void Look(SourceRow row)
    {
        foreach (var (name, value) in row.Values) Of(name).Guess.Look(value);
        if (row.Geometry is { } geometry) LookAt(KindOf(geometry));
    }

    /// <summary>The number of a column.</summary>
    public int ColumnOf(string source) => Of(source).Number;

    /// <summary>Makes the feature of a row.</summary>
    /// <exception cref="FormatException">A value is not of its field's type.</exception>
    public Feature ToFeature(SpooledRow row)
    {
        var attributes = new Dictionary<string, object?>(row.Values.Count, StringComparer.Ordinal);
        foreach (var (number, value) in row.Values)
        {
            var column = _order[number];
            attributes[column.Name] = FieldGuess.Convert(value, column.Guess.Type, column.Times);
        }

        return new(row.Id, row.Geometry, attributes);
    }

    private static FieldInfo Info(Column column) => new(column.Name, column.Guess.Type, new(column.Source, column.Source));

    private static GeometryKind KindOf(Geometry geometry) => geometry switch
    {
        Point or MultiPoint => GeometryKind.Point,
        LineString or MultiLineString => GeometryKind.Line,
        Polygon or MultiPolygon => GeometryKind.Polygon,
        _ => GeometryKind.Any,
    };

    private void LookAt(GeometryKind kind)
    {
        _mixed |= kind == GeometryKind.Any || (_geometry is { } seen && seen != kind);
        _geometry = kind;
    }

    private Column Of(string source)
    {
        if (_columns.TryGetValue(source, out var column)) return column;
        column = new(source, _order.Count, _names.For(source), new TimeText(_zone));
        _columns.Add(source, column);
        _order.Add(column);
        return column;
    }

    private sealed class Column(string source, int number, string name, TimeText times)
    {
        public string Source { get; } = source;

        public int Number { get; } = number;

        public string Name { get; } = name;

        public TimeText Times { get; } = times;

        public FieldGuess Guess { get; } = new(times);
    }
}
