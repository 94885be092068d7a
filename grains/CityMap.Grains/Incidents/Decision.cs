using CityMap.Grains.Contracts;
using CityMap.Grains.Contracts.Incidents;

namespace CityMap.Grains.Incidents;

/// <summary>What follows from a request to an incident.</summary>
internal abstract record Decision
{
    private Decision() { }

    /// <summary>It happens.</summary>
    /// <param name="Events">In order, at least one.</param>
    /// <param name="OccurredAt">When, UTC, microseconds.</param>
    public sealed record Happens(IReadOnlyList<IncidentEvent> Events, DateTimeOffset OccurredAt) : Decision;

    /// <summary>It does not, and why.</summary>
    public sealed record Refused(Refusal Why) : Decision;
}
