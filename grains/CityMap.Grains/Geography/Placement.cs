using CityMap.Geo.Areas;
using CityMap.Grains.Contracts;

namespace CityMap.Grains.Geography;

/// <summary>Where a position is, in words.</summary>
/// <param name="District">The district that answers for it; null outside all.</param>
/// <param name="Jurisdiction">Why that district; null when there are no districts to ask.</param>
/// <param name="Address">Nearest street and area; null when neither is known.</param>
public sealed record Placement(AreaRef? District, Jurisdiction? Jurisdiction, string? Address)
{
    /// <summary>Nowhere known.</summary>
    public static Placement Unknown { get; } = new(null, null, null);
}
