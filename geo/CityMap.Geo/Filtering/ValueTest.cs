using CityMap.Geo.Layers;

namespace CityMap.Geo.Filtering;

/// <summary>One field test, checked against the layer and ready to be asked about single values.</summary>
internal abstract class ValueTest(string field, FieldType type, Comparison comparison)
{
    public string Field { get; } = field;

    public FieldType Type { get; } = type;

    public Comparison Comparison { get; } = comparison;

    /// <summary>True when the value passes; null passes only <see cref="Comparison.IsNull"/>.</summary>
    public abstract bool Passes(object? value);

    /// <summary>The tests of a condition, of which one must hold.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public static ValueTest[] OneOf(LayerInfo layer, FieldTest test) => [.. test.Apart().Select(alone => Of(layer, alone))];

    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public static ValueTest Of(LayerInfo layer, FieldTest test)
    {
        var type = TypeOf(layer, test.Field);
        var takesNone = test.Comparison is Comparison.IsNull or Comparison.IsNotNull;
        if (takesNone) return new NullTest(test.Field, type, test.Comparison);
        if (test.Values.Count == 0 && test.Comparison is not (Comparison.In or Comparison.NotIn)) throw Bad($"The test of {test.Field} needs a value.");
        return type switch
        {
            FieldType.Text => new TextTest(test.Field, test.Comparison, Values<string>(test)),
            FieldType.Real => new NumberTest(test.Field, test.Comparison, Values<double>(test)),
            FieldType.Integer => new WholeTest(test.Field, type, test.Comparison, Values<long>(test)),
            FieldType.Boolean => new WholeTest(test.Field, type, test.Comparison, [.. Values<bool>(test).Select(v => v ? 1L : 0)]),
            _ => new WholeTest(test.Field, type, test.Comparison, [.. Values<DateTimeOffset>(test).Select(WholeTest.Microseconds)]),
        };
    }

    /// <summary>The type of a field; <c>id</c> is text.</summary>
    public static FieldType TypeOf(LayerInfo layer, string field)
    {
        if (field == "id") return FieldType.Text;
        foreach (var known in layer.Fields)
        {
            if (known.Name == field) return known.Type;
        }

        throw Bad($"The layer {layer.Id} has no field {field}.");
    }

    public static StoreException Bad(string message) => new(StoreProblem.BadQuery, message);

    private static T[] Values<T>(FieldTest test) => [.. test.Values.Select(v => v switch
    {
        T right => right,
        int whole when typeof(T) == typeof(long) => (T)(object)(long)whole,
        int or long when typeof(T) == typeof(double) => (T)(object)Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture),
        _ => throw Bad($"The field {test.Field} cannot be compared with {v}."),
    })];

    private sealed class NullTest(string field, FieldType type, Comparison comparison) : ValueTest(field, type, comparison)
    {
        public override bool Passes(object? value) => value is null == (Comparison == Comparison.IsNull);
    }
}

/// <summary>A test of integers, booleans (0 and 1) or instants (microseconds since 1970).</summary>
internal sealed class WholeTest(string field, FieldType type, Comparison comparison, long[] values) : ValueTest(field, type, comparison)
{
    public long[] Values { get; } = comparison is Comparison.In or Comparison.NotIn ? [.. values.Distinct().Order()] : values;

    public static long Microseconds(DateTimeOffset t) => (t.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    public override bool Passes(object? value) => value switch
    {
        long n => Passes(n),
        bool b => Passes(b ? 1 : 0),
        DateTimeOffset t => Passes(Microseconds(t)),
        int n => Passes(n),
        _ => false,
    };

    public bool Passes(long value) => Comparison switch
    {
        Comparison.In => Array.IndexOf(Values, value) >= 0,
        Comparison.NotIn => Array.IndexOf(Values, value) < 0,
        Comparison.AtLeast => value >= Values[0],
        Comparison.LessThan => value < Values[0],
        _ => throw Bad($"{Comparison} does not fit the field {Field}."),
    };
}

/// <summary>A test of numbers.</summary>
internal sealed class NumberTest(string field, Comparison comparison, double[] values) : ValueTest(field, FieldType.Real, comparison)
{
    public override bool Passes(object? value) => value is double v && Passes(v);

    public bool Passes(double value) => Comparison switch
    {
        Comparison.In => Array.IndexOf(values, value) >= 0,
        Comparison.NotIn => Array.IndexOf(values, value) < 0,
        Comparison.AtLeast => value >= values[0],
        Comparison.LessThan => value < values[0],
        _ => throw Bad($"{Comparison} does not fit the field {Field}."),
    };
}

/// <summary>A test of texts.</summary>
internal sealed class TextTest(string field, Comparison comparison, string[] values) : ValueTest(field, FieldType.Text, comparison)
{
    private readonly HashSet<string> _set = new(values, StringComparer.Ordinal);
    private readonly string _needle = comparison == Comparison.ContainsText ? TextFolding.Fold(values[0]) : "";

    public override bool Passes(object? value) => value is string text && Passes(text);

    public bool Passes(ReadOnlySpan<char> text) => Comparison switch
    {
        Comparison.In => _set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text),
        Comparison.NotIn => !_set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text),
        Comparison.AtLeast => TextOrder.Compare(text, values[0]) >= 0,
        Comparison.LessThan => TextOrder.Compare(text, values[0]) < 0,
        _ => TextFolding.Contains(text, _needle),
    };
}
