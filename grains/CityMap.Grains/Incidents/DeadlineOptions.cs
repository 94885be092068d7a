namespace CityMap.Grains.Incidents;

/// <summary>How long an incident may take, by severity, until a legal clock says otherwise.</summary>
public sealed class DeadlineOptions
{
    /// <summary>Severity 5 and 4.</summary>
    public TimeSpan Urgent { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Severity 3.</summary>
    public TimeSpan Normal { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Severity 2 and 1.</summary>
    public TimeSpan Low { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The allowance of a severity.</summary>
    public TimeSpan For(long severity) => severity switch
    {
        >= 4 => Urgent,
        3 => Normal,
        _ => Low,
    };
}
