namespace CityMap.Geo.Demo.Places;

/// <summary>A quantity a facility measures, with the bounds beyond which an incident is raised.</summary>
/// <param name="Quantity">For example <c>water_level</c>.</param>
/// <param name="Unit">UCUM unit, for example <c>m</c>.</param>
/// <param name="Low">Raise below this value; null for no lower bound.</param>
/// <param name="High">Raise above this value; null for no upper bound.</param>
/// <param name="IncidentType">The type of incident a crossing raises.</param>
/// <param name="Severity">Its severity, 1 to 5.</param>
/// <param name="Usual">A usual value, in <paramref name="Unit"/>.</param>
public sealed record DemoLimit(
    string Quantity, string Unit, double? Low, double? High, string IncidentType, int Severity, double Usual);
