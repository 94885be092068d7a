using CityMap.Geo.Formats.Csv;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Geo.Formats.Rows;

namespace CityMap.Server.Imports;

/// <summary>A file that was uploaded and can be read twice: once to learn what it holds, once to store it.</summary>
internal sealed class ImportSource(string file, ImportOptions options)
{
    /// <summary>How the file was read, for people.</summary>
    public string How { get; private set; } = "";

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Fraction { get; private set; }

    /// <summary>Rows and remarks in the order of the file.</summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, useAsync: true);
        var items = (options.Format ?? await RecogniseAsync(stream, cancellationToken)) == ImportFormat.GeoJson
            ? ReadGeoJsonAsync(stream, cancellationToken)
            : ReadCsvAsync(stream, cancellationToken);
        var count = 0;
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if ((count++ & 0xFF) == 0) Fraction = stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;
            yield return item;
        }

        Fraction = 1;
    }

    private static async Task<ImportFormat> RecogniseAsync(FileStream stream, CancellationToken cancellationToken)
    {
        var head = new byte[256];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        var text = head.AsSpan(0, length);
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        return text.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? ImportFormat.GeoJson : ImportFormat.Csv;
    }

    private IAsyncEnumerable<SourceItem> ReadGeoJsonAsync(Stream stream, CancellationToken cancellationToken)
    {
        How = "GeoJSON";
        return GeoJsonReader.ReadAsync(stream, cancellationToken);
    }

    private async IAsyncEnumerable<SourceItem> ReadCsvAsync(
        Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var settings = new CsvOptions { Delimiter = options.Delimiter, Longitude = options.Longitude, Latitude = options.Latitude, Id = options.Id };
        await using var reader = await CsvReader.OpenAsync(stream, settings, cancellationToken);
        How = Describe(reader);
        await foreach (var item in reader.ReadAsync(cancellationToken)) yield return item;
    }

    private static string Describe(CsvReader reader)
    {
        var columns = reader.Columns;
        var place = columns is { Longitude: { } x, Latitude: { } y }
            ? $"position from \"{columns.Names[x]}\" and \"{columns.Names[y]}\""
            : "no columns for a position were found";
        var id = columns.Id is { } key ? $", id from \"{columns.Names[key]}\"" : "";
        return $"CSV, {reader.Encoding.WebName}, {place}{id}";
    }
}
