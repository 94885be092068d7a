using System.Globalization;
using System.Text;

namespace CityMap.Geo.Filtering;

/// <summary>
/// How texts are compared when people search: case and diacritics do not count, and đ counts as d, so that "dong kinh" finds
/// "Đông Kinh".
/// </summary>
public static class TextFolding
{
    private static readonly char[] Map = BuildMap();

    /// <summary>The folded text; lengths may differ when the text is not NFC.</summary>
    public static string Fold(string text)
    {
        Span<char> folded = text.Length <= 512 ? stackalloc char[512] : new char[text.Length];
        return folded[..Fold(text, folded)].ToString();
    }

    /// <summary>True when the text contains the needle, which must be folded already.</summary>
    public static bool Contains(ReadOnlySpan<char> text, ReadOnlySpan<char> foldedNeedle)
    {
        if (foldedNeedle.IsEmpty) return true;
        Span<char> buffer = text.Length <= 512 ? stackalloc char[512] : new char[text.Length];
        return buffer[..Fold(text, buffer)].IndexOf(foldedNeedle) >= 0;
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            var f = Fold(c);
            if (f != 0) folded[length++] = f;
        }

        return length;
    }

    /// <summary>One UTF-16 unit folded; 0 for a combining mark, which disappears.</summary>
    private static char Fold(char c) => c < Map.Length ? Map[c] : char.ToLowerInvariant(c);

    private static char[] BuildMap()
    {
        // Latin, Greek, Cyrillic and the Vietnamese block all lie below U+2000.
        var map = new char[0x2000];
        for (var i = 0; i < map.Length; i++)
        {
            var c = (char)i;
            map[i] = CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark
                ? '\0'
                : char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]);
            if (c is 'đ' or 'Đ') map[i] = 'd';
        }

        return map;
    }
}
