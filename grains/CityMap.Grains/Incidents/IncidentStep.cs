using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Grains.Incidents;

/// <summary>One decided step, ready for the journal.</summary>
/// <param name="Append">What to store.</param>
/// <param name="After">The incident once that is durable; its sequence is not known yet.</param>
internal readonly record struct IncidentStep(Append Append, IncidentSnapshot After)
{
    /// <summary>Makes the append of what was decided.</summary>
    public static IncidentStep Of(Guid id, IncidentSnapshot? before, Decision.Happens decided, RequestHeader header, DateTimeOffset now)
    {
        var recordedAt = Moments.Cut(now);
        var version = before?.Version ?? 0;
        var after = before;
        var entries = new NewEntry[decided.Events.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = IncidentEntries.Write(decided.Events[i], decided.OccurredAt, recordedAt, header.Actor);
            after = Incident.Apply(id, after, decided.Events[i], new Stamp(0, version + i + 1, decided.OccurredAt, recordedAt));
        }

        return new IncidentStep(
            new Append(IncidentEntries.Stream(id), version, entries, IncidentLayer.Changes(before, after!))
            {
                Key = header.Key,
                Answer = header.Key is null ? null : IncidentStream.WriteAnswer(after!),
            },
            after!);
    }

    /// <summary>The incident as it is now that the step is durable.</summary>
    public IncidentSnapshot Durable(AppendOutcome.Committed committed) => After with { Sequence = committed.Entries[^1].Sequence };
}
