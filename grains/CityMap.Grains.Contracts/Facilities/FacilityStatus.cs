namespace CityMap.Grains.Contracts.Facilities;

/// <summary>How a facility works.</summary>
public enum FacilityStatus
{
    /// <summary>Nobody has said.</summary>
    Unknown,

    /// <summary>As it should.</summary>
    Working,

    /// <summary>Less than it should.</summary>
    Degraded,

    /// <summary>Not at all.</summary>
    Down,
}
