using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Gpx;

/// <summary>GPX 1.0 and 1.1.</summary>
public sealed class GpxFormat : SourceFormat
{
    /// <inheritdoc/>
    public override string Id => "gpx";

    /// <inheritdoc/>
    public override string Name => "GPX";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = ["gpx"];

    /// <inheritdoc/>
    public override bool NamesLayersByKind => true;

    /// <inheritdoc/>
    public override bool Recognises(SourceHead head) => XmlHead.Begins(head.Bytes.Span, "gpx"u8);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceItem> ReadAsync(
        Source source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = source.Open();
        source.How = "GPX";
        await foreach (var item in GpxReader.ReadAsync(stream, cancellationToken)) yield return item;
    }
}
