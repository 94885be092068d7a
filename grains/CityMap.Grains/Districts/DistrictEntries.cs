using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Json;

namespace CityMap.Grains.Districts;

/// <summary>District events as entries of the journal, and what they make of a district.</summary>
internal static class DistrictEntries
{
    public static string Stream(string areaId) => $"district/{areaId}";

    public static NewEntry Write(DistrictEvent what, DateTimeOffset occurredAt, DateTimeOffset recordedAt, string actor)
    {
        var (kind, data) = what switch
        {
            ThresholdsSet e => ("district.threshold_set", JsonSerializer.Serialize(e, EntryJson.Plain.ThresholdsSet)),
            ThresholdNoticed e => ("district.threshold_notice", JsonSerializer.Serialize(e, EntryJson.Plain.ThresholdNoticed)),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "An event without a kind."),
        };
        return new NewEntry(kind, occurredAt, recordedAt, actor, data);
    }

    /// <summary>The district's watch with everything that was written after the one given.</summary>
    public static async Task<DistrictWatch> ReadAsync(IJournal journal, DistrictWatch watch, CancellationToken cancellationToken)
    {
        await foreach (var entry in journal.ReadStreamAsync(Stream(watch.AreaId), watch.Version, cancellationToken)) watch = Apply(watch, entry);
        return watch;
    }

    private static DistrictWatch Apply(DistrictWatch watch, JournalEntry entry) => entry.Kind switch
    {
        "district.threshold_set" => Set(watch, JsonSerializer.Deserialize(entry.Data, EntryJson.Plain.ThresholdsSet)!),
        "district.threshold_notice" => Noticed(watch, JsonSerializer.Deserialize(entry.Data, EntryJson.Plain.ThresholdNoticed)!, entry),
        _ => watch,
    } with
    { Version = entry.Version, UpdatedAt = entry.OccurredAt };

    // Notices of thresholds that are set again stay: setting them anew does not call everybody twice.
    private static DistrictWatch Set(DistrictWatch watch, ThresholdsSet e) =>
        watch with { Thresholds = e.Thresholds, Notices = [.. watch.Notices.Where(notice => e.Thresholds.Contains(notice.Threshold))] };

    private static DistrictWatch Noticed(DistrictWatch watch, ThresholdNoticed e, JournalEntry entry) => watch with
    {
        Notices =
        [
            .. watch.Notices.Where(notice => notice.Threshold != e.Threshold),
            new DistrictNotice(e.Threshold, e.Count, entry.OccurredAt, entry.Sequence),
        ],
    };
}
