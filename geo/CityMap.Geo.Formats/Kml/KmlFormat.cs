using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using CityMap.Geo.Formats.Xml;

namespace CityMap.Geo.Formats.Kml;

/// <summary>KML 2.0 to 2.3, and KMZ.</summary>
public sealed class KmlFormat : SourceFormat
{
    /// <inheritdoc/>
    public override string Id => "kml";

    /// <inheritdoc/>
    public override string Name => "KML";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = ["kml", "kmz"];

    /// <inheritdoc/>
    public override bool Recognises(SourceHead head) => head.IsZip ? head.Holds("kml") : XmlHead.Begins(head.Bytes.Span, "kml"u8);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceItem> ReadAsync(
        Source source, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = source.Open();
        var packed = stream.ReadByte() == 'P' && stream.ReadByte() == 'K';
        stream.Position = 0;
        source.How = packed ? "KMZ" : "KML";
        var items = packed ? KmzReader.ReadAsync(source, cancellationToken) : KmlReader.ReadAsync(stream, cancellationToken);
        await foreach (var item in items) yield return item;
    }
}
