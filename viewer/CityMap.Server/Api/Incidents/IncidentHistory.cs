using System.Text.Json;
using CityMap.Geo.Journal;

namespace CityMap.Server.Api.Incidents;

/// <summary>Everything that happened to one thing, oldest first.</summary>
internal sealed record History(IReadOnlyList<HistoryEntry> Items);

/// <summary>One thing that happened.</summary>
/// <param name="Sequence">Position in the whole journal.</param>
/// <param name="Version">Position within this thing's history, from 1.</param>
/// <param name="Kind">What happened, for example <c>incident.assigned</c>.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was written down.</param>
/// <param name="Data">The details.</param>
internal sealed record HistoryEntry(
    long Sequence, long Version, string Kind, string Actor, DateTime OccurredAt, DateTime RecordedAt, JsonElement Data)
{
    /// <summary>Shows an entry of the journal.</summary>
    public static HistoryEntry Of(JournalEntry entry) => new(
        entry.Sequence,
        entry.Version,
        entry.Kind,
        entry.Actor,
        entry.OccurredAt.UtcDateTime,
        entry.RecordedAt.UtcDateTime,
        JsonElement.Parse(entry.Data));
}
