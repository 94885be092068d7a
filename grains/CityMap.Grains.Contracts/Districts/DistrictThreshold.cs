namespace CityMap.Grains.Contracts.Districts;

/// <summary>How many open incidents in how short a time call for somebody.</summary>
/// <param name="Type">Only this type; null is every type.</param>
/// <param name="MinSeverity">Only this severity and above, 1 to 5.</param>
/// <param name="Count">From this many on a notice is raised, 1 or more.</param>
/// <param name="Window">Counted are those recorded within this time, 1 minute to 31 days; one notice per window.</param>
[GenerateSerializer, Immutable, Alias("citymap.district.threshold")]
public sealed record DistrictThreshold(
    [property: Id(0)] string? Type,
    [property: Id(1)] int MinSeverity,
    [property: Id(2)] int Count,
    [property: Id(3)] TimeSpan Window);
