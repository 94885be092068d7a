using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing.Columns;

/// <summary>Gathers the values of one field and then chooses how to keep them.</summary>
internal abstract class ColumnBuilder
{
    /// <summary>Segments with fewer rows are kept plain: they are soon merged into larger ones.</summary>
    public const int PlainBelow = 256;

    /// <summary>A builder for a field.</summary>
    /// <param name="type">Of the field.</param>
    /// <param name="rows">About how many values will come; 0 when nobody knows.</param>
    public static ColumnBuilder For(FieldType type, int rows) => type switch
    {
        FieldType.Text => new TextBuilder(rows),
        FieldType.Real => new RealBuilder(rows),
        _ => new WholeBuilder(type, rows),
    };

    public abstract void Add(object? value);

    public virtual void AddWhole(long value) => throw new InvalidOperationException("Not a column of whole numbers.");

    public virtual void AddUtf8(ReadOnlySpan<byte> utf8) => throw new InvalidOperationException("Not a column of texts.");

    public virtual void AddNumbered(DictionaryColumn from, int code) => throw new InvalidOperationException("Not a column of texts.");

    /// <summary>The column with its rows in this order of addition.</summary>
    public abstract Column Build(int[] order);

    private sealed class WholeBuilder(FieldType type, int rows) : ColumnBuilder
    {
        private readonly List<long> _values = new(rows);

        public override void Add(object? value) => _values.Add(WholeValue.From(value));

        public override void AddWhole(long value) => _values.Add(value);

        public override Column Build(int[] order)
        {
            var values = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_values);
            if (order.Length >= PlainBelow && WholeColumn.TryPack(type, values, order) is { } packed) return packed;
            return new PlainColumn(Array.ConvertAll(
                order, i => _values[i] == WholeColumn.NoValue ? null : WholeValue.Of(type, _values[i])));
        }
    }

    private sealed class RealBuilder(int rows) : ColumnBuilder
    {
        private readonly List<double> _values = new(rows);

        public override void Add(object? value) => _values.Add(value switch
        {
            null => double.NaN,
            double number => number,
            IConvertible other and not string => other.ToDouble(System.Globalization.CultureInfo.InvariantCulture),
            _ => throw new StoreException(StoreProblem.BadFeature, $"{value} is not a number."),
        });

        public override Column Build(int[] order) => new RealColumn(Array.ConvertAll(order, i => _values[i]));
    }
}
