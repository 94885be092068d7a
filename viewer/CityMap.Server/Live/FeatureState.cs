using CityMap.Geo.Layers;

namespace CityMap.Server.Live;

/// <summary>How a feature was before a change, if that is known.</summary>
/// <param name="Known">False when nobody can tell.</param>
/// <param name="Feature">The feature; null when it did not exist.</param>
internal readonly record struct FeatureState(bool Known, Feature? Feature)
{
    /// <summary>Nobody can tell.</summary>
    public static FeatureState Unknown => default;
}
