using CityMap.Geo.Layers;

namespace CityMap.Server.Tiles;

/// <summary>What of a layer is wanted on a tile.</summary>
/// <param name="Query">The query without its box.</param>
/// <param name="Key">Two filters with the same key want the same, whatever the clock says.</param>
/// <param name="Version">The version the address was made for; null when it names none, or when the day says what is there.</param>
internal sealed record TileFilter(FeatureQuery Query, string Key, string? Version);
