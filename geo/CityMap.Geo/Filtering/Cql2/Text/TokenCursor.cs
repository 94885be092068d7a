namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>Walks over the tokens of one text and keeps its budget.</summary>
internal sealed class TokenCursor(List<Token> tokens)
{
    private Cql2Budget _budget;
    private int _at;
    private int _depth;

    public Token Now => tokens[_at];

    public Token Next => tokens[Math.Min(_at + 1, tokens.Count - 1)];

    public Token Take()
    {
        var token = Now;
        if (token.Kind != TokenKind.End) _at++;
        return token;
    }

    public bool TakeSymbol(string symbol)
    {
        if (!Now.IsSymbol(symbol)) return false;
        _at++;
        return true;
    }

    public bool TakeWord(string word)
    {
        if (!Now.IsWord(word)) return false;
        _at++;
        return true;
    }

    /// <exception cref="Cql2Exception">Something else stands here.</exception>
    public void Expect(string symbol, string why)
    {
        if (!TakeSymbol(symbol)) throw Wrong($"\"{symbol}\" is missing {why}");
    }

    /// <summary>A mistake at the current token.</summary>
    public Cql2Exception Wrong(string expected) => new($"{expected}: there is {Now}.", Now.Place);

    public T Count<T>(T node, Token from)
        where T : Cql2Expression
    {
        _budget.AddNode(from.Place);
        return node with { Place = from.Place };
    }

    public void CountVertex() => _budget.AddVertex(Now.Place);

    public void Enter() => Cql2Budget.CheckDepth(++_depth, Now.Place);

    public void Leave() => _depth--;
}
