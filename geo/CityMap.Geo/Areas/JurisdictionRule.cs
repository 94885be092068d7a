namespace CityMap.Geo.Areas;

/// <summary>Which rule gave a position its area.</summary>
public enum JurisdictionRule
{
    /// <summary>The position lies inside the area; where areas overlap the smaller has it, then the lower id.</summary>
    Inside,

    /// <summary>The position lies on a border; of the areas that share it the smaller has it, then the lower id.</summary>
    OnBorder,

    /// <summary>The position lies outside every area; the nearest one within the stated distance has it.</summary>
    Nearest,

    /// <summary>No area is near enough.</summary>
    Outside,
}
