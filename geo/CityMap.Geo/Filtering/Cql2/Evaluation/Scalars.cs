using System.Globalization;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>Turns scalar expressions into functions of a row; null stays null.</summary>
internal static class Scalars
{
    public static Func<FilterRow, string?> Text(Cql2Expression node) => node switch
    {
        TextLiteral literal => _ => literal.Value,
        Property { Field: < 0 } => row => row.Id,
        Property property => row => row.Value(property.Field) as string,
        Casei casei => Folded(Text(casei.Inner), CaseFolding.Fold),
        Accenti accenti => Folded(Text(accenti.Inner), AccentFolding.Fold),
        _ => throw Unbound(node),
    };

    public static Func<FilterRow, double?> Number(Cql2Expression node)
    {
        switch (node)
        {
            case NumberLiteral literal: return _ => literal.Value;
            case Property property: return row => row.Value(property.Field) is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
            case Arithmetic sum:
                var (left, right) = (Number(sum.Left), Number(sum.Right));
                return row => left(row) is { } a && right(row) is { } b ? SafeArithmetic.Apply(sum.Operator, a, b) : null;
            default: throw Unbound(node);
        }
    }

    /// <summary>Microseconds since 1970.</summary>
    public static Func<FilterRow, long?> Instant(Cql2Expression node)
    {
        switch (node)
        {
            case DateLiteral date: return Constant(WholeTest.Microseconds(Instants.Of(date.Value)));
            case TimestampLiteral timestamp: return Constant(WholeTest.Microseconds(timestamp.Value));
            case Property property: return row => row.Value(property.Field) is DateTimeOffset at ? WholeTest.Microseconds(at) : null;
            default: throw Unbound(node);
        }
    }

    public static ArgumentException Unbound(Cql2Expression node) => new($"{node.GetType().Name} was not bound to a layer, or is no value of that kind.");

    private static Func<FilterRow, long?> Constant(long value) => _ => value;

    private static Func<FilterRow, string?> Folded(Func<FilterRow, string?> inner, Func<string, string> fold) =>
        row => inner(row) is { } text ? fold(text) : null;
}
