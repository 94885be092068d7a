using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using CityMap.Viewer.Output;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Sheets;
using Xunit;

namespace CityMap.Viewer.Tests.Paper;

/// <summary>Paper: text that can be searched and copied, fonts inside, the size that was asked for.</summary>
public sealed class PdfTests
{
    [Fact]
    public void The_text_of_a_PDF_is_Vietnamese_text()
    {
        var text = Tool("pdftotext", "-layout", Write(Page()), "-");
        Assert.Contains("Phường Đông Kinh", text, StringComparison.Ordinal);
        Assert.Contains("Sự cố đang mở", text, StringComparison.Ordinal);
        Assert.Contains("1/1", text, StringComparison.Ordinal);
        // The font makes these of a letter and a dot below it.
        foreach (var word in new[] { "Địa bàn", "Rất nhẹ", "Báo đã khắc phục" }) Assert.Contains(word, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_on_the_map_is_text_once_though_it_has_a_halo_and_runs_along_a_street()
    {
        var words = Regex.Replace(Tool("pdftotext", "-raw", Write(Page()), "-"), @"\s+", "");
        Assert.Single(Regex.Matches(words, "VườnhoaĐôngKinh"));
        var streets = TestCity.Sources["streets"].Features.Select(f => f.Attributes.GetValueOrDefault("name") as string).OfType<string>().Where(n => n.AsSpan().IndexOfAny("ịẹụ") >= 0);
        Assert.Contains(streets, name => words.Contains(name.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_font_of_a_PDF_is_inside_it()
    {
        var fonts = Tool("pdffonts", Write(Page())).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"Noto.*\s+yes\s+(yes|no)\s+yes\s+\d+", font));
    }

    [Fact]
    public void A_PDF_has_the_size_of_its_paper() => Assert.Matches(@"Page size: +1190\.\d+ x 84[12]", Tool("pdfinfo", Write(Page())));

    [Fact]
    public void A_map_in_a_PDF_is_not_made_of_pixels()
    {
        var images = Tool("pdfimages", "-list", Write(Page())).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.Empty(images);
    }

    internal static MapPage Page()
    {
        var size = PageSize.Parse("A3")!;
        var (width, height) = PageLayout.Frame(size, side: true);
        var document = TestCity.Document(14.6, MapTheme.Light, width, height) with { PixelRatio = 4 };
        var scene = TestCity.Scene(document);
        return new(size, scene, "Phường Đông Kinh")
        {
            Subtitle = "Hiện trạng lúc 25/11/2026 15:00",
            Attribution = "Nguồn: CityMap, dữ liệu minh hoạ",
            Graticule = GraticuleKind.Vn2000,
            Number = 1,
            Of = 1,
            Side = [new("Sự cố đang mở", [new("Đang mở") { Value = "30" }]), .. Legend.Of(document, scene, [new("districts", "Địa bàn"), new("water", "Sông, hồ")])],
        };
    }

    private static string Write(MapPage page)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("citymap-pdf-").FullName, "map.pdf");
        using var output = File.Create(file);
        PageOutput.Pdf([page], TestSheet.Sheet, page.Title, new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero), output, CancellationToken.None);
        return file;
    }

    private static string Tool(string name, params string[] arguments)
    {
        using var tool = Process.Start(new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var said = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        Assert.Equal(0, tool.ExitCode);
        return said;
    }
}
