using CityMap.Geo.Demo.Incidents;
using CityMap.Geo.Demo.Places;

namespace CityMap.Geo.Demo.Scenario;

/// <summary>One thing that happens while the demo runs. Steps come in order of <see cref="At"/>, without end.</summary>
/// <param name="At">When it is due, UTC, whole seconds.</param>
public abstract record ScenarioStep(DateTimeOffset At);

/// <summary>A new incident is reported.</summary>
/// <param name="At">When.</param>
/// <param name="Key">Names the incident in later steps and serves as idempotency key; the server chooses the incident's id.</param>
/// <param name="Report">What is reported.</param>
public sealed record IncidentAppears(DateTimeOffset At, string Key, DemoReport Report) : ScenarioStep(At);

/// <summary>Something is done about an incident. A refusal (somebody was quicker) may be ignored.</summary>
/// <param name="At">When.</param>
/// <param name="Key">The key it appeared with, or the id of an incident that was open at the start.</param>
/// <param name="Step">The command.</param>
public sealed record IncidentMoves(DateTimeOffset At, string Key, DemoStep Step) : ScenarioStep(At);

/// <summary>Facilities report what they measure.</summary>
/// <param name="At">When.</param>
/// <param name="Readings">At least one; of one or several facilities.</param>
public sealed record FacilitiesMeasure(DateTimeOffset At, IReadOnlyList<DemoReading> Readings) : ScenarioStep(At);

/// <summary>A facility fails or recovers.</summary>
/// <param name="At">When.</param>
/// <param name="Facility">Its id.</param>
/// <param name="Status"><c>Working</c>, <c>Degraded</c> or <c>Down</c>.</param>
/// <param name="Reason">Why, Vietnamese.</param>
public sealed record FacilityChanges(DateTimeOffset At, string Facility, string Status, string Reason) : ScenarioStep(At);
