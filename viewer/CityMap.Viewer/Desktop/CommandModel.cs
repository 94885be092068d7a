using System.Text.Json.Nodes;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Desktop;

/// <summary>Gives commands for the incident shown: only those the server allows, against the version a person saw, never offline or in the past.</summary>
public sealed class CommandModel(CityClient client, DetailModel detail, ConnectionModel line, TimeModel moment)
{
    private static readonly string[] _offered = ["receive", "acknowledge", "assign", "start", "claimFix", "verifyFix", "close", "reject", "reopen", "note"];
    private (string Body, string Key)? _unsure;

    /// <summary>What is offered as buttons, the next step first.</summary>
    public IReadOnlyList<string> Offered => [.. _offered.Where(c => detail.Allowed.Contains(c))];

    /// <summary>True while an answer is awaited.</summary>
    public bool Busy { get; private set; }

    /// <summary>Why no command can be given now; null when one can.</summary>
    public string? Barred(MapLanguage language) =>
        moment.AsOf is not null ? DesktopWords.Say("past", language) : line.Live ? null : DesktopWords.Say("offline", language);

    /// <summary>Gives a command.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="members">Further members, such as <c>agency</c> or <c>reason</c>.</param>
    /// <param name="language">Of what people read.</param>
    /// <param name="cancellationToken">Stops waiting; the command may have been carried out then.</param>
    /// <returns>Null when it was carried out, or a sentence that says why not.</returns>
    public async Task<string?> GiveAsync(string command, IReadOnlyDictionary<string, string> members, MapLanguage language, CancellationToken cancellationToken)
    {
        if (Barred(language) is { } why) return why;
        if (Busy || detail.Incident is not { } incident) return DesktopWords.Say("loading", language);
        var body = new JsonObject { ["command"] = command, ["expectedVersion"] = detail.Version };
        foreach (var (name, value) in members) body[name] = value;
        var (text, id) = (body.ToJsonString(), incident.GetProperty("id").GetString()!);
        // Said again after a broken line it has the same key, so that it is done once.
        var key = _unsure is { } last && last.Body == id + text ? last.Key : Guid.CreateVersion7().ToString();
        (_unsure, Busy) = ((id + text, key), true);
        try
        {
            detail.Take(await client.PostAsync($"/api/incidents/{id}/commands", text, key, cancellationToken));
            _unsure = null;
            return null;
        }
        catch (ServerProblem problem) when (problem.Code == "unreachable")
        {
            return DesktopWords.Say("offline", language);
        }
        catch (ServerProblem problem)
        {
            _unsure = null;
            await detail.LoadAsync();
            return problem.Code == "version_conflict" ? DesktopWords.Say("changedMeanwhile", language) : problem.Message;
        }
        finally
        {
            Busy = false;
        }
    }
}
