using System.Text.Json;

namespace CityMap.Server.Cli.Replay;

/// <summary>One request a row becomes.</summary>
/// <param name="Command">The command's name; null reports a new incident.</param>
/// <param name="Write">Writes the members of the body that are this call's own.</param>
internal sealed record ReplayCall(string? Command, Action<Utf8JsonWriter> Write)
{
    /// <summary>The whole body.</summary>
    public byte[] Body(DateTimeOffset occurredAt)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            if (Command is not null) json.WriteString("command", Command);
            Write(json);
            json.WriteString("occurredAt", occurredAt.UtcDateTime);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
