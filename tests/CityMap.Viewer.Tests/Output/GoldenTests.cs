using CityMap.Viewer.Output;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Tests.Paper;
using Xunit;

namespace CityMap.Viewer.Tests.Output;

/// <summary>
/// Maps look as they did when somebody last looked at them (<c>golden/</c>). After a wanted change, run with CITYMAP_GOLDEN=write, look
/// at the pictures, and commit them.
/// </summary>
public sealed class GoldenTests
{
    // Other machines smooth edges a little differently.
    private const double Tolerance = 0.01;

    [Theory]
    [InlineData("city-light", 13.2, MapTheme.Light)]
    [InlineData("city-night", 13.2, MapTheme.Night)]
    [InlineData("streets-light", 16, MapTheme.Light)]
    public void A_map_looks_as_it_did(string name, double zoom, MapTheme theme) =>
        Compare(name, MapOutput.Png(TestCity.Scene(TestCity.Document(zoom, theme)), TestSheet.Sheet, 1, CancellationToken.None));

    [Fact]
    public void A_page_looks_as_it_did() => Compare("page", PageOutput.Png(PdfTests.Page(), TestSheet.Sheet, 72, CancellationToken.None));

    [Fact]
    public void A_missing_layer_would_be_seen()
    {
        var document = TestCity.Document(13.2);
        var whole = MapOutput.Png(TestCity.Scene(document), TestSheet.Sheet, 1, CancellationToken.None);
        var less = MapOutput.Png(TestCity.Scene(document with { Hidden = new HashSet<string> { "streets" } }), TestSheet.Sheet, 1, CancellationToken.None);
        Assert.True(PictureDifference.Of(whole, less) > 2 * Tolerance);
    }

    [Fact]
    public void An_SVG_needs_no_font_and_no_picture_and_says_what_it_shows()
    {
        var svg = System.Text.Encoding.UTF8.GetString(PageOutput.Svg(PdfTests.Page(), TestSheet.Sheet, CancellationToken.None));
        Assert.StartsWith("<?xml", svg, StringComparison.Ordinal);
        Assert.Contains("<title>Phường Đông Kinh</title>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<text", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<image", svg, StringComparison.Ordinal);
    }

    private static void Compare(string name, byte[] picture)
    {
        var file = Path.Combine(TestSheet.Root(), "tests", "CityMap.Viewer.Tests", "Output", "golden", name + ".png");
        if (Environment.GetEnvironmentVariable("CITYMAP_GOLDEN") == "write") File.WriteAllBytes(file, picture);
        var difference = PictureDifference.Of(File.ReadAllBytes(file), picture);
        if (difference > Tolerance) Assert.Fail($"{difference:P1} of {name} differs; the new picture is {Kept(name, picture)}.");
    }

    private static string Kept(string name, byte[] picture)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("citymap-golden-").FullName, name + ".png");
        File.WriteAllBytes(file, picture);
        return file;
    }
}
