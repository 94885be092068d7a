using CityMap.Geo.Filtering.Cql2;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>
/// The interpreter of bound filters in PostGIS: SQL text in which every value is a parameter and every name comes from the layer. It answers every
/// row as <see cref="Cql2Predicate"/> does, and raises no error whatever the row holds.
/// </summary>
/// <param name="bind">Adds a parameter and gives its place in the text.</param>
internal sealed class FilterSql(Func<object, string> bind)
{
    private readonly FilterValueSql _values = new(bind);

    /// <summary>A condition in parentheses.</summary>
    public string Write(Cql2Expression node) => node switch
    {
        BooleanLiteral literal => literal.Value ? "(true)" : "(false)",
        Property property => Names.Column(property.Name),
        And and => $"({string.Join(" AND ", and.Parts.Select(Write))})",
        Or or => $"({string.Join(" OR ", or.Parts.Select(Write))})",
        Not not => $"(NOT {Write(not.Inner)})",
        Compare compare => Comparison(compare),
        In choice => $"({Operand(choice.Value, choice.Choices)} IN ({string.Join(", ", choice.Choices.Select(one => Operand(one, [choice.Value])))}))",
        Between range => $"({Operand(range.Value, [range.Low, range.High])} BETWEEN {Operand(range.Low, [range.Value])} AND {Operand(range.High, [range.Value])})",
        Like like => $"({_values.Text(like.Value)} LIKE {_values.Text(like.Pattern)})",
        IsNull test => $"({Any(test.Value)} IS NULL)",
        Spatial spatial => FilterSpatialSql.Write(spatial, _values),
        Temporal temporal => FilterTemporalSql.Write(temporal, _values),
        _ => throw new ArgumentException($"{node.GetType().Name} was not bound to a layer.", nameof(node)),
    };

    private string Comparison(Compare compare)
    {
        var sign = compare.Operator switch
        {
            CompareOperator.Equal => "=",
            CompareOperator.NotEqual => "<>",
            CompareOperator.Less => "<",
            CompareOperator.Greater => ">",
            CompareOperator.AtMost => "<=",
            _ => ">=",
        };
        return $"({Operand(compare.Left, [compare.Right])} {sign} {Operand(compare.Right, [compare.Left])})";
    }

    // A whole number is compared as one with a column of whole numbers: an index on it then serves.
    private string Operand(Cql2Expression node, IReadOnlyList<Cql2Expression> others) => Kinds.Of(node) switch
    {
        ValueKind.Number when node is NumberLiteral number && others.All(other => other is Property { IsWhole: true }) => _values.Whole(number),
        ValueKind.Number => _values.Number(node),
        _ => Any(node),
    };

    private string Any(Cql2Expression node) => Kinds.Of(node) switch
    {
        ValueKind.Text => _values.Text(node),
        ValueKind.Number => _values.Number(node),
        ValueKind.Instant => _values.Instant(node),
        ValueKind.Geometry => _values.Shape(node),
        _ => Write(node),
    };
}
