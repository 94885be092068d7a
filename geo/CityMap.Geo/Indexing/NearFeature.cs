using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing;

/// <summary>A feature and how far it is.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Metres">Its distance on the ground, metres.</param>
public sealed record NearFeature(Feature Feature, double Metres);
