using CityMap.Geo.Filtering;

namespace CityMap.Geo.Searching;

/// <summary>Cuts texts into folded words: runs of letters and digits, without case or diacritics, đ as d.</summary>
internal static class SearchWords
{
    /// <summary>More words than this of one text are not looked at.</summary>
    public const int MostWords = 32;

    /// <summary>The folded words of a text, in order.</summary>
    public static IEnumerable<string> Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) yield break;
        // A letter whose marks stand apart must not be cut from them.
        var folded = TextFolding.Fold(text.IsNormalized() ? text : text.Normalize());
        var (start, count) = (-1, 0);
        for (var i = 0; i <= folded.Length && count < MostWords; i++)
        {
            var inside = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (inside && start < 0) start = i;
            if (inside || start < 0) continue;
            yield return folded[start..i];
            count++;
            start = -1;
        }
    }
}
