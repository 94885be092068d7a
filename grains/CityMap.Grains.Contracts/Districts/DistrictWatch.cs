namespace CityMap.Grains.Contracts.Districts;

/// <summary>What is watched in a district.</summary>
/// <param name="AreaId">The district's area id.</param>
/// <param name="Version">How many entries its stream has.</param>
/// <param name="Thresholds">At most 50.</param>
/// <param name="Notices">The latest notice of each threshold that was ever reached.</param>
[GenerateSerializer, Immutable, Alias("citymap.district.watch")]
public sealed record DistrictWatch(
    [property: Id(0)] string AreaId,
    [property: Id(1)] long Version,
    [property: Id(2)] IReadOnlyList<DistrictThreshold> Thresholds,
    [property: Id(3)] IReadOnlyList<DistrictNotice> Notices)
{
    /// <summary>When the last thing happened to the watch, UTC; the beginning of time when nothing did.</summary>
    [Id(4)] public DateTimeOffset UpdatedAt { get; init; }
}
