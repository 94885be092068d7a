using CityMap.Geo.Layers;

namespace CityMap.Grains.Contracts.Incidents;

/// <summary>What an incident is about.</summary>
/// <param name="Code">Stable upper-case code, for example <c>LIGHT</c>.</param>
/// <param name="Title">What people read.</param>
/// <param name="Emergency">True when the intake shows the emergency numbers first.</param>
public sealed record IncidentType(string Code, LocalText Title, bool Emergency = false);
