using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Layers;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>The values of a filter as SQL; every parameter says its type.</summary>
internal sealed class FilterValueSql(Func<object, string> bind)
{
    // The largest whole number every smaller one of which a double holds.
    private const double MostWhole = 9007199254740992;

    public string Text(Cql2Expression node) => node switch
    {
        TextLiteral literal => $"{bind(literal.Value)}::text COLLATE \"C\"",
        Property property => Names.Column(property.Name),
        Casei casei => $"citymap_store.casei({Text(casei.Inner)})",
        Accenti accenti => $"citymap_store.accenti({Text(accenti.Inner)})",
        _ => throw Unbound(node),
    };

    public string Number(Cql2Expression node) => node switch
    {
        NumberLiteral literal => $"{bind(literal.Value)}::double precision",
        Property property => $"{Names.Column(property.Name)}{(property.IsWhole ? "::double precision" : "")}",
        Arithmetic sum => $"citymap_store.cql2_{Function(sum.Operator)}({Number(sum.Left)}, {Number(sum.Right)})",
        _ => throw Unbound(node),
    };

    /// <summary>A number beside a column of whole numbers.</summary>
    public string Whole(NumberLiteral literal) =>
        Math.Truncate(literal.Value) == literal.Value && Math.Abs(literal.Value) < MostWhole ? $"{bind((long)literal.Value)}::bigint" : Number(literal);

    public string Instant(Cql2Expression node) => node switch
    {
        DateLiteral date => At(new DateTimeOffset(date.Value.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)),
        TimestampLiteral timestamp => At(timestamp.Value),
        Property property => Names.Column(property.Name),
        _ => throw Unbound(node),
    };

    public string Shape(Cql2Expression node) => node switch
    {
        GeometryLiteral literal => $"{bind(Ewkb.Write(GeometryKind.Any, literal.Value))}::geometry",
        Property => "geom",
        _ => throw Unbound(node),
    };

    private string At(DateTimeOffset moment) => $"{bind(Columns.Plain(moment))}::timestamptz";

    private static string Function(ArithmeticOperator what) => what switch
    {
        ArithmeticOperator.Plus => "plus",
        ArithmeticOperator.Minus => "minus",
        ArithmeticOperator.Times => "times",
        ArithmeticOperator.Divide => "divide",
        ArithmeticOperator.DivideWhole => "div",
        ArithmeticOperator.Modulo => "mod",
        _ => "power",
    };

    private static ArgumentException Unbound(Cql2Expression node) => new($"{node.GetType().Name} was not bound to a layer, or is no value of that kind.");
}
