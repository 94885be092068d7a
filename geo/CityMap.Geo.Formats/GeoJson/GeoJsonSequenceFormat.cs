using System.Runtime.CompilerServices;
using System.Text.Json;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>Features one after the other: GeoJSON text sequences (RFC 8142) and newline-delimited GeoJSON.</summary>
public sealed class GeoJsonSequenceFormat : SourceFormat
{
    /// <inheritdoc/>
    public override string Id => "geojsonseq";

    /// <inheritdoc/>
    public override string Name => "GeoJSON sequence";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = ["geojsonl", "geojsons", "geojsonseq", "ndjson", "ndgeojson", "jsonl"];

    /// <inheritdoc/>
    public override bool KnowsTexts => true;

    /// <inheritdoc/>
    public override bool Recognises(SourceHead head)
    {
        var text = head.Bytes.Span;
        if (text.StartsWith([GeoJsonSequenceReader.Separator])) return true;
        text = text.TrimStart(" \t\r\n"u8);
        if (!text.StartsWith("{"u8)) return false;
        var line = text.IndexOf((byte)'\n');
        // A first line longer than what was looked at says nothing; its name does.
        if (line < 0) return text.Length >= SourceHead.Size / 2 && Extensions.Contains(head.Extension);
        return text[(line + 1)..].TrimStart(" \t\r\n"u8).StartsWith("{"u8) && IsWhole(text[..line]);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<SourceItem> ReadAsync(Source source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = source.Open();
        var first = new byte[3];
        var length = await stream.ReadAtLeastAsync(first, 3, throwOnEndOfStream: false, cancellationToken);
        stream.Position = first.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
        var separated = length > 0 && first[0] == GeoJsonSequenceReader.Separator;
        source.How = separated ? "GeoJSON text sequence" : "newline-delimited GeoJSON";
        var placement = source.Options.Crs is { } crs ? new Placement(source.Crs = crs) : null;
        var items = GeoJsonSequenceReader.ReadAsync(stream, separated ? GeoJsonSequenceReader.Separator : (byte)'\n', placement, cancellationToken);
        await foreach (var item in CrsWatch.Apply(items, cancellationToken)) yield return item;
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
