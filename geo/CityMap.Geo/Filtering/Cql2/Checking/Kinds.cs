namespace CityMap.Geo.Filtering.Cql2;

/// <summary>What a bound expression gives.</summary>
public static class Kinds
{
    /// <summary>The kind; <see cref="ValueKind.Unknown"/> for a name that was not bound and for a function.</summary>
    public static ValueKind Of(Cql2Expression node) => node switch
    {
        Property property => property.Kind,
        TextLiteral or Casei or Accenti => ValueKind.Text,
        NumberLiteral or Arithmetic => ValueKind.Number,
        DateLiteral or TimestampLiteral => ValueKind.Instant,
        Interval or OpenEnd => ValueKind.Interval,
        GeometryLiteral or BoxLiteral => ValueKind.Geometry,
        ArrayLiteral => ValueKind.Array,
        Function => ValueKind.Unknown,
        _ => ValueKind.Boolean,
    };

    /// <summary>The kind in words, for messages.</summary>
    public static string InWords(ValueKind kind) => kind switch
    {
        ValueKind.Text => "a text",
        ValueKind.Number => "a number",
        ValueKind.Boolean => "true or false",
        ValueKind.Instant => "a date or timestamp",
        ValueKind.Interval => "an interval",
        ValueKind.Geometry => "a shape",
        ValueKind.Array => "a list",
        _ => "unknown",
    };
}
