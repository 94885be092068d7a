namespace CityMap.Geo.Demo.Incidents;

/// <summary>One command in the life of an incident, as the public route for commands takes it.</summary>
/// <param name="Command">
/// <c>receive</c>, <c>assign</c>, <c>start</c>, <c>claimFix</c>, <c>verifyFix</c>, <c>close</c>, <c>reject</c>, <c>reopen</c>,
/// <c>note</c>, <c>acknowledge</c> or <c>linkFacility</c>.
/// </param>
/// <param name="At">When, UTC, whole seconds; never before the step before it.</param>
/// <param name="Actor">Who does it.</param>
public sealed record DemoStep(string Command, DateTimeOffset At, string Actor)
{
    /// <summary>The agency or unit, for <c>assign</c>.</summary>
    public string? Agency { get; init; }

    /// <summary>Why, for <c>reject</c> and <c>reopen</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Free text, for <c>note</c> and <c>claimFix</c>.</summary>
    public string? Note { get; init; }

    /// <summary>The facility, for <c>linkFacility</c>.</summary>
    public string? Facility { get; init; }
}
