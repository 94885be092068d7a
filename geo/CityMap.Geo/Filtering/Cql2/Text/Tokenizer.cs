using System.Buffers;
using System.Globalization;
using System.Text;

namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>Cuts the text into tokens (OGC 21-065r2, annex B).</summary>
internal static class Tokenizer
{
    private static readonly string[] _pairs = ["<>", "<=", ">="];
    private static readonly SearchValues<char> _symbols = SearchValues.Create("()<>=+-*/%^,");

    /// <exception cref="Cql2Exception">A character that begins nothing, or a text that does not end.</exception>
    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) break;
            var token = Next(text, at, out at);
            tokens.Add(token);
        }

        tokens.Add(new(TokenKind.End, "", text.Length));
        return tokens;
    }

    private static Token Next(string text, int at, out int end)
    {
        var c = text[at];
        if (c == '\'') return Quoted(text, at, out end);
        if (c == '"') return QuotedName(text, at, out end);
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) return Number(text, at, out end);
        if (IsNameStart(c))
        {
            end = at + 1;
            while (end < text.Length && IsNamePart(text[end])) end++;
            return new(TokenKind.Name, text[at..end], at);
        }

        foreach (var pair in _pairs)
        {
            if (string.CompareOrdinal(text, at, pair, 0, 2) != 0) continue;
            end = at + 2;
            return new(TokenKind.Symbol, pair, at);
        }

        end = at + 1;
        var symbol = new Token(TokenKind.Symbol, text[at..end], at);
        return _symbols.Contains(c) ? symbol : throw new Cql2Exception($"The character {c} means nothing here.", symbol.Place);
    }

    private static Token Quoted(string text, int at, out int end)
    {
        var value = new StringBuilder();
        for (end = at + 1; end < text.Length; end++)
        {
            var next = end + 1 < text.Length ? text[end + 1] : '\0';
            if (text[end] is '\'' or '\\' && next == '\'')
            {
                value.Append('\'');
                end++;
            }
            else if (text[end] == '\'')
            {
                end++;
                return new(TokenKind.Text, value.ToString(), at);
            }
            else
            {
                value.Append(text[end]);
            }
        }

        throw new Cql2Exception("The text that begins here does not end: a ' is missing.", new Token(TokenKind.Text, "", at).Place);
    }

    private static Token QuotedName(string text, int at, out int end)
    {
        var close = text.IndexOf('"', at + 1);
        if (close < 0) throw new Cql2Exception("The name that begins here does not end: a \" is missing.", new Token(TokenKind.QuotedName, "", at).Place);
        end = close + 1;
        return new(TokenKind.QuotedName, text[(at + 1)..close], at);
    }

    private static Token Number(string text, int at, out int end)
    {
        end = at;
        Digits(ref end);
        if (end < text.Length && text[end] == '.')
        {
            end++;
            Digits(ref end);
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                end = exponent;
                Digits(ref end);
            }
        }

        return new(TokenKind.Number, text[at..end], at);

        void Digits(ref int i)
        {
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        }
    }

    private static bool IsNameStart(char c) => c is ':' or '_' || char.IsLetter(c) || char.IsSurrogate(c) || c is '\u200C' or '\u200D';

    private static bool IsNamePart(char c) =>
        IsNameStart(c) || c == '.' || char.IsAsciiDigit(c) || c == '\u00B7'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;
}
