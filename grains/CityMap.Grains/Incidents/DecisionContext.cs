using CityMap.Geo.Coordinates;
using CityMap.Grains.Geography;

namespace CityMap.Grains.Incidents;

/// <summary>What a decision may know besides the incident and the request.</summary>
/// <param name="Now">The clock.</param>
/// <param name="OccurredAt">When the request says that it happened; null is now.</param>
/// <param name="Deadlines">The allowances.</param>
/// <param name="Locate">Which district and street a position has on a day. Pure: the areas as the node knows them.</param>
/// <param name="FacilityKnown">Whether the facility that the request names exists.</param>
internal sealed record DecisionContext(
    DateTimeOffset Now,
    DateTimeOffset? OccurredAt,
    DeadlineOptions Deadlines,
    Func<LonLat, DateTimeOffset, Placement> Locate,
    bool FacilityKnown = true);
