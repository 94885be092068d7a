namespace CityMap.Grains.Contracts.Facilities;

/// <summary>One measurement at a facility.</summary>
/// <param name="Quantity">What was measured: <c>[a-z][a-z0-9_]*</c>, at most 64 characters.</param>
/// <param name="At">When, UTC; null is now.</param>
/// <param name="Value">A finite number.</param>
[GenerateSerializer, Immutable, Alias("citymap.facility.reading")]
public sealed record FacilityReading(
    [property: Id(0)] string Quantity,
    [property: Id(1)] DateTimeOffset? At,
    [property: Id(2)] double Value);
