using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Incidents;
using CityMap.Grains.Rules;

namespace CityMap.Grains.Districts;

/// <summary>What thresholds must be, and when one calls for a notice. Pure.</summary>
internal static class ThresholdRule
{
    private const int Most = 50;
    private const int LongestMinutes = 31 * 24 * 60;

    /// <returns>What is wrong with them, or null.</returns>
    public static Refusal? Check(IReadOnlyList<DistrictThreshold> thresholds)
    {
        if (NumberRule.Between("thresholds", thresholds.Count, 0, Most) is { } tooMany) return tooMany;
        if (thresholds.Distinct().Count() < thresholds.Count)
        {
            return new Refusal(RefusalCodes.NumberOutOfRange, "A threshold is there twice.") { Field = "thresholds", Expected = "each threshold once" };
        }

        for (var i = 0; i < thresholds.Count; i++)
        {
            var wrong = (thresholds[i].Type is { } type ? Incident.TypeRule(type) : null)
                ?? Incident.SeverityRule(thresholds[i].MinSeverity)
                ?? NumberRule.Between("count", thresholds[i].Count, 1, 1_000_000)
                ?? NumberRule.Between("window", (long)thresholds[i].Window.TotalMinutes, 1, LongestMinutes);
            if (wrong is not null) return wrong with { Field = FormattableString.Invariant($"thresholds[{i}].{wrong.Field}") };
        }

        return null;
    }

    /// <summary>True when a threshold has been reached and its last notice is a window old.</summary>
    public static bool CallsForNotice(DistrictWatch watch, DistrictThreshold threshold, long count, DateTimeOffset now) =>
        count >= threshold.Count
        && !watch.Notices.Any(notice => notice.Threshold == threshold && now - notice.At < threshold.Window);
}
