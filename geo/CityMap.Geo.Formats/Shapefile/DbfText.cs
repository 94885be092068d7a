using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CityMap.Geo.Formats.Texts;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>In which encoding the texts of an attribute table stand.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="How">How that is known, for people.</param>
/// <param name="Doubt">What a person should look at; null when the encoding was stated and fits.</param>
internal sealed record DbfText(Encoding Encoding, string How, string? Doubt)
{
    // Below this a few words could be Vietnamese by chance.
    private const double Sure = 0.75;

    /// <summary>Decides: what was stated, else the <c>.cpg</c>, else the header's mark, each only if the texts are not plainly something else.</summary>
    /// <param name="stated">What a person says; never doubted.</param>
    /// <param name="codePage">The text of the <c>.cpg</c>.</param>
    /// <param name="mark">Byte 29 of the header, the language driver.</param>
    /// <param name="descriptors">The bytes that hold the names of the columns.</param>
    /// <param name="fields">The columns.</param>
    /// <param name="sample">Some rows.</param>
    /// <param name="rowLength">The length of a row in bytes.</param>
    public static DbfText Decide(Encoding? stated, string? codePage, byte mark, byte[] descriptors, List<DbfField> fields, byte[] sample, int rowLength)
    {
        if (stated is not null) return new(stated, "as stated", null);
        var text = TextOf(descriptors, fields, sample, rowLength);
        var utf8 = TextEncodings.Find("utf-8")!;
        if (Ascii.IsValid(text)) return new(Lenient(codePage is null ? utf8 : TextEncodings.Find(codePage) ?? utf8), "plain letters only", null);
        var named = codePage is null ? null : TextEncodings.Find(codePage);
        if (Utf8.IsValid(text)) return new(utf8, named is UTF8Encoding ? ".cpg" : "valid UTF-8", named is null or UTF8Encoding ? null : $"The .cpg says {named.WebName}, but the texts are UTF-8, and are read as that.");
        if (named is not null and not UTF8Encoding && named.CodePage is not (1252 or 28591)) return new(named, ".cpg", null);
        if (TextEncodings.DetectVietnamese(text) is { } found && found.Confidence >= Sure)
        {
            var share = found.Confidence.ToString("P0", CultureInfo.InvariantCulture);
            return new(found.Encoding, $"{share} of its words are Vietnamese in it", $"The texts are read as {found.Encoding.WebName}: {share} of the words are then spelled as Vietnamese is. State the encoding if that is wrong.");
        }

        if ((named ?? OfMark(mark)) is { } marked and not UTF8Encoding) return new(marked, named is null ? "as its header says" : ".cpg", null);
        var latin = TextEncodings.Find("windows-1252")!;
        return new(latin, "a guess", "Nothing says in which encoding the texts are; they are read as windows-1252. State the encoding if letters look wrong.");
    }

    // A name cut off within a letter is no reason to stop.
    private static Encoding Lenient(Encoding encoding) => encoding is UTF8Encoding ? Encoding.UTF8 : encoding;

    private static byte[] TextOf(byte[] descriptors, List<DbfField> fields, byte[] sample, int rowLength)
    {
        using var text = new MemoryStream();
        for (var at = 0; at + 32 <= descriptors.Length && descriptors[at] != 0x0D; at += 32) Add(descriptors.AsSpan(at, 11));
        for (var at = 0; at + rowLength <= sample.Length; at += rowLength)
        {
            foreach (var field in fields.Where(field => field.IsText)) Add(sample.AsSpan(at + field.Offset, field.Length));
        }

        return text.ToArray();

        void Add(ReadOnlySpan<byte> bytes)
        {
            text.Write(WithoutHalfLetter(DbfField.Trimmed(bytes)));
            text.WriteByte((byte)' ');
        }
    }

    // Programs cut UTF-8 at the width of the column, within a letter.
    private static ReadOnlySpan<byte> WithoutHalfLetter(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 1; cut <= 3 && cut <= bytes.Length; cut++)
        {
            var lead = bytes[^cut];
            if (lead < 0x80) return bytes;
            if (lead >= 0xC0) return cut < (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) ? bytes[..^cut] : bytes;
        }

        return bytes;
    }

    private static Encoding? OfMark(byte mark) => mark switch
    {
        0x01 or 0x09 or 0x0B or 0x0D or 0x0F or 0x11 or 0x15 or 0x18 or 0x19 or 0x1B => TextEncodings.Find("437"),
        0x02 or 0x0A or 0x0E or 0x10 or 0x12 or 0x14 or 0x16 or 0x1A or 0x1D or 0x25 or 0x37 => TextEncodings.Find("850"),
        0x03 or 0x57 or 0x58 or 0x59 => TextEncodings.Find("1252"),
        0x4D or 0x7A => TextEncodings.Find("936"),
        0x4F or 0x78 => TextEncodings.Find("950"),
        0x50 or 0x7C => TextEncodings.Find("874"),
        0x13 or 0x7B => TextEncodings.Find("932"),
        0xC8 => TextEncodings.Find("1250"),
        0xC9 => TextEncodings.Find("1251"),
        _ => null,
    };
}
