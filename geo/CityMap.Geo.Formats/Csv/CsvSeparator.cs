using System.Text;

namespace CityMap.Geo.Formats.Csv;

/// <summary>The line by which Excel is told what parts the columns, as in <c>sep=;</c>. It stands before the header and is no part of the table.</summary>
internal static class CsvSeparator
{
    private const string Word = "sep=";

    /// <summary>Looks at the beginning of a file; the stream stands afterwards where it stood.</summary>
    /// <returns>What parts the columns; null when the file does not say.</returns>
    public static async Task<char?> FindAsync(Stream stream, Encoding encoding, CancellationToken cancellationToken)
    {
        var start = stream.Position;
        var line = new char[Word.Length + 2];
        using (var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 128, leaveOpen: true))
        {
            if (await text.ReadBlockAsync(line, cancellationToken) < line.Length) line[0] = '\0';
        }

        stream.Position = start;
        return line.AsSpan().StartsWith(Word, StringComparison.OrdinalIgnoreCase) && line[^1] is '\r' or '\n' ? line[^2] : null;
    }
}
