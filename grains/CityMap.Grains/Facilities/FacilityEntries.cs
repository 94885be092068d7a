using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Json;

namespace CityMap.Grains.Facilities;

/// <summary>Facility events as entries of the journal, and back.</summary>
internal static class FacilityEntries
{
    public static string Stream(string id) => $"facility/{id}";

    public static NewEntry Write(FacilityEvent what, DateTimeOffset occurredAt, DateTimeOffset recordedAt, string actor)
    {
        var (kind, data) = what switch
        {
            FacilityDefined e => ("facility.defined", Json(e, EntryJson.Plain.FacilityDefined)),
            FacilityStatusChanged e => ("facility.status_changed", Json(e, EntryJson.Plain.FacilityStatusChanged)),
            FacilityCapacityChanged e => ("facility.capacity_changed", Json(e, EntryJson.Plain.FacilityCapacityChanged)),
            FacilityLimitCrossed e => ("facility.limit_crossed", Json(e, EntryJson.Plain.FacilityLimitCrossed)),
            FacilityLimitRestored e => ("facility.limit_restored", Json(e, EntryJson.Plain.FacilityLimitRestored)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "An event without a kind."),
        };
        return new NewEntry(kind, occurredAt, recordedAt, actor, data);
    }

    /// <exception cref="JsonException">The entry was not written by this program.</exception>
    public static FacilityEvent Read(JournalEntry entry) => entry.Kind switch
    {
        "facility.defined" => Event(entry, EntryJson.Plain.FacilityDefined),
        "facility.status_changed" => Event(entry, EntryJson.Plain.FacilityStatusChanged),
        "facility.capacity_changed" => Event(entry, EntryJson.Plain.FacilityCapacityChanged),
        "facility.limit_crossed" => Event(entry, EntryJson.Plain.FacilityLimitCrossed),
        "facility.limit_restored" => Event(entry, EntryJson.Plain.FacilityLimitRestored),
        _ => throw new JsonException($"Entry {entry.Sequence} has the unknown kind {entry.Kind}."),
    };

    private static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static T Event<T>(JournalEntry entry, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(entry.Data, type)
        ?? throw new JsonException($"Entry {entry.Sequence} has no data.");
}
