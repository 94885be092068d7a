using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Server.Live;

/// <summary>
/// The bytes of server-sent events (WHATWG HTML §9.2). Data is one line of JSON, so no line of it needs splitting.
/// </summary>
internal static class FeedFrames
{
    // Vietnamese stays as written: escaping it would triple the text, and this never stands inside HTML.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A feature as it is now.</summary>
    public static byte[] Feature(FeedShapes shapes, long sequence, string layer, Feature feature) => Frame("feature"u8, json =>
    {
        json.WriteString("layer"u8, layer);
        json.WriteNumber("seq"u8, sequence);
        json.WritePropertyName("feature"u8);
        shapes.Write(json, layer, feature);
    });

    /// <summary>A feature that is no longer to be seen.</summary>
    public static byte[] Gone(long sequence, string layer, string id) => Frame("gone"u8, json =>
    {
        json.WriteString("layer"u8, layer);
        json.WriteString("id"u8, id);
        json.WriteNumber("seq"u8, sequence);
    });

    /// <summary>A district's notice: <c>district</c>, <c>seq</c>, <c>at</c>, and under <c>notice</c> the entry's data.</summary>
    public static byte[] Notice(JournalEntry entry, string streamPrefix) => Frame("notice"u8, json =>
    {
        json.WriteString("district"u8, entry.Stream.StartsWith(streamPrefix, StringComparison.Ordinal)
            ? entry.Stream[streamPrefix.Length..] : entry.Stream);
        json.WriteNumber("seq"u8, entry.Sequence);
        json.WriteString("at"u8, entry.OccurredAt.UtcDateTime);
        WriteData(json, "notice", entry.Data);
    });

    /// <summary>A static layer changed: <c>layer</c>, <c>seq</c>, and under <c>import</c>, <c>edit</c> or <c>description</c> the entry's data.</summary>
    public static byte[] Layer(JournalEntry entry) => Frame("layer"u8, json =>
    {
        // layer/{layer}, layer-card/{layer} or feature/{layer}/{id}
        json.WriteString("layer"u8, entry.Stream.Split('/')[1]);
        json.WriteNumber("seq"u8, entry.Sequence);
        WriteData(json, entry.Kind == LayerEvent.Described ? "description" : Ogc.Editing.EditEntries.Are(entry.Kind) ? "edit" : "import", entry.Data);
    });

    /// <summary>The first event of a connection: everything after <paramref name="sequence"/> follows.</summary>
    public static byte[] Hello(string epoch, long sequence) => [.. IdLine(epoch, sequence), .. Frame("hello"u8, json =>
    {
        json.WriteString("epoch"u8, epoch);
        json.WriteNumber("seq"u8, sequence);
    })];

    /// <summary>What came before <paramref name="sequence"/> cannot be told any more: read the snapshot again.</summary>
    public static byte[] Reset(string epoch, long sequence) =>
        [.. IdLine(epoch, sequence), .. Frame("reset"u8, json => json.WriteNumber("seq"u8, sequence))];

    /// <summary>
    /// The position reached, so that a quiet client can resume from the present. A comment keeps the line open but no browser tells its page of
    /// one: as an event the page knows a quiet line from a dead one.
    /// </summary>
    public static byte[] Heartbeat(string epoch, long sequence) => [.. ": \n"u8, .. IdLine(epoch, sequence), .. "event: beat\ndata: {}\n\n"u8];

    /// <summary>The line that names a position.</summary>
    public static byte[] IdLine(string epoch, long sequence) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"id: {epoch}-{sequence}\n"));

    private static void WriteData(Utf8JsonWriter json, string name, string data)
    {
        using var parsed = JsonDocument.Parse(data);
        json.WritePropertyName(name);
        parsed.RootElement.WriteTo(json);
    }

    private static byte[] Frame(ReadOnlySpan<byte> name, Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write("event: "u8);
        buffer.Write(name);
        buffer.Write("\ndata: "u8);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        buffer.Write("\n\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
