using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Grains.Json;

namespace CityMap.Grains.Facilities;

/// <summary>A facility read back from the journal.</summary>
internal static class FacilityStream
{
    /// <summary>The facility with everything that was written after the state given; null when nothing ever was.</summary>
    public static async Task<FacilitySnapshot?> ReadAsync(
        IJournal journal, string id, FacilitySnapshot? state, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReadStreamAsync(FacilityEntries.Stream(id), state?.Version ?? 0, cancellationToken))
        {
            state = Facility.Apply(id, state, FacilityEntries.Read(entry), IncidentEntries.Stamp(entry));
        }

        return state;
    }

    /// <summary>What is kept with an idempotency key.</summary>
    public static string WriteAnswer(FacilitySnapshot facility) => JsonSerializer.Serialize(facility, EntryJson.Plain.FacilitySnapshot);

    /// <summary>The first answer.</summary>
    public static FacilitySnapshot ReadAnswer(AppendOutcome.Repeated first) =>
        (first.Answer is null ? null : JsonSerializer.Deserialize(first.Answer, EntryJson.Plain.FacilitySnapshot))
        ?? throw new JsonException($"The answer kept for {first.Stream} is not a facility.");
}
