using System.Runtime.CompilerServices;
using System.Text;

namespace CityMap.Viewer.Live;

/// <summary>One event of a stream (WHATWG HTML §9.2).</summary>
/// <param name="Type">Its name; <c>message</c> where the stream names none.</param>
/// <param name="Data">Its text.</param>
/// <param name="Id">The last id the stream has given, for resuming; null before the first.</param>
public sealed record ServerSentEvent(string Type, string Data, string? Id)
{
    /// <summary>Reads events as they arrive, until the stream ends. An event cut off by the end is dropped.</summary>
    public static async IAsyncEnumerable<ServerSentEvent> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(stream, Encoding.UTF8);
        var (type, data, id) = ("message", new StringBuilder(), (string?)null);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Length == 0)
            {
                if (data.Length > 0) yield return new(type, data.ToString(0, data.Length - 1), id);
                (type, _) = ("message", data.Clear());
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon == 0) continue;
            var field = colon < 0 ? line : line[..colon];
            var value = colon < 0 ? "" : line[(colon + 1)..];
            if (value.StartsWith(' ')) value = value[1..];
            switch (field)
            {
                case "event": type = value; break;
                case "data": data.Append(value).Append('\n'); break;
                case "id" when !value.Contains('\0', StringComparison.Ordinal): id = value; break;
            }
        }
    }
}
