namespace CityMap.Grains.Contracts.Facilities;

/// <summary>A limit that is crossed now.</summary>
/// <param name="Quantity">What was measured.</param>
/// <param name="Value">The value that crossed it.</param>
/// <param name="Limit">The limit it crossed.</param>
/// <param name="At">When it was measured, UTC.</param>
/// <param name="Incident">The one incident it raised.</param>
[GenerateSerializer, Immutable, Alias("citymap.facility.crossed-limit")]
public sealed record CrossedLimit(
    [property: Id(0)] string Quantity,
    [property: Id(1)] double Value,
    [property: Id(2)] double Limit,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] Guid Incident);
