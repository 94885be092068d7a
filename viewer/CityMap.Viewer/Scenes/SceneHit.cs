using CityMap.Viewer.Data;

namespace CityMap.Viewer.Scenes;

/// <summary>A feature found at a place of the frame.</summary>
/// <param name="Layer">The layer of the style that drew it.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Distance">CSS pixels to it; 0 is on it.</param>
public sealed record SceneHit(string Layer, MapFeature Feature, float Distance);
