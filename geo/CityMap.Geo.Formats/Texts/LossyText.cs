namespace CityMap.Geo.Formats.Texts;

/// <summary>Text that lost letters before it came here: nobody can bring them back, but a person should know.</summary>
public static class LossyText
{
    /// <summary>True when a question mark or a replacement character stands where a letter should: "L?ng S?n".</summary>
    public static bool Is(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\uFFFD') return true;
            if (text[i] == '?' && i > 0 && char.IsLetter(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1])) return true;
        }

        return false;
    }
}
