using CityMap.Geo.Coordinates;

namespace CityMap.Grains.Contracts.Facilities;

/// <summary>Something that happened to a facility. Its members are the entry's data in the journal: they may be added to, never changed.</summary>
[GenerateSerializer, Immutable, Alias("citymap.facility.event")]
public abstract record FacilityEvent;

/// <summary>It was said what it is.</summary>
[GenerateSerializer, Immutable, Alias("citymap.facility.defined")]
public sealed record FacilityDefined(
    [property: Id(0)] string Kind,
    [property: Id(1)] string Name,
    [property: Id(2)] LonLat Position,
    [property: Id(3)] FacilityStatus Status) : FacilityEvent
{
    [Id(4)] public string? NameEn { get; init; }
    [Id(5)] public AreaRef? District { get; init; }
    [Id(6)] public string? Address { get; init; }
    [Id(7)] public long? Capacity { get; init; }
    [Id(8)] public long? Used { get; init; }
    [Id(9)] public IReadOnlyList<FacilityLimit> Limits { get; init; } = [];
}

[GenerateSerializer, Immutable, Alias("citymap.facility.status-changed")]
public sealed record FacilityStatusChanged([property: Id(0)] FacilityStatus Status, [property: Id(1)] string? Reason) : FacilityEvent;

[GenerateSerializer, Immutable, Alias("citymap.facility.capacity-changed")]
public sealed record FacilityCapacityChanged([property: Id(0)] long? Capacity, [property: Id(1)] long? Used) : FacilityEvent;

/// <param name="Quantity">What was measured.</param>
/// <param name="Value">The value that crossed the limit.</param>
/// <param name="Limit">The limit it crossed.</param>
/// <param name="Incident">Id of the one incident this raises.</param>
[GenerateSerializer, Immutable, Alias("citymap.facility.limit-crossed")]
public sealed record FacilityLimitCrossed(
    [property: Id(0)] string Quantity,
    [property: Id(1)] double Value,
    [property: Id(2)] double Limit,
    [property: Id(3)] Guid Incident) : FacilityEvent;

/// <summary>The value came back inside: the limit is armed again.</summary>
[GenerateSerializer, Immutable, Alias("citymap.facility.limit-restored")]
public sealed record FacilityLimitRestored([property: Id(0)] string Quantity, [property: Id(1)] double Value) : FacilityEvent;
