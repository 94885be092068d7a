namespace CityMap.Geo.Filtering.Cql2;

/// <summary>The expressions directly within another.</summary>
public static class Cql2Parts
{
    /// <summary>In the order they are written.</summary>
    public static IReadOnlyList<Cql2Expression> Of(Cql2Expression node) => node switch
    {
        And and => and.Parts,
        Or or => or.Parts,
        Not not => [not.Inner],
        Compare compare => [compare.Left, compare.Right],
        Like like => [like.Value, like.Pattern],
        Between range => [range.Value, range.Low, range.High],
        In choice => [choice.Value, .. choice.Choices],
        IsNull test => [test.Value],
        Spatial spatial => [spatial.Left, spatial.Right],
        Temporal temporal => [temporal.Left, temporal.Right],
        ArrayComparison array => [array.Left, array.Right],
        Arithmetic sum => [sum.Left, sum.Right],
        Casei casei => [casei.Inner],
        Accenti accenti => [accenti.Inner],
        Interval interval => [interval.Start, interval.End],
        ArrayLiteral list => list.Items,
        Function function => function.Arguments,
        _ => [],
    };
}
