using System.Text;

namespace CityMap.Geo.Areas.Editions;

/// <summary>Compares names of areas as people do: without the word for the kind of unit, and wherever the tone mark of a syllable is put (Hòa, Hoà).</summary>
public static class AreaName
{
    private static readonly string[] Kinds = ["thành phố", "thị trấn", "thị xã", "phường", "huyện", "quận", "xã", "tỉnh"];

    /// <summary>The key of a name: equal keys are the same name.</summary>
    public static string Key(string name)
    {
        var words = name.Normalize(NormalizationForm.FormC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Join(' ', words);
        var kind = Kinds.FirstOrDefault(k => text.Length > k.Length && text.StartsWith(k + " ", StringComparison.Ordinal));
        return string.Join(' ', (kind is null ? text : text[(kind.Length + 1)..]).Split(' ').Select(Syllable));
    }

    // The five tone marks of Vietnamese; those of the letters (ă, â, ê, ô, ơ, ư) stay where they are.
    private static string Syllable(string syllable)
    {
        var (letters, tones) = (new StringBuilder(), new StringBuilder());
        foreach (var c in syllable.Normalize(NormalizationForm.FormD)) (c is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323' ? tones : letters).Append(c);
        return letters.Append(tones).ToString();
    }
}
