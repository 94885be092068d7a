namespace CityMap.Geo.Filtering.Cql2;

/// <summary>The temporal functions over microseconds; an open end lies before or after everything. An interval with an end that is null is null.</summary>
internal static class TemporalTest
{
    public static Func<FilterRow, bool?> Of(Temporal test)
    {
        var (start1, end1) = Ends(test.Left);
        var (start2, end2) = Ends(test.Right);
        return row => start1(row) is { } s1 && end1(row) is { } e1 && start2(row) is { } s2 && end2(row) is { } e2
            ? Holds(test.Operator, s1, e1, s2, e2)
            : null;
    }

    /// <summary>True when the relation holds between [s1, e1] and [s2, e2] (OWL-Time §4.2; CQL2 tables 9 and 10).</summary>
    public static bool Holds(TemporalOperator what, long s1, long e1, long s2, long e2) => what switch
    {
        TemporalOperator.After => s1 > e2,
        TemporalOperator.Before => e1 < s2,
        TemporalOperator.Disjoint => e1 < s2 || s1 > e2,
        TemporalOperator.Equals => s1 == s2 && e1 == e2,
        TemporalOperator.Intersects => e1 >= s2 && s1 <= e2,
        TemporalOperator.Contains => s1 < s2 && e1 > e2,
        TemporalOperator.During => s1 > s2 && e1 < e2,
        TemporalOperator.FinishedBy => s1 < s2 && e1 == e2,
        TemporalOperator.Finishes => s1 > s2 && e1 == e2,
        TemporalOperator.Meets => e1 == s2,
        TemporalOperator.MetBy => s1 == e2,
        TemporalOperator.OverlappedBy => s1 > s2 && s1 < e2 && e1 > e2,
        TemporalOperator.Overlaps => s1 < s2 && e1 > s2 && e1 < e2,
        TemporalOperator.StartedBy => s1 == s2 && e1 > e2,
        _ => s1 == s2 && e1 < e2,
    };

    private static (Func<FilterRow, long?> Start, Func<FilterRow, long?> End) Ends(Cql2Expression node)
    {
        if (node is not Interval interval)
        {
            var instant = Scalars.Instant(node);
            return (instant, instant);
        }

        return (interval.Start is OpenEnd ? _ => long.MinValue : Scalars.Instant(interval.Start),
            interval.End is OpenEnd ? _ => long.MaxValue : Scalars.Instant(interval.End));
    }
}
