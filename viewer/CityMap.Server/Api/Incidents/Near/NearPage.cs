namespace CityMap.Server.Api.Incidents.Near;

/// <summary>What is near an incident.</summary>
/// <param name="Items">The nearest, or the likest, first.</param>
internal sealed record NearPage(IReadOnlyList<NearItem> Items);

/// <summary>One incident near another.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="DistanceMetres">How far it is on the ground.</param>
internal sealed record NearItem(IncidentView Incident, double DistanceMetres);
