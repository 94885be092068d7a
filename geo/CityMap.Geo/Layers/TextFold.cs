using System.Text;

namespace CityMap.Geo.Layers;

/// <summary>
/// The form in which texts are searched: canonical decomposition without the combining marks U+0300–U+036F, lower case,
/// đ as d. "Đường Trần Đăng Ninh" contains "tran dang". Every store and index folds alike.
/// </summary>
public static class TextFold
{
    /// <summary>The folded form of a text.</summary>
    public static string Fold(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (c is >= '\u0300' and <= '\u036F') continue;
            plain.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }

    /// <summary>True when the text holds the words, both folded.</summary>
    public static bool Contains(string text, string words) => Fold(text).Contains(Fold(words), StringComparison.Ordinal);
}
