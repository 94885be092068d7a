using System.Collections.Frozen;
using System.Text;

namespace CityMap.Geo.Formats.Texts;

/// <summary>
/// TCVN3, the "ABC" encoding of Vietnamese, one byte a letter: what departments' fonts named .Vn… wrote before Unicode. Most accented capitals were
/// other fonts with the bytes of the small letters; those few the standard has (TCVN 5712:1993, VN2) are read too, as are its combining marks.
/// </summary>
public sealed class Tcvn3Encoding : Encoding
{
    private const char Unknown = '\uFFFD';

    private const string Upper =
        "\u00A0ĂÂÊÔƠƯĐăâêôơưđẰ" + // A0 to AF
        "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ" + // B0 to BF
        "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ" + // C0 to CF
        "éẹềểễếệìỉỄẾỒĩíịò" + // D0 to DF
        "Ổỏõóọồổỗốộờởỡớợù" + // E0 to EF
        "ỖủũúụừửữứựỳỷỹýỵỐ"; // F0 to FF

    private static readonly FrozenDictionary<char, byte> Bytes = Upper.Select((letter, i) => (letter, Byte: (byte)(0xA0 + i)))
        .ToFrozenDictionary(pair => pair.letter, pair => pair.Byte);

    /// <inheritdoc/>
    public override string EncodingName => "Vietnamese (TCVN3)";

    /// <inheritdoc/>
    public override string WebName => "tcvn3";

    /// <inheritdoc/>
    public override bool IsSingleByte => true;

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => count;

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (var i = 0; i < charCount; i++)
        {
            var letter = chars[charIndex + i];
            bytes[byteIndex + i] = letter < 0x80 ? (byte)letter : Bytes.GetValueOrDefault(letter, (byte)'?');
        }

        return charCount;
    }

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (var i = 0; i < byteCount; i++)
        {
            var value = bytes[byteIndex + i];
            chars[charIndex + i] = value < 0x80 ? (char)value : value < 0xA0 ? Unknown : Upper[value - 0xA0];
        }

        return byteCount;
    }

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => charCount;

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => byteCount;
}
