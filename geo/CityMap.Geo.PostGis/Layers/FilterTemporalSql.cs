using CityMap.Geo.Filtering.Cql2;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>The temporal functions as comparisons of instants; an open end is infinite. An interval with an end that is null is null.</summary>
internal static class FilterTemporalSql
{
    public static string Write(Temporal node, FilterValueSql values)
    {
        var (s1, e1) = Ends(node.Left, values);
        var (s2, e2) = Ends(node.Right, values);
        var condition = node.Operator switch
        {
            TemporalOperator.After => $"{s1} > {e2}",
            TemporalOperator.Before => $"{e1} < {s2}",
            TemporalOperator.Disjoint => $"({e1} < {s2} OR {s1} > {e2})",
            TemporalOperator.Equals => $"{s1} = {s2} AND {e1} = {e2}",
            TemporalOperator.Intersects => $"{e1} >= {s2} AND {s1} <= {e2}",
            TemporalOperator.Contains => $"{s1} < {s2} AND {e1} > {e2}",
            TemporalOperator.During => $"{s1} > {s2} AND {e1} < {e2}",
            TemporalOperator.FinishedBy => $"{s1} < {s2} AND {e1} = {e2}",
            TemporalOperator.Finishes => $"{s1} > {s2} AND {e1} = {e2}",
            TemporalOperator.Meets => $"{e1} = {s2}",
            TemporalOperator.MetBy => $"{s1} = {e2}",
            TemporalOperator.OverlappedBy => $"{s1} > {s2} AND {s1} < {e2} AND {e1} > {e2}",
            TemporalOperator.Overlaps => $"{s1} < {s2} AND {e1} > {s2} AND {e1} < {e2}",
            TemporalOperator.StartedBy => $"{s1} = {s2} AND {e1} > {e2}",
            _ => $"{s1} = {s2} AND {e1} < {e2}",
        };

        // One column alone decides every comparison it is in; several may be null one by one.
        var columns = Columns(node.Left).Concat(Columns(node.Right)).Distinct().ToList();
        var alone = columns.Count == 0 || (columns.Count == 1 && node.Left is not Interval && node.Right is not Interval)
            || (node.Left is Property && !Columns(node.Right).Any()) || (node.Right is Property && !Columns(node.Left).Any());
        return alone ? $"({condition})" : $"(CASE WHEN {string.Join(" AND ", columns.Select(c => $"{c} IS NOT NULL"))} THEN {condition} END)";
    }

    private static (string Start, string End) Ends(Cql2Expression node, FilterValueSql values)
    {
        if (node is not Interval interval)
        {
            var instant = values.Instant(node);
            return (instant, instant);
        }

        return (interval.Start is OpenEnd ? "'-infinity'::timestamptz" : values.Instant(interval.Start),
            interval.End is OpenEnd ? "'infinity'::timestamptz" : values.Instant(interval.End));
    }

    private static IEnumerable<string> Columns(Cql2Expression node) => node switch
    {
        Property property => [Names.Column(property.Name)],
        Interval interval => Columns(interval.Start).Concat(Columns(interval.End)),
        _ => [],
    };
}
