using CityMap.Geo.Journal;
using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Rules;

namespace CityMap.Grains.Facilities;

/// <summary>Turns what was sent into readings that can be kept, all or none.</summary>
internal static class ReadingRule
{
    private const int Most = 1_000;

    /// <returns>What is wrong, or null; then the readings are in the order of their times.</returns>
    public static Refusal? Check(string facility, IReadOnlyList<FacilityReading> sent, DateTimeOffset now, out IReadOnlyList<Reading> readings)
    {
        readings = [];
        if (NumberRule.Between("items", sent.Count, 1, Most) is { } wrongCount) return wrongCount;
        var kept = new List<Reading>(sent.Count);
        for (var i = 0; i < sent.Count; i++)
        {
            DateTimeOffset at = default;
            var wrong = QuantityRule.Check(sent[i].Quantity)
                ?? NumberRule.Finite("value", sent[i].Value)
                ?? TimeRule.Resolve(sent[i].At, now, null, out at);
            if (wrong is not null) return wrong with { Field = FormattableString.Invariant($"items[{i}].{(wrong.Field == "occurredAt" ? "at" : wrong.Field)}") };
            kept.Add(new Reading(FacilityEntries.Stream(facility), sent[i].Quantity, at, sent[i].Value));
        }

        readings = [.. kept.OrderBy(reading => reading.At)];
        return null;
    }
}
