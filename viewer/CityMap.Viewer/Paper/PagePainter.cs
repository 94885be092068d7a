using CityMap.Viewer.Drawing;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>Draws a page.</summary>
internal sealed class PagePainter(MapSheet sheet)
{
    /// <summary>Draws on a canvas whose unit is a CSS pixel.</summary>
    public void Draw(SKCanvas canvas, MapPage page, Medium medium, SKPixmap? pixels, CancellationToken cancellationToken)
    {
        using var brush = new Brush(canvas, sheet.Symbols, medium);
        var writer = new PageWriter(brush, sheet, page.Theme);
        writer.Ground(page.Size);
        var frame = PageLayout.FrameBox(page.Size, page.Side.Count > 0);
        canvas.Save();
        canvas.Translate(frame.Left, frame.Top);
        page.Scene.Draw(canvas, sheet, medium, pixels, cancellationToken);
        canvas.Restore();
        Graticule.Draw(writer, page, frame);
        if (page.Size.IsPaper)
        {
            writer.Box(frame, writer.Ink("ink"), 1);
            NorthArrow.Draw(writer, new(frame.Right - 26, frame.Top + 30), page.Language);
            Title(writer, page);
            Foot(writer, page);
            if (page.Side.Count > 0) SideColumn.Draw(writer, page);
        }
        else Corner(writer, page, frame);
    }

    private static void Title(PageWriter writer, MapPage page)
    {
        var box = PageLayout.TitleBox(page.Size);
        writer.Fitted(page.Title, new(box.Left, box.Top + 22), box.Width - 8, 22, FontNames.Bold, "ink");
        writer.Fitted(page.Subtitle, new(box.Left, box.Top + 42), box.Width - 8, 11, FontNames.Regular, "label");
    }

    private static void Foot(PageWriter writer, MapPage page)
    {
        var box = PageLayout.FootBox(page.Size);
        var end = ScaleBar.Draw(writer, page.Scene.View, new(box.Left, box.Top + 10), page.Language);
        var number = page.Number > 0 ? $"{page.Number}/{page.Of}" : "";
        var width = number.Length > 0 ? writer.Width(number, 10, FontNames.Medium) : 0;
        if (number.Length > 0) writer.Text(number, new(box.Right - width, box.Bottom - 6), 10, FontNames.Medium, "ink");
        writer.Fitted(page.Attribution, new(end + 28, box.Top + 19), box.Right - end - 36, 9, FontNames.Regular, "label");
        writer.Fitted(Words.Projection(page), new(end + 28, box.Top + 33), box.Right - end - 44 - width, 9, FontNames.Regular, "label");
    }

    // A picture without paper around it says its scale and origin in a corner.
    private static void Corner(PageWriter writer, MapPage page, SKRect frame)
    {
        var width = Math.Min(frame.Width, writer.Width(page.Attribution, 9, FontNames.Regular) + 12);
        writer.Plate(new(frame.Right - width, frame.Bottom - 16, frame.Right, frame.Bottom));
        writer.Fitted(page.Attribution, new(frame.Right - width + 6, frame.Bottom - 5), width - 12, 9, FontNames.Regular, "label");
        writer.Plate(new(frame.Left, frame.Bottom - 44, frame.Left + 214, frame.Bottom));
        ScaleBar.Draw(writer, page.Scene.View, new(frame.Left + 8, frame.Bottom - 37), page.Language);
    }
}
