using System.Text.Json;

namespace CityMap.Viewer.Live;

/// <summary>What a viewer hears from the live feed.</summary>
public abstract record FeedMessage
{
    /// <summary>A feature as it is now.</summary>
    /// <param name="Layer">Its layer.</param>
    /// <param name="Sequence">The journal sequence number of the change.</param>
    /// <param name="Data">As the lists of the API show it.</param>
    public sealed record Changed(string Layer, long Sequence, JsonElement Data) : FeedMessage;

    /// <summary>A feature that is no longer to be seen.</summary>
    public sealed record Gone(string Layer, long Sequence, string Id) : FeedMessage;

    /// <summary>A static layer has other content now.</summary>
    public sealed record LayerChanged(string Layer) : FeedMessage;

    /// <summary>What came before cannot be told any more: read the snapshot again.</summary>
    public sealed record Reload : FeedMessage;

    /// <summary>The line stands: everything after this sequence follows.</summary>
    public sealed record Connected(long Sequence) : FeedMessage;

    /// <summary>The line is down; another attempt follows by itself.</summary>
    /// <param name="Why">In few words.</param>
    public sealed record Lost(string Why) : FeedMessage;

    /// <summary>Reads an event of the server; null for one that tells a viewer nothing.</summary>
    public static FeedMessage? Of(ServerSentEvent line)
    {
        using var json = JsonDocument.Parse(line.Data);
        var data = json.RootElement.Clone();
        return line.Type switch
        {
            "hello" => new Connected(data.GetProperty("seq").GetInt64()),
            "feature" => new Changed(data.GetProperty("layer").GetString()!, data.GetProperty("seq").GetInt64(), data.GetProperty("feature")),
            "gone" => new Gone(data.GetProperty("layer").GetString()!, data.GetProperty("seq").GetInt64(), data.GetProperty("id").GetString()!),
            "layer" => new LayerChanged(data.GetProperty("layer").GetString()!),
            "reset" => new Reload(),
            _ => null,
        };
    }
}
