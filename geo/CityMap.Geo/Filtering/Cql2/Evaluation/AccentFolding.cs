using System.Text;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>
/// Accent stripping: canonical decomposition without the combining marks U+0300–U+036F, composed again, đ as d. The function
/// <c>citymap_store.accenti</c> of the PostGIS store folds alike.
/// </summary>
public static class AccentFolding
{
    /// <summary>The folded text.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (c is >= '\u0300' and <= '\u036F') continue;
            plain.Append(c switch
            {
                'đ' => 'd',
                'Đ' => 'D',
                _ => c,
            });
        }

        return plain.ToString().Normalize();
    }
}
