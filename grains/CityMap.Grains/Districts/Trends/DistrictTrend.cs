namespace CityMap.Grains.Districts.Trends;

/// <summary>How the open incidents of a district came and went over a row of moments. Drills are not in it.</summary>
/// <param name="AreaId">The district's area id.</param>
/// <param name="Open">How many were open at each moment.</param>
/// <param name="Opened">How many became open here between each moment and the next: reported, reopened or moved in; the later moment is included.</param>
/// <param name="Closed">How many ceased to be open here: closed, rejected or moved away. Always <c>Open[i + 1] = Open[i] + Opened[i] − Closed[i]</c>.</param>
public sealed record DistrictTrend(string AreaId, IReadOnlyList<long> Open, IReadOnlyList<long> Opened, IReadOnlyList<long> Closed);
