using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CityMap.Geo.Formats.Tables;

/// <summary>
/// Writes rows as one sheet of a workbook (ECMA-376, SpreadsheetML), row by row: the libraries for workbooks hold a whole sheet in memory.
/// Text is text, so nothing in it can be a formula. The first row stands still and is bold.
/// </summary>
public sealed class XlsxTable : IDisposable
{
    /// <summary>The most rows a sheet holds, the heading included.</summary>
    public const int MostRows = 1_048_576;

    private const int MostCharacters = 32_767;
    private readonly ZipArchive _archive;
    private readonly XmlWriter _sheet;
    private int _row;

    /// <summary>Begins a workbook.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="name">The sheet's name, at most 31 characters.</param>
    /// <param name="widths">Widths of the columns in characters.</param>
    public XlsxTable(Stream output, string name, IReadOnlyList<int> widths)
    {
        _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
        XlsxParts.Write(_archive, name);
        _sheet = XmlWriter.Create(
            _archive.CreateEntry(XlsxParts.Sheet, CompressionLevel.Fastest).Open(),
            new XmlWriterSettings { CloseOutput = true, Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
        _sheet.WriteStartElement("worksheet", XlsxParts.Main);
        _sheet.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        _sheet.WriteStartElement("cols");
        for (var i = 0; i < widths.Count; i++) _sheet.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{widths[i]}\" customWidth=\"1\"/>"));
        _sheet.WriteEndElement();
        _sheet.WriteStartElement("sheetData");
    }

    /// <summary>Writes one row: text, numbers, true and false, times without a zone, or nothing. The first is the heading.</summary>
    /// <exception cref="InvalidOperationException">The sheet is full (<see cref="MostRows"/>).</exception>
    public void Write(IReadOnlyList<object?> cells)
    {
        if (_row == MostRows) throw new InvalidOperationException($"A sheet holds {MostRows} rows.");
        _row++;
        _sheet.WriteStartElement("row");
        _sheet.WriteAttributeString("r", Plain(_row));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i] is { } value) Write(value, Name(i) + Plain(_row));
        }

        _sheet.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sheet.Dispose();
        _archive.Dispose();
    }

    private void Write(object value, string place)
    {
        var (type, text) = value switch
        {
            string words => ("inlineStr", Clean(words)),
            bool flag => ("b", flag ? "1" : "0"),
            DateTime time => ("n", time.ToOADate().ToString(CultureInfo.InvariantCulture)),
            IFormattable number => ("n", number.ToString(null, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value)),
        };
        _sheet.WriteStartElement("c");
        _sheet.WriteAttributeString("r", place);
        _sheet.WriteAttributeString("s", Plain(value is DateTime ? XlsxParts.Time : _row == 1 ? XlsxParts.Heading : XlsxParts.Plain));
        _sheet.WriteAttributeString("t", type);
        if (value is string)
        {
            _sheet.WriteStartElement("is");
            _sheet.WriteStartElement("t");
            _sheet.WriteAttributeString("xml", "space", null, "preserve");
            _sheet.WriteString(text);
            _sheet.WriteEndElement();
            _sheet.WriteEndElement();
        }
        else
        {
            _sheet.WriteElementString("v", text);
        }

        _sheet.WriteEndElement();
    }

    // XML 1.0 §2.2 has few control characters and no half pairs, and a cell holds no more than so many characters.
    private static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > MostCharacters) break;
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) kept.Append(rune);
        }

        return kept.ToString();
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(int column) => column < 26 ? ((char)('A' + column)).ToString() : Name((column / 26) - 1) + (char)('A' + (column % 26));
}
