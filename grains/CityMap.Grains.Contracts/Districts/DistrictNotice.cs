namespace CityMap.Grains.Contracts.Districts;

/// <summary>A threshold was reached.</summary>
/// <param name="Threshold">Which.</param>
/// <param name="Count">How many there were.</param>
/// <param name="At">When it was noticed, UTC; the next notice comes a window later at the earliest.</param>
/// <param name="Sequence">Journal sequence number of the notice.</param>
[GenerateSerializer, Immutable, Alias("citymap.district.notice")]
public sealed record DistrictNotice(
    [property: Id(0)] DistrictThreshold Threshold,
    [property: Id(1)] long Count,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] long Sequence);
