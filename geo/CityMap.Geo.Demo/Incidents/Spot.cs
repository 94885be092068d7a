using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Incidents;

/// <summary>A place where incidents happen.</summary>
/// <param name="At">Where, metres.</param>
/// <param name="Street">The street it is on.</param>
/// <param name="Landmark">The nearest named place.</param>
/// <param name="District">The ward or commune, with its kind, Vietnamese.</param>
/// <param name="Facility">The facility it is about, or null.</param>
internal sealed record Spot(Vec At, string Street, string Landmark, string District, string? Facility = null);
