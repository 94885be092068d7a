using System.Security;
using System.Text;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Sheets;
using SkiaSharp;

namespace CityMap.Viewer.Output;

/// <summary>Turns pages into files.</summary>
public static class PageOutput
{
    private const float PointsPerPixel = 72f / 96;

    /// <summary>A PNG of one page.</summary>
    public static byte[] Png(MapPage page, MapSheet sheet, float dpi, CancellationToken cancellationToken)
    {
        using var surface = MapOutput.Surface(page.Size.Width, page.Size.Height, dpi / 96);
        using var pixels = surface.PeekPixels();
        new PagePainter(sheet).Draw(surface.Canvas, page, Medium.Pixels, pixels, cancellationToken);
        return MapOutput.Encode(surface);
    }

    /// <summary>A PDF: lines and areas as vectors, text as text with its fonts inside.</summary>
    /// <param name="pages">One at a time, so that a long atlas does not keep every map in memory.</param>
    /// <param name="sheet">Symbols and fonts.</param>
    /// <param name="title">Of the document.</param>
    /// <param name="created">When it was made.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="cancellationToken">Stops it; what was written is no whole document then.</param>
    public static void Pdf(IEnumerable<MapPage> pages, MapSheet sheet, string title, DateTimeOffset created, Stream output, CancellationToken cancellationToken)
    {
        var about = new SKDocumentPdfMetadata
        {
            Title = title,
            Creator = "CityMap",
            Producer = "CityMap",
            Creation = created.UtcDateTime,
            Modified = created.UtcDateTime,
            RasterDpi = 300,
            EncodingQuality = 90,
        };
        using var stream = new SKManagedWStream(output);
        using var document = SKDocument.CreatePdf(stream, about);
        foreach (var page in pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var canvas = document.BeginPage(page.Size.Width * PointsPerPixel, page.Size.Height * PointsPerPixel);
            canvas.Scale(PointsPerPixel);
            new PagePainter(sheet).Draw(canvas, page, Medium.Pdf, null, cancellationToken);
            document.EndPage();
        }

        document.Close();
    }

    /// <summary>
    /// An SVG of one page. Letters are outlines, so that it looks the same wherever it is opened; its title and description are text (SVG 1.1, 5.4).
    /// </summary>
    public static byte[] Svg(MapPage page, MapSheet sheet, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(page.Size.Width, page.Size.Height), output))
        {
            new PagePainter(sheet).Draw(canvas, page, Medium.Svg, null, cancellationToken);
        }

        return Described(output.ToArray(), page);
    }

    private static byte[] Described(byte[] svg, MapPage page)
    {
        var text = Encoding.UTF8.GetString(svg);
        var inside = text.IndexOf('>', text.IndexOf("<svg", StringComparison.Ordinal)) + 1;
        var about = string.Join(" · ", new[] { page.Subtitle, page.Attribution }.Where(part => part.Length > 0));
        return Encoding.UTF8.GetBytes(text.Insert(inside, $"\n\t<title>{SecurityElement.Escape(page.Title)}</title>\n\t<desc>{SecurityElement.Escape(about)}</desc>"));
    }
}
