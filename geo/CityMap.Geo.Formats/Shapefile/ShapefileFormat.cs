using System.Runtime.CompilerServices;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>ESRI Shapefile (Technical Description, July 1998): a zip archive of one or several, or a bare <c>.shp</c> without attributes.</summary>
public sealed class ShapefileFormat : SourceFormat
{
    /// <inheritdoc/>
    public override string Id => "shapefile";

    /// <inheritdoc/>
    public override string Name => "Shapefile";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = ["shp"];

    /// <inheritdoc/>
    public override bool KnowsTexts => true;

    /// <inheritdoc/>
    public override bool Recognises(SourceHead head) => ShpHeader.Starts(head.Bytes.Span) || head.Holds("shp");

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceItem> ReadAsync(Source source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = await ShapefileParts.FindAsync(source, await SourceHead.ReadAsync(source, cancellationToken), cancellationToken);
        for (var i = 0; i < files.Count; i++)
        {
            var before = i;
            var reading = new ShapefileReading(files[i], source, files[i].Name.Length == 0 ? null : files[i].Name, part => source.Fraction = (before + part) / files.Count);
            await foreach (var item in reading.ReadAsync(cancellationToken)) yield return item;
        }

        source.Fraction = 1;
    }
}
