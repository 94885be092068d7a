using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CityMap.Server.Api;

/// <summary>Writes an answer straight into the connection's buffer.</summary>
internal static class JsonAnswer
{
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Writes the value with its exact length; the status has been set.</summary>
    public static Task WriteAsync<T>(HttpResponse response, T value, JsonTypeInfo<T> type)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var output = new System.Buffers.ArrayBufferWriter<byte>(1024);
        var writer = _writer ??= new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true, Encoder = type.Options.Encoder });
        writer.Reset(output);
        JsonSerializer.Serialize(writer, value, type);
        response.ContentLength = output.WrittenCount;
        return response.BodyWriter.WriteAsync(output.WrittenMemory).AsTask();
    }
}
