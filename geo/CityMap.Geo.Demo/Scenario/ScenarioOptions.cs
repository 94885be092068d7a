namespace CityMap.Geo.Demo.Scenario;

/// <summary>How fast the demo runs.</summary>
public sealed record ScenarioOptions
{
    /// <summary>Mean time between two new incidents at the busiest hour; at night it is up to three times as long.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long an ordinary incident lives, from report to close, when the demo runs at its own pace.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromMinutes(25);

    /// <summary>
    /// The incidents open at the start, by key and state, when the store already holds a later state than the generated past;
    /// null takes the open ones of the generated past.
    /// </summary>
    public IReadOnlyList<(string Key, string Type, string State)>? Open { get; init; }
}
