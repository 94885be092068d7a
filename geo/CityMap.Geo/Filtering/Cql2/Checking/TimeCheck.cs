namespace CityMap.Geo.Filtering.Cql2;

/// <summary>What the temporal functions take.</summary>
internal static class TimeCheck
{
    /// <exception cref="Cql2Exception">An operand is no instant or interval, or an instant where only intervals are compared.</exception>
    public static Temporal Check(Temporal node, Func<Cql2Expression, Cql2Expression> check)
    {
        var name = Cql2Words.Temporal[node.Operator].ToUpperInvariant();
        var (left, right) = (check(node.Left), check(node.Right));
        foreach (var operand in (Cql2Expression[])[left, right])
        {
            var kind = Kinds.Of(operand);
            if (kind is not (ValueKind.Instant or ValueKind.Interval))
            {
                throw new Cql2Exception($"{name} takes dates, timestamps and intervals, not {Kinds.InWords(kind)}.", operand.Place);
            }

            if (kind == ValueKind.Instant && node.Operator > TemporalOperator.Intersects)
            {
                throw new Cql2Exception(
                    $"{name} compares intervals; an instant is compared by T_AFTER, T_BEFORE, T_DISJOINT, T_EQUALS and T_INTERSECTS.", operand.Place);
            }
        }

        return node with { Left = left, Right = right };
    }

    /// <exception cref="Cql2Exception">An end is no instant, or the interval ends before it begins.</exception>
    public static Interval Check(Interval node, Func<Cql2Expression, Cql2Expression> check)
    {
        var (start, end) = (End(node.Start, check), End(node.End, check));
        if (LiteralOf(start) is { } first && LiteralOf(end) is { } last && first > last)
        {
            throw new Cql2Exception("The interval ends before it begins.", node.Place);
        }

        return node with { Start = start, End = end };
    }

    private static Cql2Expression End(Cql2Expression node, Func<Cql2Expression, Cql2Expression> check)
    {
        if (node is OpenEnd) return node;
        var bound = check(node);
        return Kinds.Of(bound) == ValueKind.Instant
            ? bound
            : throw new Cql2Exception($"An end of an interval is a date or a timestamp, not {Kinds.InWords(Kinds.Of(bound))}.", node.Place);
    }

    private static DateTimeOffset? LiteralOf(Cql2Expression node) => node switch
    {
        DateLiteral date => Instants.Of(date.Value),
        TimestampLiteral timestamp => timestamp.Value,
        _ => null,
    };
}
