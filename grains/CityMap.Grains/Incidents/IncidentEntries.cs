using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Json;

namespace CityMap.Grains.Incidents;

/// <summary>Incident events as entries of the journal, and back.</summary>
internal static class IncidentEntries
{
    private const string Prefix = "incident/";

    public static string Stream(Guid id) => $"{Prefix}{id:D}";

    /// <summary>The incident a stream belongs to; false for streams of anything else.</summary>
    public static bool TryId(string stream, out Guid id)
    {
        id = default;
        return stream.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(stream.AsSpan(Prefix.Length), "D", out id);
    }

    public static NewEntry Write(IncidentEvent what, DateTimeOffset occurredAt, DateTimeOffset recordedAt, string actor)
    {
        var (kind, data) = what switch
        {
            IncidentReported e => ("incident.reported", Json(e, EntryJson.Plain.IncidentReported)),
            IncidentReceived => ("incident.received", "{}"),
            IncidentAssigned e => ("incident.assigned", Json(e, EntryJson.Plain.IncidentAssigned)),
            IncidentStarted => ("incident.started", "{}"),
            FixClaimed e => ("incident.fix_claimed", Json(e, EntryJson.Plain.FixClaimed)),
            FixVerified => ("incident.fix_verified", "{}"),
            IncidentClosed => ("incident.closed", "{}"),
            IncidentRejected e => ("incident.rejected", Json(e, EntryJson.Plain.IncidentRejected)),
            IncidentReopened e => ("incident.reopened", Json(e, EntryJson.Plain.IncidentReopened)),
            IncidentCorrected e => ("incident.corrected", Json(e, EntryJson.Plain.IncidentCorrected)),
            IncidentMoved e => ("incident.moved", Json(e, EntryJson.Plain.IncidentMoved)),
            FootprintDrawn e => ("incident.footprint_drawn", Json(e, EntryJson.Plain.FootprintDrawn)),
            IncidentNoted e => ("incident.noted", Json(e, EntryJson.Plain.IncidentNoted)),
            IncidentAcknowledged => ("incident.acknowledged", "{}"),
            FacilityLinked e => ("incident.facility_linked", Json(e, EntryJson.Plain.FacilityLinked)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "An event without a kind."),
        };
        return new NewEntry(kind, occurredAt, recordedAt, actor, data);
    }

    /// <exception cref="JsonException">The entry was not written by this program.</exception>
    public static IncidentEvent Read(JournalEntry entry) => entry.Kind switch
    {
        "incident.reported" => Event(entry, EntryJson.Plain.IncidentReported),
        "incident.received" => new IncidentReceived(),
        "incident.assigned" => Event(entry, EntryJson.Plain.IncidentAssigned),
        "incident.started" => new IncidentStarted(),
        "incident.fix_claimed" => Event(entry, EntryJson.Plain.FixClaimed),
        "incident.fix_verified" => new FixVerified(),
        "incident.closed" => new IncidentClosed(),
        "incident.rejected" => Event(entry, EntryJson.Plain.IncidentRejected),
        "incident.reopened" => Event(entry, EntryJson.Plain.IncidentReopened),
        "incident.corrected" => Event(entry, EntryJson.Plain.IncidentCorrected),
        "incident.moved" => Event(entry, EntryJson.Plain.IncidentMoved),
        "incident.footprint_drawn" => Event(entry, EntryJson.Plain.FootprintDrawn),
        "incident.noted" => Event(entry, EntryJson.Plain.IncidentNoted),
        "incident.acknowledged" => new IncidentAcknowledged(),
        "incident.facility_linked" => Event(entry, EntryJson.Plain.FacilityLinked),
        _ => throw new JsonException($"Entry {entry.Sequence} has the unknown kind {entry.Kind}."),
    };

    public static Stamp Stamp(JournalEntry entry) => new(entry.Sequence, entry.Version, entry.OccurredAt, entry.RecordedAt);

    private static string Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static T Event<T>(JournalEntry entry, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(entry.Data, type)
        ?? throw new JsonException($"Entry {entry.Sequence} has no data.");
}
