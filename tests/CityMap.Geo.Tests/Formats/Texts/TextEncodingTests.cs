using CityMap.Geo.Formats.Texts;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Texts;

public sealed class TextEncodingTests
{
    // Every letter, with the byte TCVN 5712:1993 gives it.
    [Fact]
    public void TCVN3_gives_every_letter_the_byte_of_the_standard()
    {
        (byte Byte, string Letters)[] runs = [(0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"), (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ")];
        foreach (var (first, letters) in runs)
        {
            var bytes = Enumerable.Range(first, letters.Length).Select(b => (byte)b).ToArray();
            Assert.Equal(letters, TextEncodings.Tcvn3.GetString(bytes));
            Assert.Equal(bytes, TextEncodings.Tcvn3.GetBytes(letters));
        }
    }

    [Fact]
    public void Text_of_TCVN3_is_told_from_windows_1258_and_from_other_languages()
    {
        Assert.Equal("tcvn3", TextEncodings.DetectVietnamese(TextEncodings.Tcvn3.GetBytes("trường tiểu học, bệnh viện đa khoa"))?.Encoding.WebName);
        Assert.Null(TextEncodings.DetectVietnamese(TextEncodings.Find("windows-1252")!.GetBytes("Ñandú Señor Straße Garçon Größe Übung")));
    }

    [Theory]
    [InlineData("UTF-8", "utf-8")]
    [InlineData("65001", "utf-8")]
    [InlineData("1258", "windows-1258")]
    [InlineData("ANSI 1252", "windows-1252")]
    [InlineData("88591", "iso-8859-1")]
    [InlineData("cp1258", "windows-1258")]
    [InlineData("ABC", "tcvn3")]
    [InlineData("klingon", null)]
    public void Encodings_are_known_by_the_names_files_give_them(string name, string? encoding) => Assert.Equal(encoding, TextEncodings.Find(name)?.WebName);

    [Theory]
    [InlineData("L?ng S?n", true)]
    [InlineData("L\uFFFDng", true)]
    [InlineData("Which one?", false)]
    [InlineData("a? b", false)]
    public void Letters_lost_before_are_seen(string text, bool lossy) => Assert.Equal(lossy, LossyText.Is(text));
}
