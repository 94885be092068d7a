namespace CityMap.Grains.Contracts.Facilities;

/// <summary>Within what a measured quantity should stay, and what is reported when it does not.</summary>
/// <param name="Quantity">What is measured, for example <c>water_level</c>: <c>[a-z][a-z0-9_]*</c>, at most 64 characters.</param>
/// <param name="Min">Below this it is crossed; null is no lower limit.</param>
/// <param name="Max">Above this it is crossed; null is no upper limit.</param>
/// <param name="Hysteresis">How far back inside a value must come before the limit is armed again; 0 or more, in the quantity's unit.</param>
/// <param name="IncidentType">Type of the incident that a crossing raises.</param>
/// <param name="Severity">Its severity, 1 to 5.</param>
[GenerateSerializer, Immutable, Alias("citymap.facility.limit")]
public sealed record FacilityLimit(
    [property: Id(0)] string Quantity,
    [property: Id(1)] double? Min,
    [property: Id(2)] double? Max,
    [property: Id(3)] double Hysteresis,
    [property: Id(4)] string IncidentType,
    [property: Id(5)] int Severity);
