using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.GeoPackage.Values;

namespace CityMap.Geo.GeoPackage.Layers;

/// <summary>
/// Those parts of a filter that SQLite can test by itself, perhaps with an index: comparisons of one field with literals that must all hold. They only
/// save the predicate work; it is asked about every row that is left.
/// </summary>
/// <param name="values">Where parameters are added, in the order of the conditions.</param>
internal sealed class FilterPrefilter(List<object?> values)
{
    public IEnumerable<string> Conditions(LayerTable layer, Cql2Expression filter) => filter switch
    {
        And and => and.Parts.SelectMany(part => Conditions(layer, part)),
        Compare { Left: Property property, Operator: not CompareOperator.NotEqual } compare when Literal(compare.Right) is { } value =>
            [Add(layer, property, Sign(compare.Operator), value)],
        Between { Value: Property property } range when Literal(range.Low) is { } low && Literal(range.High) is { } high =>
            [Add(layer, property, ">=", low), Add(layer, property, "<=", high)],
        In { Value: Property property } choice when choice.Choices.All(one => Literal(one) is not null) => [AddAny(layer, property, choice.Choices)],
        IsNull { Value: Property { Kind: not ValueKind.Geometry } property } => [$"{Column(layer, property)} IS NULL"],
        _ => [],
    };

    private string Add(LayerTable layer, Property property, string sign, object value)
    {
        values.Add(value);
        return $"{Column(layer, property)} {sign} ?";
    }

    private string AddAny(LayerTable layer, Property property, IReadOnlyList<Cql2Expression> choices)
    {
        foreach (var choice in choices) values.Add(Literal(choice));
        return $"{Column(layer, property)} IN ({string.Join(", ", choices.Select(_ => "?"))})";
    }

    // Truths are stored as numbers, moments as text of a fixed width: SQLite orders each as the predicate does.
    private static object? Literal(Cql2Expression node) => node switch
    {
        TextLiteral text => StoredText.Of(text.Value),
        NumberLiteral number => number.Value,
        BooleanLiteral truth => truth.Value ? 1L : 0L,
        TimestampLiteral timestamp => timestamp.Value,
        DateLiteral date => new DateTimeOffset(date.Value.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
        _ => null,
    };

    private static string Column(LayerTable layer, Property property) => property.Field < 0 ? "t.id" : "t." + layer.Columns[property.Field];

    private static string Sign(CompareOperator comparison) => comparison switch
    {
        CompareOperator.Equal => "=",
        CompareOperator.Less => "<",
        CompareOperator.Greater => ">",
        CompareOperator.AtMost => "<=",
        _ => ">=",
    };
}
