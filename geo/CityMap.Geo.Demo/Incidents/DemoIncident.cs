namespace CityMap.Geo.Demo.Incidents;

/// <summary>One incident of the generated past: its report and what was done about it up to now.</summary>
/// <param name="Id">A version 7 UUID that carries the time of the report; the same for the same city.</param>
/// <param name="Report">How it was reported.</param>
/// <param name="Steps">What followed, in order; none lies after the moment the city was generated for.</param>
public sealed record DemoIncident(Guid Id, DemoReport Report, IReadOnlyList<DemoStep> Steps)
{
    /// <summary>The state after the last step, for example <c>InProgress</c>.</summary>
    public string State => Lifecycle.After(Steps);

    /// <summary>True while something is left to do.</summary>
    public bool Open => State is not ("Closed" or "Rejected");
}
