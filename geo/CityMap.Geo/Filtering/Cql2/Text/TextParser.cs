namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>
/// CQL2 text by recursive descent: or, and, not, predicates, then what <see cref="TextOperands"/> reads. What may stand where by its type is
/// the check's business, so that a mistake is told with the name of the field.
/// </summary>
internal sealed class TextParser
{
    private readonly TokenCursor _cursor;
    private readonly TextOperands _operands;

    private TextParser(string text)
    {
        _cursor = new(Tokenizer.Cut(text));
        _operands = new(_cursor, Expression);
    }

    /// <exception cref="Cql2Exception">It is no filter.</exception>
    public static Cql2Expression Parse(string text)
    {
        Cql2Budget.CheckLength(text);
        var parser = new TextParser(text);
        if (parser._cursor.Now.Kind == TokenKind.End) throw new Cql2Exception("The filter is empty.", "");
        var filter = parser.Expression();
        return parser._cursor.Now.Kind == TokenKind.End ? filter : throw parser._cursor.Wrong("The filter should have ended");
    }

    private Cql2Expression Expression()
    {
        _cursor.Enter();
        var from = _cursor.Now;
        var parts = new List<Cql2Expression> { Conjunction() };
        while (_cursor.TakeWord("OR")) parts.Add(Conjunction());
        _cursor.Leave();
        return parts.Count == 1 ? parts[0] : _cursor.Count(new Or(parts), from);
    }

    private Cql2Expression Conjunction()
    {
        var from = _cursor.Now;
        var parts = new List<Cql2Expression> { Factor() };
        while (_cursor.TakeWord("AND")) parts.Add(Factor());
        return parts.Count == 1 ? parts[0] : _cursor.Count(new And(parts), from);
    }

    private Cql2Expression Factor()
    {
        var from = _cursor.Now;
        if (!_cursor.TakeWord("NOT")) return Predicate();
        _cursor.Enter();
        var inner = Factor();
        _cursor.Leave();
        return _cursor.Count(new Not(inner), from);
    }

    private Cql2Expression Predicate()
    {
        var from = _cursor.Now;
        var value = _operands.Read();
        if (_cursor.Now.Kind == TokenKind.Symbol && Cql2Words.CompareOf.TryGetValue(_cursor.Now.Value, out var comparison))
        {
            _cursor.Take();
            return _cursor.Count(new Compare(comparison, value, _operands.Read()), from);
        }

        if (_cursor.TakeWord("IS")) return Null(value, from);
        var negated = _cursor.TakeWord("NOT");
        Cql2Expression? test =
            _cursor.TakeWord("LIKE") ? new Like(value, _operands.Read())
            : _cursor.TakeWord("BETWEEN") ? Range(value)
            : _cursor.TakeWord("IN") ? new In(value, List("IN"))
            : null;
        if (test is null) return negated ? throw _cursor.Wrong("After NOT there should be LIKE, BETWEEN or IN") : value;
        test = _cursor.Count(test, from);
        return negated ? _cursor.Count(new Not(test), from) : test;
    }

    private Cql2Expression Null(Cql2Expression value, Token from)
    {
        var negated = _cursor.TakeWord("NOT");
        if (!_cursor.TakeWord("NULL")) throw _cursor.Wrong("After IS there should be NULL or NOT NULL");
        var test = _cursor.Count(new IsNull(value), from);
        return negated ? _cursor.Count(new Not(test), from) : test;
    }

    private Between Range(Cql2Expression value)
    {
        var low = _operands.Read();
        if (!_cursor.TakeWord("AND")) throw _cursor.Wrong("BETWEEN needs AND between its two ends");
        return new(value, low, _operands.Read());
    }

    private List<Cql2Expression> List(string after)
    {
        _cursor.Expect("(", $"after {after}");
        var items = new List<Cql2Expression>();
        do items.Add(Expression());
        while (_cursor.TakeSymbol(","));
        _cursor.Expect(")", "at the end of the list");
        return items;
    }
}
