using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Grains.Json;

namespace CityMap.Grains.Handovers;

/// <summary>The hand-over log as entries of the journal: one stream for the city.</summary>
internal static class ShiftEntries
{
    public const string Stream = "handover/city";

    private const string HandedOver = "handover.made";
    private const string Noted = "handover.noted";

    public static NewEntry Write(ShiftEvent what, DateTimeOffset occurredAt, DateTimeOffset recordedAt, string actor)
    {
        var (kind, data) = what switch
        {
            ShiftHandedOver e => (HandedOver, JsonSerializer.Serialize(e, EntryJson.Plain.ShiftHandedOver)),
            ShiftNoted e => (Noted, JsonSerializer.Serialize(e, EntryJson.Plain.ShiftNoted)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "An event without a kind."),
        };
        return new NewEntry(kind, occurredAt, recordedAt, actor, data);
    }

    /// <summary>An entry as a line of the log.</summary>
    public static ShiftItem Read(JournalEntry entry)
    {
        var line = new ShiftItem(entry.Version, entry.Sequence, entry.OccurredAt, entry.Actor);
        if (entry.Kind == Noted) return line with { Text = JsonSerializer.Deserialize(entry.Data, EntryJson.Plain.ShiftNoted)!.Text };
        if (entry.Kind != HandedOver) throw new JsonException($"Entry {entry.Sequence} is of kind {entry.Kind}, which no hand-over log has.");
        var made = JsonSerializer.Deserialize(entry.Data, EntryJson.Plain.ShiftHandedOver)!;
        return line with { To = made.To, Text = made.Notes, Figures = made.Figures };
    }
}
