using System.Text;
using System.Text.RegularExpressions;
using CityMap.Geo.Storage;

namespace CityMap.Geo.Formats.Texts;

/// <summary>Whether words are spelled as Vietnamese syllables are: the way to tell which of its encodings a text was written in.</summary>
internal static partial class VietnameseSyllables
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>How many of the words with letters beyond ASCII are Vietnamese syllables.</summary>
    /// <returns>The share, 0 to 1, and how many such words there are.</returns>
    public static (double Share, int Words) Judge(string text)
    {
        var (words, good) = (0, 0);
        foreach (var match in Word().EnumerateMatches(text))
        {
            var word = text.AsSpan(match.Index, match.Length);
            if (System.Text.Ascii.IsValid(word)) continue;
            words++;
            if (IsSyllable(word.ToString())) good++;
        }

        return (words == 0 ? 0 : (double)good / words, words);
    }

    /// <summary>True for a syllable of one tone at most: "Lạng", "Thuỵ", "NGHIỄN".</summary>
    public static bool IsSyllable(string word)
    {
        var plain = new StringBuilder(word.Length);
        var tones = 0;
        foreach (var c in CanonicalText.Decomposed(word.ToLowerInvariant()))
        {
            if (Tones.Contains(c, StringComparison.Ordinal)) tones++;
            else plain.Append(c);
        }

        return tones <= 1 && Syllable().IsMatch(CanonicalText.Composed(plain.ToString()));
    }

    // A byte that is no letter in an encoding splits no word: it spoils it.
    [GeneratedRegex(@"[^\s\x21-\x40\x5B-\x60\x7B-\x7F]+")]
    private static partial Regex Word();

    [GeneratedRegex("^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?(?:oai|oay|oeo|uây|uya|uyê|iêu|yêu|uôi|ươi|ươu|uyu|uao|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|ui|uê|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])?$")]
    private static partial Regex Syllable();
}
