using CityMap.Viewer.Data;

namespace CityMap.Viewer.Styles;

/// <summary>What an expression is evaluated in.</summary>
/// <param name="Zoom">Zoom of the map, tiles of 512 CSS pixels.</param>
/// <param name="Feature">The feature, or null for a property of the layer.</param>
/// <param name="States">State of the feature that is not its own (chosen, shade), by name; null when it has none.</param>
internal readonly record struct Scope(double Zoom, MapFeature? Feature = null, IReadOnlyDictionary<string, object?>? States = null)
{
    /// <summary>How much of a heat map's heat lies at a place, 0 to 1; null outside of a heat map's colour.</summary>
    public double? Density { get; init; }
}
