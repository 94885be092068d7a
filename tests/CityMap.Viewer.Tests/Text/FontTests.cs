using CityMap.Viewer.Text;
using Xunit;

namespace CityMap.Viewer.Tests.Text;

/// <summary>Fonts: Vietnamese is shaped, what is missing is named.</summary>
public sealed class FontTests
{
    [Theory]
    [InlineData("Phường Đông Kinh")]
    [InlineData("Ngõ 5 Trần Đăng Ninh, hẻm Kỳ Lừa")]
    [InlineData("ẮẰẲẴẶ ẤẦẨẪẬ ỚỜỞỠỢ ỨỪỬỮỰ ỐỒỔỖỘ ẾỀỂỄỆ")]
    public void Every_Vietnamese_letter_has_a_glyph(string text)
    {
        var shaped = TestSheet.Sheet.Fonts.Shape(text, FontNames.Medium);
        Assert.All(shaped.Runs.SelectMany(r => r.Glyphs), glyph => Assert.NotEqual(0, glyph));
        Assert.True(shaped.Width > text.Length * 0.3f);
    }

    [Fact]
    public void Decomposed_letters_are_composed_first()
    {
        var fonts = TestSheet.Sheet.Fonts;
        Assert.Equal(fonts.Shape("Lạng Sơn", FontNames.Regular).Width, fonts.Shape("Lạng Sơn".Normalize(System.Text.NormalizationForm.FormD), FontNames.Regular).Width);
    }

    [Fact]
    public void A_missing_font_file_is_named()
    {
        using var fonts = new FontBook(new Dictionary<string, IReadOnlyList<string>> { ["Noto Sans Regular"] = ["/nowhere/noto.woff"] });
        Assert.Contains(fonts.Warnings, w => w.Contains("Noto Sans Regular is missing (noto.woff)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_font_file_is_named()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("citymap-font-").FullName, "bad.woff");
        var bytes = File.ReadAllBytes(Path.Combine(TestSheet.Folder, "fonts", "noto-sans-latin-400-normal.woff"));
        File.WriteAllBytes(file, bytes[..2000]);
        using var fonts = new FontBook(new Dictionary<string, IReadOnlyList<string>> { ["Noto Sans Regular"] = [file] });
        Assert.Contains(fonts.Warnings, w => w.Contains("bad.woff", StringComparison.Ordinal));
    }
}
