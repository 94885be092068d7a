using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Grains.Rules;

namespace CityMap.Grains.Facilities;

/// <summary>What the limits of a facility must be.</summary>
internal static class LimitRule
{
    private const int Most = 32;

    /// <returns>What is wrong with them, or null.</returns>
    public static Refusal? Check(IReadOnlyList<FacilityLimit> limits)
    {
        if (limits.Count > Most) return NumberRule.Between("limits", limits.Count, 0, Most);
        if (limits.Select(limit => limit.Quantity).Distinct(StringComparer.Ordinal).Count() < limits.Count)
        {
            return new Refusal(RefusalCodes.NumberOutOfRange, "A quantity has two limits.") { Field = "limits", Expected = "one limit per quantity" };
        }

        return limits.Select(Check).FirstOrDefault(wrong => wrong is not null);
    }

    private static Refusal? Check(FacilityLimit limit)
    {
        var wrong = QuantityRule.Check(limit.Quantity)
            ?? NumberRule.Finite("min", limit.Min)
            ?? NumberRule.Finite("max", limit.Max)
            ?? NumberRule.Finite("hysteresis", limit.Hysteresis)
            ?? Incident.TypeRule(limit.IncidentType)
            ?? Incident.SeverityRule(limit.Severity);
        if (wrong is not null) return wrong with { Field = $"limits.{wrong.Field}" };
        var room = (limit.Max ?? double.MaxValue) - (limit.Min ?? -double.MaxValue);
        var back = limit.Min is not null && limit.Max is not null ? 2 * limit.Hysteresis : limit.Hysteresis;
        return limit.Hysteresis >= 0 && room > back && (limit.Min is not null || limit.Max is not null)
            ? null
            : new Refusal(RefusalCodes.NumberOutOfRange, $"The limits of {limit.Quantity} leave no room to come back to.")
            {
                Field = "limits",
                Expected = "a min or a max, min below max, and a hysteresis of 0 or more that fits between them",
            };
    }
}
