namespace CityMap.Geo.Analyses;

/// <summary>Whether a piece lies within reach.</summary>
public static class CoverageStatus
{
    /// <summary>Within the distance of a facility.</summary>
    public const string Covered = "covered";

    /// <summary>Within the distance of a draft, and of no facility that is there.</summary>
    public const string Gained = "gained";

    /// <summary>Within the distance of none.</summary>
    public const string Beyond = "beyond";
}
