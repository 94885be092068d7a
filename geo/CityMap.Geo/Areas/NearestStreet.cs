namespace CityMap.Geo.Areas;

/// <summary>The named street nearest to a position.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DistanceMetres">How far away it is.</param>
public sealed record NearestStreet(string Name, double DistanceMetres);
