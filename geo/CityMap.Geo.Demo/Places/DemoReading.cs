namespace CityMap.Geo.Demo.Places;

/// <summary>One measurement of a facility.</summary>
/// <param name="Facility">The facility's id.</param>
/// <param name="Quantity">What was measured.</param>
/// <param name="At">When, UTC, whole seconds.</param>
/// <param name="Value">In the unit of the facility's limit for that quantity.</param>
public sealed record DemoReading(string Facility, string Quantity, DateTimeOffset At, double Value);
