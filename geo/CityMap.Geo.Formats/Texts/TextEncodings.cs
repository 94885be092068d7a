using System.Globalization;
using System.Text;

namespace CityMap.Geo.Formats.Texts;

/// <summary>Encodings by the names files and people give them, Vietnamese ones among them.</summary>
public static class TextEncodings
{
    /// <summary>A smaller share of Vietnamese syllables than this decides nothing.</summary>
    private const double Enough = 0.75;

    /// <summary>TCVN3.</summary>
    public static Encoding Tcvn3 { get; } = new Tcvn3Encoding();

    /// <summary>The encoding of a name: <c>utf-8</c>, <c>windows-1258</c>, <c>1258</c>, <c>cp1258</c>, <c>tcvn3</c>, <c>ABC</c>, what stands in a <c>.cpg</c>; null when nobody knows it.</summary>
    public static Encoding? Find(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var plain = name.Trim().Trim('\0').ToLowerInvariant();
        if (plain is "tcvn3" or "tcvn" or "abc" or "tcvn-5712" or "tcvn5712-1") return Tcvn3;
        if (plain is "utf-8" or "utf8" or "65001") return new UTF8Encoding(false, throwOnInvalidBytes: true);
        var digits = plain.StartsWith("cp", StringComparison.Ordinal) ? plain[2..] : plain.StartsWith("ansi ", StringComparison.Ordinal) ? plain[5..] : plain;
        try
        {
            // ESRI writes ISO 8859-1 as 88591.
            if (digits.StartsWith("8859", StringComparison.Ordinal)) return Encoding.GetEncoding("iso-8859-" + digits[4..].TrimStart('-'));
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Encoding.GetEncoding(page) : Encoding.GetEncoding(plain);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The encoding of Vietnamese written before Unicode, told by the spelling of its words.</summary>
    /// <param name="bytes">Text beyond ASCII that is not valid UTF-8.</param>
    /// <returns>TCVN3 or windows-1258 and the share of words that are then Vietnamese syllables; null when neither makes it Vietnamese.</returns>
    public static (Encoding Encoding, double Confidence)? DetectVietnamese(ReadOnlySpan<byte> bytes)
    {
        var (best, share) = (default(Encoding), 0d);
        foreach (var encoding in (Encoding[])[Tcvn3, Find("windows-1258")!])
        {
            var judged = VietnameseSyllables.Judge(encoding.GetString(bytes).Normalize());
            if (judged.Words > 0 && judged.Share > share) (best, share) = (encoding, judged.Share);
        }

        return best is not null && share >= Enough ? (best, share) : null;
    }
}
