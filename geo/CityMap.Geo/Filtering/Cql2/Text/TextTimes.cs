namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>What stands in the parentheses of DATE, TIMESTAMP and INTERVAL.</summary>
internal static class TextTimes
{
    public static DateLiteral Date(TokenCursor cursor)
    {
        var token = Text(cursor, "DATE");
        return Instants.TryDate(token.Value, out var date)
            ? new(date)
            : throw new Cql2Exception($"{token} is not a date: for example DATE('2026-11-25').", token.Place);
    }

    public static TimestampLiteral Timestamp(TokenCursor cursor)
    {
        var token = Text(cursor, "TIMESTAMP");
        return Instants.TryTimestamp(token.Value, out var timestamp)
            ? new(timestamp)
            : throw new Cql2Exception($"{token} is not a timestamp: for example TIMESTAMP('2026-11-25T07:05:00Z').", token.Place);
    }

    public static Interval Interval(TokenCursor cursor, Func<Cql2Expression> expression)
    {
        var start = End(cursor, expression);
        cursor.Expect(",", "between the two ends of INTERVAL");
        return new(start, End(cursor, expression));
    }

    /// <summary>The end of an interval, from the text in it.</summary>
    /// <exception cref="Cql2Exception">It is neither date nor timestamp nor <c>..</c>.</exception>
    public static Cql2Expression EndOf(string text, string place) =>
        text == ".." ? new OpenEnd { Place = place }
        : Instants.TryDate(text, out var date) ? new DateLiteral(date) { Place = place }
        : Instants.TryTimestamp(text, out var timestamp) ? new TimestampLiteral(timestamp) { Place = place }
        : throw new Cql2Exception("An end of an interval is a date, a timestamp, '..' or a property.", place);

    private static Cql2Expression End(TokenCursor cursor, Func<Cql2Expression> expression)
    {
        var token = cursor.Now;
        if (token.Kind != TokenKind.Text) return expression();
        cursor.Take();
        return cursor.Count(EndOf(token.Value, token.Place), token);
    }

    private static Token Text(TokenCursor cursor, string what) =>
        cursor.Now.Kind == TokenKind.Text ? cursor.Take() : throw cursor.Wrong($"{what} takes a text in single quotes");
}
