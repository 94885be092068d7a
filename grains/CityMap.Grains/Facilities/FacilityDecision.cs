using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Facilities;

namespace CityMap.Grains.Facilities;

/// <summary>What follows from a request to a facility.</summary>
internal abstract record FacilityDecision
{
    private FacilityDecision() { }

    /// <summary>It happens.</summary>
    public sealed record Happens(FacilityEvent Event, DateTimeOffset OccurredAt) : FacilityDecision;

    /// <summary>It does not, and why.</summary>
    public sealed record Refused(Refusal Why) : FacilityDecision;

    /// <summary>There is no such facility, and the command does not make one.</summary>
    public sealed record NotFound : FacilityDecision;
}
