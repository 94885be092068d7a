using System.Text.Json;

namespace CityMap.Viewer.Desktop;

/// <summary>What is known of the chosen incident, and its history. Only the answer to the last choice is shown.</summary>
public sealed class DetailModel
{
    private readonly CityClient _client;
    private readonly SelectionModel _selection;
    private CancellationTokenSource? _last;

    /// <summary>Follows a selection.</summary>
    /// <param name="client">Whom to ask.</param>
    /// <param name="selection">What is chosen.</param>
    public DetailModel(CityClient client, SelectionModel selection) => (_client, _selection) = (client, selection);

    /// <summary>The incident as the server shows it; null while it is loaded or when none is chosen.</summary>
    public JsonElement? Incident { get; private set; }

    /// <summary>Its entries, oldest first.</summary>
    public IReadOnlyList<JsonElement> History { get; private set; } = [];

    /// <summary>True while an answer is awaited.</summary>
    public bool Busy { get; private set; }

    /// <summary>Why it cannot be shown; null when it can.</summary>
    public string? Error { get; private set; }

    /// <summary>The version shown, for commands; -1 when nothing is.</summary>
    public long Version => Incident is { } shown ? shown.GetProperty("version").GetInt64() : -1;

    /// <summary>What may be done with it now.</summary>
    public IReadOnlyList<string> Allowed => Incident is { } shown && shown.TryGetProperty("allowed", out var list) ? [.. list.EnumerateArray().Select(c => c.GetString()!)] : [];

    /// <summary>Something of it changed.</summary>
    public event Action? Changed;

    /// <summary>Loads what is chosen, as of a moment.</summary>
    /// <param name="asOf">Null for now.</param>
    public async Task LoadAsync(DateTimeOffset? asOf = null)
    {
        _last?.Cancel();
        var stop = _last = new();
        if (_selection.Layer != "incidents" || _selection.Id is not { } id)
        {
            Show(null, [], false, null);
            return;
        }

        // The same incident stays in sight while it is read anew.
        var same = Incident is { } shown && shown.GetProperty("id").GetString() == id;
        Show(same ? Incident : null, same ? History : [], true, null);
        try
        {
            var moment = asOf is { } at ? $"?asOf={Uri.EscapeDataString(at.UtcDateTime.ToString("O"))}" : "";
            var incident = await _client.ReadAsync($"/api/incidents/{id}{moment}", stop.Token);
            var history = await _client.ReadAsync($"/api/incidents/{id}/history", stop.Token);
            if (!stop.IsCancellationRequested) Show(incident, [.. history.GetProperty("items").EnumerateArray().Where(e => asOf is null || e.GetProperty("occurredAt").GetDateTimeOffset() <= asOf)], false, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
        catch (ServerProblem problem)
        {
            // What was not known yet has nothing to be shown of it.
            var unknown = asOf is not null && problem.Code != "unreachable";
            if (!stop.IsCancellationRequested) Show(unknown ? null : Incident, unknown ? [] : History, false, problem.Message);
        }
    }

    /// <summary>Takes the answer to a command.</summary>
    internal void Take(JsonElement incident) => Show(incident, History, false, null);

    private void Show(JsonElement? incident, IReadOnlyList<JsonElement> history, bool busy, string? error)
    {
        (Incident, History, Busy, Error) = (incident, history, busy, error);
        Changed?.Invoke();
    }
}
