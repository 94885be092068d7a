using System.Text.Json;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>A moving window over a JSON text, so that a file of any size is read in the memory of its largest feature.</summary>
internal sealed class JsonWindow(Stream stream) : IDisposable
{
    /// <summary>A feature of a million vertices takes some forty megabytes of text.</summary>
    private const int MostBytes = 128 << 20;

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private int counted;
    private bool final;
    private bool begun;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 64 });
    private JsonDocument? held;

    /// <summary>The line on which the last token or value began, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The next token, with its text when it is a name or a text; <see cref="JsonTokenType.None"/> at the end.</summary>
    public async ValueTask<(JsonTokenType Type, string? Text)> TokenAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        while (true)
        {
            if (TryToken() is { } token) return token;
            await FillAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The next whole value, or null when the array around it ends here. Unless kept, a value is only good until the next call.
    /// </summary>
    public async ValueTask<JsonElement?> ValueAsync(bool keep, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryValue(keep, out var value)) return value;
            await FillAsync(cancellationToken);
        }
    }

    public void Dispose() => held?.Dispose();

    private (JsonTokenType, string?)? TryToken()
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), final, state);
        if (!reader.Read()) return final ? (JsonTokenType.None, null) : null;
        var text = reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString() : null;
        Advance(ref reader, reader.TokenStartIndex);
        return (reader.TokenType, text);
    }

    private bool TryValue(bool keep, out JsonElement? value)
    {
        value = null;
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), final, state);
        if (!reader.Read()) return false;
        var began = reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.EndArray)
        {
            if (!JsonDocument.TryParseValue(ref reader, out var document)) return false;
            held?.Dispose();
            held = keep ? null : document;
            value = keep ? document.RootElement.Clone() : document.RootElement;
            if (keep) document.Dispose();
        }

        Advance(ref reader, began);
        return true;
    }

    private void Advance(ref Utf8JsonReader reader, long began)
    {
        CountLinesTo(start + (int)began);
        state = reader.CurrentState;
        start += (int)reader.BytesConsumed;
    }

    private void CountLinesTo(int position)
    {
        if (position <= counted) return;
        Line += buffer.AsSpan(counted, position - counted).Count((byte)'\n');
        counted = position;
    }

    private async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        if (begun) return;
        begun = true;
        await FillAsync(cancellationToken);
        // A byte order mark is not JSON, but files have it.
        if (buffer.AsSpan(0, end).StartsWith("\uFEFF"u8)) (start, counted) = (3, 3);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (final) throw new JsonException("Expected depth to be zero at the end of the file.");
        CountLinesTo(start);
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (end, start, counted) = (end - start, 0, Math.Max(0, counted - start));
        if (end >= MostBytes) throw new JsonException($"A single feature takes more than {MostBytes >> 20} MiB of text.");
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
        final = read == 0;
        end += read;
    }
}
