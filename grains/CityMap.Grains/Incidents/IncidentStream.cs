using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Json;
using CityMap.Grains.Rules;

namespace CityMap.Grains.Incidents;

/// <summary>An incident read back from the journal.</summary>
internal static class IncidentStream
{
    /// <summary>The incident with everything that was written after the state given; null when nothing ever was.</summary>
    public static async Task<IncidentSnapshot?> ReadAsync(
        IJournal journal, Guid id, IncidentSnapshot? state, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReadStreamAsync(IncidentEntries.Stream(id), state?.Version ?? 0, cancellationToken))
        {
            state = Incident.Apply(id, state, IncidentEntries.Read(entry), IncidentEntries.Stamp(entry));
        }

        return state;
    }

    /// <summary>What is kept with an idempotency key: the snapshot as it will be answered, but for the sequence number nobody knows yet.</summary>
    public static string WriteAnswer(IncidentSnapshot incident) => JsonSerializer.Serialize(incident, EntryJson.Plain.IncidentSnapshot);

    /// <summary>The first reply to a key; null when it was never used. It stands also when the same request would be refused by now.</summary>
    public static async Task<IncidentReply?> FirstReplyAsync(IJournal journal, IdempotencyKey? key, CancellationToken cancellationToken) =>
        key is null ? null : await journal.FindKeyAsync(key, cancellationToken) switch
        {
            AppendOutcome.Repeated first => new IncidentReply.Accepted(await ReadAnswerAsync(journal, first, cancellationToken), Repeated: true),
            AppendOutcome.KeyReused => new IncidentReply.Refused(Refusals.KeyReused),
            _ => null,
        };

    /// <summary>The first answer, whole again: its sequence number stands in the journal.</summary>
    public static async Task<IncidentSnapshot> ReadAnswerAsync(IJournal journal, AppendOutcome.Repeated first, CancellationToken cancellationToken)
    {
        var incident = first.Answer is null ? null : JsonSerializer.Deserialize(first.Answer, EntryJson.Plain.IncidentSnapshot);
        if (incident is null) throw new JsonException($"The answer kept for {first.Stream} is not an incident.");
        await foreach (var entry in journal.ReadStreamAsync(first.Stream, incident.Version - 1, cancellationToken))
        {
            return incident with { Sequence = entry.Sequence };
        }

        return incident;
    }
}
