namespace CityMap.Geo.Journal;

/// <summary>One thing that happened in the city, as the journal keeps it.</summary>
/// <param name="Sequence">Position in the whole journal: total, gap-free, in commit order, from 1.</param>
/// <param name="Stream">What it happened to, for example <c>incident/0198…</c>.</param>
/// <param name="Version">Position within its stream, from 1.</param>
/// <param name="Kind">What happened, for example <c>incident.reported</c>.</param>
/// <param name="OccurredAt">When it happened in the city, UTC. Never goes back within a stream.</param>
/// <param name="RecordedAt">When it was written down, UTC.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Data">The details as JSON text.</param>
public sealed record JournalEntry(
    long Sequence,
    string Stream,
    long Version,
    string Kind,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    string Actor,
    string Data);

/// <summary>An entry that has not been written yet; the journal gives it sequence, version and nothing else.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When it happened in the city, UTC, microseconds.</param>
/// <param name="RecordedAt">When it is being written down, UTC, microseconds.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Data">The details as JSON text (object).</param>
public sealed record NewEntry(string Kind, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Actor, string Data);
