namespace CityMap.Grains.Contracts.Facilities;

/// <summary>Something to do with a facility. Unchecked: the decider checks it and names what is wrong.</summary>
[GenerateSerializer, Immutable, Alias("citymap.facility.command")]
public abstract record FacilityCommand;

/// <summary>Say what a facility is; makes it when there is none, and replaces what was said before.</summary>
/// <param name="Kind">A code of <see cref="FacilityKinds"/>.</param>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Lon">Longitude, degrees, WGS 84.</param>
/// <param name="Lat">Latitude, degrees, WGS 84.</param>
[GenerateSerializer, Immutable, Alias("citymap.facility.define")]
public sealed record DefineFacility(
    [property: Id(0)] string Kind,
    [property: Id(1)] string Name,
    [property: Id(2)] double Lon,
    [property: Id(3)] double Lat) : FacilityCommand
{
    /// <summary>At most 200 characters; null when there is none.</summary>
    [Id(4)] public string? NameEn { get; init; }

    /// <summary>At most 300 characters; null takes the nearest street and area.</summary>
    [Id(5)] public string? Address { get; init; }

    /// <summary>How many it can take, 0 or more; null when that means nothing here.</summary>
    [Id(6)] public long? Capacity { get; init; }

    /// <summary>How many it has taken, 0 or more.</summary>
    [Id(7)] public long? Used { get; init; }

    /// <summary>The status of a new facility; null is <see cref="FacilityStatus.Unknown"/>, and leaves that of an existing one.</summary>
    [Id(8)] public FacilityStatus? Status { get; init; }

    /// <summary>At most 32, one per quantity.</summary>
    [Id(9)] public IReadOnlyList<FacilityLimit> Limits { get; init; } = [];
}

/// <summary>Say how it works.</summary>
/// <param name="Status">The status from now on.</param>
/// <param name="Reason">At most 1,000 characters, or null.</param>
[GenerateSerializer, Immutable, Alias("citymap.facility.set-status")]
public sealed record SetFacilityStatus([property: Id(0)] FacilityStatus Status, [property: Id(1)] string? Reason) : FacilityCommand;

/// <summary>Say how full it is.</summary>
/// <param name="Capacity">How many it can take, 0 or more; null when that means nothing here.</param>
/// <param name="Used">How many it has taken, 0 or more; null when unknown.</param>
[GenerateSerializer, Immutable, Alias("citymap.facility.set-capacity")]
public sealed record SetFacilityCapacity([property: Id(0)] long? Capacity, [property: Id(1)] long? Used) : FacilityCommand;
