using System.Globalization;
using System.Text;

namespace CityMap.Geo.Formats.Tables;

/// <summary>
/// Writes rows as CSV (RFC 4180): UTF-8 with a byte order mark, so that spreadsheets read Vietnamese; CRLF between rows. A text that a
/// spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection).
/// </summary>
/// <param name="output">Where to; written only by <see cref="FlushAsync"/>, not closed.</param>
public sealed class CsvTable(Stream output) : IAsyncDisposable
{
    private static readonly char[] _special = ['"', ',', '\r', '\n'];
    private readonly StringBuilder _rows = new("\uFEFF");

    /// <summary>Writes one row: text, numbers, true and false, times without a zone (as they stand on the wall), or nothing.</summary>
    public void Write(IReadOnlyList<object?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) _rows.Append(',');
            Write(Text(cells[i]));
        }

        _rows.Append("\r\n");
    }

    /// <summary>Sends on what was written; until then it is in memory.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(_rows.ToString());
        _rows.Clear();
        await output.WriteAsync(bytes, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await FlushAsync(CancellationToken.None);

    private void Write(string text)
    {
        if (text.AsSpan().IndexOfAny(_special) < 0) _rows.Append(text);
        else _rows.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n') ? "'" + text : text,
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell cannot hold a {cell.GetType().Name}.", nameof(cell)),
    };
}
