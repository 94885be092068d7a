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
    private readonly bool _texts;
    private GeometryKind? _geometry;
    private bool _mixed;

    /// <summary>A plan that has seen nothing yet.</summary>
    /// <param name="zone">Zone of times that name none.</param>
    /// <param name="texts">True when the file's format tells texts from numbers.</param>
    public ImportPlan(TimeZoneInfo? zone, bool texts = false) => (_zone, _texts) = (zone, texts);

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

    /// <summary>
    /// Takes the types of fields that are there already: what goes to them is of their type, or cannot be used. True when some value may not be
    /// of the type it must have.
    /// </summary>
    public bool Adopt(IReadOnlyList<FieldInfo> fields)
    {
        var doubtful = false;
        foreach (var column in _order)
        {
            if (fields.FirstOrDefault(f => f.Name == column.Name) is not { } field || field.Type == column.Type) continue;
            doubtful |= field.Type != FieldType.Text && !(field.Type == FieldType.Real && column.Type == FieldType.Integer);
            column.Adopted = field.Type;
        }

        return doubtful;
    }

    /// <summary>The first value of a row that is not of its field's type, by its name in the file; null when all are.</summary>
    public (string Source, string Reason)? FindUnfit(SpooledRow row)
    {
        foreach (var (number, value) in row.Values)
        {
            var column = _order[number];
            if (column.Adopted is not { } type) continue;
            try
            {
                FieldGuess.Convert(value, type, column.Times);
            }
            catch (FormatException unfit)
            {
                return (column.Source, unfit.Message);
            }
        }

        return null;
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
            attributes[column.Name] = FieldGuess.Convert(value, column.Type, column.Times);
        }

        return new(row.Id, row.Geometry, attributes);
    }

    private static FieldInfo Info(Column column) => new(column.Name, column.Type, new(column.Source, column.Source));

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
        column = new(source, _order.Count, _names.For(source), new TimeText(_zone), _texts);
        _columns.Add(source, column);
        _order.Add(column);
        return column;
    }

    private sealed class Column(string source, int number, string name, TimeText times, bool texts)
    {
        public string Source { get; } = source;

        public int Number { get; } = number;

        public string Name { get; } = name;

        public TimeText Times { get; } = times;

        public FieldGuess Guess { get; } = new(times, texts);

        /// <summary>The type of the field it goes to, when that is there already.</summary>
        public FieldType? Adopted { get; set; }

        public FieldType Type => Adopted ?? Guess.Type;
    }
}
