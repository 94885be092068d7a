namespace CityMap.Server.Cli.Replay;

/// <summary>What the replay knows of one incident, and which calls the next row about it becomes. Touches nothing.</summary>
internal sealed class ReplayStory
{
    private ReplayRow? _last;
    private bool _gone;
    private bool _returned;

    /// <summary>The incident's id once the server has accepted it.</summary>
    public string? Id { get; set; }

    /// <summary>The report a row becomes.</summary>
    public static ReplayCall Report(ReplayRow row) => new(null, json =>
    {
        json.WriteString("type", row.Type);
        json.WriteString("title", row.Title);
        if (row.Description is not null) json.WriteString("description", row.Description);
        json.WriteNumber("severity", row.Severity);
        json.WriteStartObject("position");
        json.WriteNumber("lon", row.Lon ?? 0);
        json.WriteNumber("lat", row.Lat ?? 0);
        json.WriteEndObject();
    });

    /// <summary>The calls a row becomes for an incident that exists.</summary>
    public IEnumerable<ReplayCall> Next(ReplayRow row)
    {
        if (row.Kind == ReplayKind.Gone) return _gone ? [] : Leave();
        return [.. _gone ? Return() : [], .. Change(row)];
    }

    /// <summary>Remembers a row that was played.</summary>
    public void Played(ReplayRow row)
    {
        var wasGone = _gone;
        _gone = row.Kind == ReplayKind.Gone;
        _returned = !_gone && (wasGone || _returned);
        if (!_gone) _last = row;
    }

    // A source that stops listing an incident claims that it is over; whether it is fixed is for a person to verify.
    private IEnumerable<ReplayCall> Leave()
    {
        // What was reopened has been received already.
        if (!_returned) yield return new("receive", static _ => { });
        yield return new("assign", json => json.WriteString("agency", _last?.Agency ?? "Nguồn phát lại"));
        yield return new("start", static _ => { });
        yield return new("claimFix", static json => json.WriteString("note", "Nguồn không còn liệt kê sự cố này."));
    }

    private static ReplayCall[] Return() =>
        [new("reopen", static json => json.WriteString("reason", "Nguồn liệt kê lại sự cố này."))];

    private IEnumerable<ReplayCall> Change(ReplayRow row)
    {
        if (_last is null) yield break;
        if (row.Title != _last.Title) yield return new("correct", json => json.WriteString("title", row.Title));
        if (row.Lon is { } lon && row.Lat is { } lat && (lon != _last.Lon || lat != _last.Lat))
        {
            yield return new("move", json =>
            {
                json.WriteStartObject("position");
                json.WriteNumber("lon", lon);
                json.WriteNumber("lat", lat);
                json.WriteEndObject();
            });
        }

        var changes = row.Watched.Where(w => _last.Watched.GetValueOrDefault(w.Key) != w.Value)
            .Select(w => _last.Watched.TryGetValue(w.Key, out var before) ? $"{w.Key}: {before} → {w.Value}" : $"{w.Key}: {w.Value}")
            .ToList();
        if (changes.Count > 0) yield return new("note", json => json.WriteString("text", string.Join("; ", changes)));
    }
}
