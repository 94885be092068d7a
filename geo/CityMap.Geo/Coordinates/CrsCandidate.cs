namespace CityMap.Geo.Coordinates;

/// <summary>A coordinate system some numbers could be in, and where they would then lie.</summary>
/// <param name="Crs">The system.</param>
/// <param name="First">Where the first position would lie, WGS 84.</param>
/// <param name="Extent">Where all positions looked at would lie, WGS 84.</param>
public sealed record CrsCandidate(Crs Crs, LonLat First, Bounds Extent);
