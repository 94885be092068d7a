using CityMap.Geo.Formats.Tables;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Tables;

public sealed class XlsxTableTests
{
    private static MemoryStream Write(params object?[][] rows)
    {
        var output = new MemoryStream();
        using (var table = new XlsxTable(output, "Sự cố", [.. Enumerable.Repeat(12, rows.Max(row => row.Length))]))
        {
            foreach (var row in rows) table.Write(row);
        }

        output.Position = 0;
        return output;
    }

    private static List<Cell> Cells(SpreadsheetDocument document) =>
        [.. document.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>()];

    [Fact]
    public void A_workbook_is_valid_by_the_standard()
    {
        using var file = Write(["Mã", "Lúc"], ["a", new DateTime(2026, 11, 23, 14, 5, 0)], [true, 2.5, null, 7L]);
        using var document = SpreadsheetDocument.Open(file, false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void Text_stays_text_whatever_it_begins_with()
    {
        using var file = Write(["Tiêu đề"], ["=1+1"], ["Cây đổ\u0001"]);
        using var document = SpreadsheetDocument.Open(file, false);

        var cells = Cells(document);
        Assert.All(cells, cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        Assert.Equal(["Tiêu đề", "=1+1", "Cây đổ"], cells.Select(cell => cell.InnerText));
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
    }

    [Fact]
    public void Columns_beyond_Z_are_named_on()
    {
        using var file = Write([.. Enumerable.Range(0, 30).Select(i => (object?)(long)i)]);
        using var document = SpreadsheetDocument.Open(file, false);

        Assert.Equal(["Y1", "Z1", "AA1", "AB1"], Cells(document).Skip(24).Take(4).Select(cell => cell.CellReference!.Value));
    }
}
