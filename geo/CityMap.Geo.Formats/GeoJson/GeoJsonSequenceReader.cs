using System.Runtime.CompilerServices;
using System.Text.Json;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>Features one after the other: GeoJSON text sequences (RFC 8142) and newline-delimited GeoJSON. A text that is wrong spoils no other.</summary>
internal static class GeoJsonSequenceReader
{
    /// <summary>The record separator of RFC 8142.</summary>
    public const byte Separator = 0x1E;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64 };

    /// <summary>Reads the features of a stream.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="separator">What parts the texts: <see cref="Separator"/> or the end of a line.</param>
    /// <param name="placement">The system of the coordinates; null for WGS 84.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<SourceItem> ReadAsync(
        Stream stream, byte separator, Placement? placement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (number, line) = (0L, 1L);
        var warnings = new List<(string Path, string Reason)>();
        var parser = new FeatureParser((path, reason) => warnings.Add((path, reason)), () => placement);
        await foreach (var text in TextSplitter.SplitAsync(stream, separator, cancellationToken))
        {
            warnings.Clear();
            var item = Parse(text, parser, line, number);
            line += text.Span.Count((byte)'\n') + (separator == '\n' ? 1 : 0);
            if (item is null) continue;
            number++;
            foreach (var (path, reason) in warnings) yield return new SourceRemark(item.Line, Gravity.Warning, path, reason);
            yield return item;
        }
    }

    private static SourceItem? Parse(ReadOnlyMemory<byte> text, FeatureParser parser, long line, long number)
    {
        var trimmed = text.Trim(" \t\r\n"u8);
        if (trimmed.IsEmpty) return null;
        var path = FormattableString.Invariant($"[{number}]");
        try
        {
            using var document = JsonDocument.Parse(trimmed, Strict);
            var members = Members.Of(document.RootElement, path);
            return GeometryParser.IsGeometry(members.Type())
                ? new SourceRow(line, null, parser.Geometry(members), new Dictionary<string, object?>())
                : parser.Parse(members, line);
        }
        catch (GeoJsonRefusal refusal)
        {
            return new SourceRemark(line, Gravity.Bad, refusal.Path, refusal.Message) { Unplaced = refusal.Unplaced };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return new SourceRemark(line, Gravity.Bad, path, error is JsonException ? "This text of the sequence is not JSON, or was cut off." : "The text holds half a character (an unpaired surrogate).");
        }
    }
}
