using CityMap.Grains.Contracts.Facilities;

namespace CityMap.Grains.Facilities;

internal static partial class Facility
{
    /// <summary>What a measurement does to its limit: crosses it, restores it, or nothing (null).</summary>
    /// <param name="state">The facility.</param>
    /// <param name="quantity">What was measured.</param>
    /// <param name="value">A finite number.</param>
    /// <param name="incident">Id for the incident that a crossing raises.</param>
    public static FacilityEvent? Compare(FacilitySnapshot state, string quantity, double value, Guid incident)
    {
        var limit = state.Limits.FirstOrDefault(l => l.Quantity == quantity);
        var crossed = state.Crossed.Any(c => c.Quantity == quantity);
        if (limit is null) return crossed ? new FacilityLimitRestored(quantity, value) : null;
        if (crossed) return IsBack(limit, value) ? new FacilityLimitRestored(quantity, value) : null;
        if (value > limit.Max) return new FacilityLimitCrossed(quantity, value, limit.Max.Value, incident);
        return value < limit.Min ? new FacilityLimitCrossed(quantity, value, limit.Min.Value, incident) : null;
    }

    private static bool IsBack(FacilityLimit limit, double value) =>
        (limit.Max is null || value <= limit.Max - limit.Hysteresis) && (limit.Min is null || value >= limit.Min + limit.Hysteresis);
}
