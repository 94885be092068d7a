namespace CityMap.Grains.Contracts.Incidents;

/// <summary>Where an incident stands. Due soon and overdue are computed, never states.</summary>
public enum IncidentState
{
    /// <summary>Reported; nobody has received it yet.</summary>
    New,

    /// <summary>Somebody has taken it in.</summary>
    Received,

    /// <summary>An agency or unit has it.</summary>
    Assigned,

    /// <summary>Work has begun.</summary>
    InProgress,

    /// <summary>Those who worked on it say that it is fixed.</summary>
    FixClaimed,

    /// <summary>Somebody else has seen that it is fixed.</summary>
    FixVerified,

    /// <summary>Done.</summary>
    Closed,

    /// <summary>Not taken on, for a reason.</summary>
    Rejected,

    /// <summary>It was done or rejected, and is open again for a reason.</summary>
    Reopened,
}
