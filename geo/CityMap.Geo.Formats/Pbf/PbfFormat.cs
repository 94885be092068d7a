using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>OpenStreetMap's binary form, into the layers that <see cref="SourceOptions.OsmRules"/> name.</summary>
public sealed class PbfFormat : SourceFormat
{
    /// <inheritdoc/>
    public override string Id => "osm";

    /// <inheritdoc/>
    public override string Name => "OSM PBF";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = ["pbf"];

    /// <inheritdoc/>
    public override bool NamesLayersByKind => true;

    /// <summary>A file begins with the length of its first frame, 4 bytes, and that frame with the name of its kind (field 1, 9 bytes).</summary>
    public override bool Recognises(SourceHead head) => head.Bytes.Length > 15 && head.Bytes.Span[4..].StartsWith("\n\u0009OSMHeader"u8);

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceItem> ReadAsync(Source source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rules = source.Options.OsmRules ?? OsmRules.Default;
        source.How = source.Options.OsmRules is null ? "OSM PBF" : $"OSM PBF, {rules.Layers.Count} layers by own rules";
        await using var file = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096);
        await foreach (var item in PbfReader.ReadAsync(file, source.Folder, rules, fraction => source.Fraction = fraction, cancellationToken)) yield return item;
    }
}
