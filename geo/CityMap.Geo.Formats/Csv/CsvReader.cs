using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CityMap.Geo.Formats.Rows;
using Sylvan.Data.Csv;

namespace CityMap.Geo.Formats.Csv;

/// <summary>
/// Reads CSV (RFC 4180, with other delimiters and encodings) as a stream of rows. All values are text; a place is made from the columns of a
/// position, or of well-known text, when there are any. A row of the wrong width, a position that is none, an open quote at the end: each is reported with its line.
/// </summary>
public sealed class CsvReader : IAsyncDisposable
{
    private readonly CsvDataReader reader;
    private readonly CsvPlace place;
    private readonly string[] names;
    private readonly string[] texts;
    private readonly Dictionary<string, int> columns;
    private readonly char? delimiter;
    private long line;

    private CsvReader(CsvDataReader reader, CsvColumns columns, CsvPlace place, Encoding encoding, char? delimiter, int headerLine)
    {
        (this.reader, Columns, this.place, Encoding, this.delimiter, line) = (reader, columns, place, encoding, delimiter, headerLine);
        names = [.. columns.Names.Where((_, i) => i != columns.Wkt)];
        texts = new string[columns.Names.Count];
        this.columns = names.Select((name, i) => (name, i)).ToDictionary(column => column.name, column => column.i, StringComparer.Ordinal);
    }

    /// <summary>The columns, and which of them were taken for the position.</summary>
    public CsvColumns Columns { get; }

    /// <summary>The encoding used.</summary>
    public Encoding Encoding { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <param name="stream">Plain bytes that can seek; see <see cref="SourceFile.Unpack"/> for gzip, which must be unpacked to a file first.</param>
    /// <param name="options">What is known about the file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="CsvException">No header, a column twice, a stated column that does not exist.</exception>
    public static async Task<CsvReader> OpenAsync(Stream stream, CsvOptions options, CancellationToken cancellationToken)
    {
        var encoding = options.Encoding ?? await DetectAsync(stream, cancellationToken);
        try
        {
            var separator = await CsvSeparator.FindAsync(stream, encoding, cancellationToken);
            var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
            if (separator is not null) await text.ReadLineAsync(cancellationToken);
            var delimiter = options.Delimiter ?? separator;
            var settings = new CsvDataReaderOptions { HasHeaders = true, Delimiter = delimiter, BufferSize = 128 * 1024, MaxBufferSize = 16 * 1024 * 1024, CsvStyle = CsvStyle.Lax };
            var reader = await CsvDataReader.CreateAsync(text, settings, cancellationToken);
            var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
            Check(names);
            var columns = Find(names, options);
            return new(reader, columns, new(columns, options.Crs), text.CurrentEncoding, delimiter, separator is null ? 1 : 2);
        }
        catch (Exception error) when (error is not (CsvException or OperationCanceledException))
        {
            throw new CsvException(Explain(error), error);
        }
    }

    /// <summary>Rows and remarks in the order of the file. A fatal remark is the last item.</summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            SourceItem? item;
            try
            {
                if (!await reader.ReadAsync(cancellationToken)) yield break;
                line++;
                item = Row();
                if (LineBreaksWithin() is > 0 and var breaks)
                {
                    item = CsvQuotes.FindProblem(reader.GetRawRecordSpan(), delimiter, line) ?? item;
                    line += breaks;
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                item = new SourceRemark(line + 1, Gravity.Fatal, "", Explain(error));
            }

            if (item is not null) yield return item;
            if (item is SourceRemark { Gravity: Gravity.Fatal }) yield break;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => reader.DisposeAsync();

    private static CsvColumns Find(List<string> names, CsvOptions options)
    {
        var columns = CsvColumns.Find(names, options);
        return options.WithoutPosition ? columns with { Longitude = null, Latitude = null, Wkt = null } : columns;
    }

    private static async Task<Encoding> DetectAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = stream.Position;
        var (encoding, _) = await SourceFile.DetectEncodingAsync(stream, cancellationToken);
        stream.Position = start;
        return encoding;
    }

    private static void Check(List<string> names)
    {
        if (names.Count == 0 || names.All(string.IsNullOrWhiteSpace)) throw new CsvException("The file has no header line.");
        var twice = names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Key.Length > 0 && g.Count() > 1);
        if (twice is not null) throw new CsvException($"The column \"{twice.Key}\" stands twice in the header.");
    }

    private SourceItem? Row()
    {
        var width = Columns.Names.Count;
        if (reader.RowFieldCount == 1 && reader.GetString(0).Length == 0 && width > 1) return null;
        if (reader.RowFieldCount != width)
        {
            return new SourceRemark(line, Gravity.Bad, "", string.Create(CultureInfo.InvariantCulture, $"The row has {reader.RowFieldCount} values, the header has {width} columns."));
        }

        for (var i = 0; i < width; i++) texts[i] = reader.GetString(i);
        var values = new object?[names.Length];
        for (int i = 0, at = 0; i < width; i++)
        {
            if (i != Columns.Wkt) values[at++] = Empty(texts[i]);
        }

        return place.Read(texts, line, out var geometry) is { } remark
            ? remark
            : new SourceRow(line, Columns.Id is { } id ? Empty(texts[id]) : null, geometry, new CsvValues(columns, names, values));
    }

    private static string? Empty(string text) => text.Length == 0 ? null : text;

    private int LineBreaksWithin()
    {
        var breaks = 0;
        for (var i = 0; i < reader.RowFieldCount; i++) breaks += reader.GetFieldSpan(i).Count('\n');
        return breaks;
    }

    private static string Explain(Exception error) => error switch
    {
        CsvMissingHeadersException => "The file has no header line.",
        DecoderFallbackException => "The file is not valid UTF-8 throughout; state its encoding.",
        InvalidDataException or EndOfStreamException or ICSharpCode.SharpZipLib.SharpZipBaseException => "The compressed file is damaged or ends too early.",
        _ => $"The file cannot be read on from here: {error.Message}",
    };
}
