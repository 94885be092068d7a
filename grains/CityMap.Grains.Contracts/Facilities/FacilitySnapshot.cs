using CityMap.Geo.Coordinates;

namespace CityMap.Grains.Contracts.Facilities;

/// <summary>A facility as its entries up to <see cref="Version"/> make it. Immutable; also the state the decider works on.</summary>
/// <param name="Id">1 to 128 characters without slashes or control characters.</param>
[GenerateSerializer, Immutable, Alias("citymap.facility.snapshot")]
public sealed record FacilitySnapshot([property: Id(0)] string Id)
{
    /// <summary>A code of <see cref="FacilityKinds"/>.</summary>
    [Id(1)] public required string Kind { get; init; }

    [Id(2)] public required string Name { get; init; }

    [Id(3)] public string? NameEn { get; init; }

    /// <summary>WGS 84.</summary>
    [Id(4)] public required LonLat Position { get; init; }

    /// <summary>Null when it lies outside every district.</summary>
    [Id(5)] public AreaRef? District { get; init; }

    [Id(6)] public string? Address { get; init; }

    [Id(7)] public FacilityStatus Status { get; init; }

    /// <summary>Why it has this status; null when nobody said.</summary>
    [Id(8)] public string? Reason { get; init; }

    [Id(9)] public long? Capacity { get; init; }

    [Id(10)] public long? Used { get; init; }

    [Id(11)] public IReadOnlyList<FacilityLimit> Limits { get; init; } = [];

    /// <summary>The limits that are crossed now, by quantity.</summary>
    [Id(12)] public IReadOnlyList<CrossedLimit> Crossed { get; init; } = [];

    /// <summary>How many entries its stream has.</summary>
    [Id(13)] public long Version { get; init; }

    /// <summary>When the last thing happened to it, UTC.</summary>
    [Id(14)] public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Journal sequence number of its last entry; 0 when not yet known.</summary>
    [Id(15)] public long Sequence { get; init; }

    /// <summary>True when it does not work as it should, or a limit is crossed.</summary>
    public bool InTrouble => Status is FacilityStatus.Degraded or FacilityStatus.Down || Crossed.Count > 0;
}
