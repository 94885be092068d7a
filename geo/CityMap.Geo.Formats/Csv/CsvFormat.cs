using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.Csv;

/// <summary>CSV (RFC 4180) and its cousins. Nothing in its bytes tells it from other text: it is what a text is that is nothing else.</summary>
public sealed class CsvFormat : SourceFormat
{
    /// <inheritdoc/>
    public override string Id => "csv";

    /// <inheritdoc/>
    public override string Name => "CSV";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = ["csv", "tsv", "txt"];

    /// <inheritdoc/>
    public override bool Recognises(SourceHead head) => false;

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceItem> ReadAsync(
        Source source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = source.Open();
        await using var reader = await OpenAsync(source, stream, cancellationToken);
        source.How = Describe(reader);
        source.Crs = source.Options.Crs ?? source.Crs;
        await foreach (var item in CrsWatch.Apply(reader.ReadAsync(cancellationToken), cancellationToken)) yield return item;
    }

    private static async Task<CsvReader> OpenAsync(Source source, Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            return await CsvReader.OpenAsync(stream, source.Options.Csv with { Id = source.Options.Id, Encoding = source.Options.Encoding, Crs = source.Options.Crs }, cancellationToken);
        }
        catch (CsvException refused)
        {
            throw new SourceRefusal("import_failed", refused.Message, refused);
        }
    }

    private static string Describe(CsvReader reader)
    {
        var columns = reader.Columns;
        var place = columns is { Longitude: { } x, Latitude: { } y } ? $"position from \"{columns.Names[x]}\" and \"{columns.Names[y]}\""
            : columns.Wkt is { } wkt ? $"geometry from \"{columns.Names[wkt]}\""
            : "no columns for a position were found";
        var id = columns.Id is { } key ? $", id from \"{columns.Names[key]}\"" : "";
        return $"CSV, {reader.Encoding.WebName}, {place}{id}";
    }
}
