namespace CityMap.Geo.Filtering.Cql2;

/// <summary>A LIKE pattern: <c>%</c> any characters, <c>_</c> one, <c>\</c> makes the next one literal.</summary>
internal sealed class LikePattern
{
    // '\uFFFF' is no character: it stands for % and '\uFFFE' for _ among the literal ones.
    private const char Any = '\uFFFF';
    private const char One = '\uFFFE';
    private readonly string _pattern;

    public LikePattern(string pattern)
    {
        var plain = new System.Text.StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') plain.Append(pattern[++i]);
            else plain.Append(pattern[i] == '%' ? Any : pattern[i] == '_' ? One : pattern[i]);
        }

        _pattern = plain.ToString();
    }

    /// <summary>True when the pattern ends with a backslash that makes nothing literal.</summary>
    public static bool EndsOpen(string pattern) => (pattern.Length - pattern.AsSpan().TrimEnd('\\').Length) % 2 == 1;

    public bool Matches(string text)
    {
        var (at, from, star, resume) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (from < _pattern.Length && _pattern[from] == Any)
            {
                (star, resume) = (from++, at);
            }
            else if (from < _pattern.Length && _pattern[from] == One)
            {
                at += Width(text, at);
                from++;
            }
            else if (from < _pattern.Length && _pattern[from] == text[at])
            {
                at++;
                from++;
            }
            else if (star >= 0)
            {
                resume += Width(text, resume);
                (from, at) = (star + 1, resume);
            }
            else
            {
                return false;
            }
        }

        while (from < _pattern.Length && _pattern[from] == Any) from++;
        return from == _pattern.Length;
    }

    private static int Width(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
}
