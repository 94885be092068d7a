namespace CityMap.Geo.Areas;

/// <summary>Which area answers for a position, and why.</summary>
/// <param name="AreaId">The area's id (<c>code@edition</c>); null when no area is near enough.</param>
/// <param name="AreaName">Its Vietnamese name; null with the id.</param>
/// <param name="Edition">The edition the area belongs to; null with the id.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="DistanceToBorderMetres">Distance from the position to the area's border, metres; 0 on it. For <see cref="JurisdictionRule.Outside"/>
/// the distance to the nearest area of all; null when there is none.</param>
/// <param name="RunnerUpId">The area that would have been next; null when there is none near.</param>
/// <param name="RunnerUpName">Its Vietnamese name.</param>
/// <param name="RunnerUpDistanceMetres">How far the runner-up lies from the position, metres.</param>
public sealed record Jurisdiction(
    string? AreaId,
    string? AreaName,
    string? Edition,
    JurisdictionRule Rule,
    double? DistanceToBorderMetres,
    string? RunnerUpId = null,
    string? RunnerUpName = null,
    double? RunnerUpDistanceMetres = null);
