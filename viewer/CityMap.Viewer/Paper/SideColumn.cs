using CityMap.Viewer.Drawing;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Paper;

/// <summary>The column of legend, figures and facts: beside the map, on upright paper in columns below it.</summary>
internal static class SideColumn
{
    private const float ColumnWidth = 62 * PageSize.Millimetre;
    private const float Indent = 34;

    /// <summary>Draws it; what does not fit is left out and said so.</summary>
    public static void Draw(PageWriter writer, MapPage page)
    {
        var box = PageLayout.SideBox(page.Size);
        var columns = Math.Max(1, (int)((box.Width + 12) / ColumnWidth));
        var width = (box.Width - ((columns - 1) * 14)) / columns;
        var (column, y) = (0, box.Top + 12);
        foreach (var block in page.Side)
        {
            if (y + 34 > box.Bottom && !Next()) return;
            writer.Text(block.Heading, new(Left(), y), 11, FontNames.Bold, "ink");
            writer.Line(new(Left(), y + 4), new(Left() + width, y + 4), writer.Ink("line"), 0.8f);
            y += 20;
            foreach (var row in block.Rows)
            {
                if (y > box.Bottom - 4 && !Next()) return;
                y = Row(writer, row, new(Left(), y), width);
            }

            y += 10;
        }

        float Left() => box.Left + (column * (width + 14));

        bool Next()
        {
            if (column + 1 >= columns)
            {
                writer.Text("…", new(Left(), box.Bottom), 11, FontNames.Bold, "label");
                return false;
            }

            (column, y) = (column + 1, box.Top + 12);
            return true;
        }
    }

    private static float Row(PageWriter writer, PageRow row, SKPoint at, float width)
    {
        if (row.Sample is { } sample) Sample(writer, sample, new(at.X + 12, at.Y - 3.5f));
        var indent = row.Sample is null ? 0 : Indent;
        var value = row.Value is null ? 0 : writer.Width(row.Value, 10, FontNames.Medium);
        if (row.Value is not null) writer.Text(row.Value, new(at.X + width - value, at.Y), 10, FontNames.Medium, "ink");
        var end = writer.Paragraph(row.Text, new(at.X + indent, at.Y), width - indent - value - (value > 0 ? 8 : 0), 10, FontNames.Regular, row.Muted ? "label" : "ink");
        return Math.Max(end + 3, at.Y + (row.Sample is null ? 16 : 18));
    }

    private static void Sample(PageWriter writer, Swatch sample, SKPoint at)
    {
        if (sample.Symbol is { } name && writer.Brush.Symbols.Find(name) is { } symbol)
        {
            var scale = Math.Min(0.8f, 26 / symbol.Height);
            new SymbolItem(name, at, scale, 1, SKRect.Empty).Draw(writer.Brush);
        }
        else if (sample.Dot) new CirclesItem(new(4, sample.Fill!.Value, writer.Ink("halo"), 1), [(null!, at)]).Draw(writer.Brush);
        else if (sample.Fill is { } fill)
        {
            var box = new SKRect(at.X - 12, at.Y - 6, at.X + 12, at.Y + 6);
            writer.Rect(box, fill);
            writer.Box(box, sample.Line ?? writer.Ink("line"), 0.8f);
        }
        else if (sample.Line is { } line)
        {
            var outline = new Outline([new(at.X - 12, at.Y), new(at.X + 12, at.Y)], [0]);
            new LineItem(outline, close: false, new(line, sample.LineWidth, SKStrokeCap.Butt, SKStrokeJoin.Round, sample.Dash)).Draw(writer.Brush);
        }
    }
}
