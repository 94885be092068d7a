using System.Globalization;

namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>What a piece of the text is.</summary>
internal enum TokenKind
{
    End,
    Name,

    /// <summary>A name in double quotes, never a keyword.</summary>
    QuotedName,
    Number,
    Text,
    Symbol,
}

/// <summary>A piece of the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A name or text without its quotes, a number or symbol as written.</param>
/// <param name="At">Its first character, from 0.</param>
internal readonly record struct Token(TokenKind Kind, string Value, int At)
{
    /// <summary>Where it stands, for people: characters are counted from 1.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"at character {At + 1}");

    /// <summary>True for an unquoted word, whatever its case.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Name && string.Equals(Value, word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Value == symbol;

    /// <summary>How it is named in a message.</summary>
    public override string ToString() => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => $"the text '{Short}'",
        _ => Short,
    };

    private string Short => Value.Length <= 40 ? Value : Value[..40] + "…";
}
