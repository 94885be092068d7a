using System.Text.Json;
using CityMap.Geo.Coordinates;

namespace CityMap.Viewer.Desktop;

/// <summary>The search box: asks the server while a person types, and keeps only the answer to what was typed last.</summary>
/// <param name="client">Whom to ask.</param>
/// <param name="selection">What a picked hit is chosen in.</param>
/// <param name="time">The clock of its patience.</param>
public sealed class SearchModel(CityClient client, SelectionModel selection, TimeProvider time)
{
    // A person types a letter every 100 to 200 ms: the pause after a word is longer.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(180);
    private CancellationTokenSource? _last;

    /// <summary>What was found for <see cref="Text"/>, by kind in the server's order.</summary>
    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>What was typed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>True while an answer is awaited.</summary>
    public bool Busy { get; private set; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public string? Error { get; private set; }

    /// <summary>Something of it changed.</summary>
    public event Action? Changed;

    /// <summary>Takes what was typed so far.</summary>
    public async Task TypeAsync(string text)
    {
        _last?.Cancel();
        var stop = _last = new();
        (Text, Error, Busy) = (text.Trim(), null, text.Trim().Length > 0);
        if (!Busy) Hits = [];
        Changed?.Invoke();
        if (!Busy) return;
        try
        {
            await Task.Delay(_pause, time, stop.Token);
            var found = Read(await client.ReadAsync($"/api/search?q={Uri.EscapeDataString(Text)}&limit=8", stop.Token));
            if (stop.IsCancellationRequested) return;
            Hits = found;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (ServerProblem problem)
        {
            Error = problem.Message;
        }

        Busy = false;
        Changed?.Invoke();
    }

    /// <summary>Goes to a hit and chooses it.</summary>
    /// <returns>What the map is to show: a box, a place, or null when it has neither.</returns>
    public Bounds? Pick(SearchHit hit)
    {
        if (hit.Layer is { } layer && hit.Id is { } id) selection.Choose(layer, id);
        return hit.Box ?? (hit.At is { } at ? new Bounds(at.Lon, at.Lat, at.Lon, at.Lat) : null);
    }

    private static List<SearchHit> Read(JsonElement answer) =>
    [
        .. answer.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("items").EnumerateArray().Select(item => Hit(group.GetProperty("kind").GetString()!, item))),
    ];

    private static SearchHit Hit(string kind, JsonElement item)
    {
        LonLat? at = item.TryGetProperty("position", out var p) && p.ValueKind == JsonValueKind.Object ? new(p.GetProperty("lon").GetDouble(), p.GetProperty("lat").GetDouble()) : null;
        Bounds? box = item.TryGetProperty("bounds", out var b) && b.ValueKind == JsonValueKind.Array ? new(b[0].GetDouble(), b[1].GetDouble(), b[2].GetDouble(), b[3].GetDouble()) : null;
        return new(kind, Text(item, "id"), Text(item, "name") ?? "", Text(item, "where"), at, box);
        static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
