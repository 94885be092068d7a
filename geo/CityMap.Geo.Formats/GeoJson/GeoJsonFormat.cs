using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>GeoJSON (RFC 7946).</summary>
public sealed class GeoJsonFormat : SourceFormat
{
    /// <inheritdoc/>
    public override string Id => "geojson";

    /// <inheritdoc/>
    public override string Name => "GeoJSON";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = ["geojson", "json"];

    /// <inheritdoc/>
    public override bool KnowsTexts => true;

    /// <inheritdoc/>
    public override bool Recognises(SourceHead head) => head.Bytes.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceItem> ReadAsync(
        Source source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        source.How = Name;
        await using var stream = source.Open();
        var items = GeoJsonReader.ReadAsync(stream, source.Options.Crs, crs => source.Crs = crs, cancellationToken);
        await foreach (var item in CrsWatch.Apply(items, cancellationToken)) yield return item;
    }
}
