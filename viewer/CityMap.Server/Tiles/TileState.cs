using CityMap.Geo.Indexing;
using CityMap.Geo.Layers;

namespace CityMap.Server.Tiles;

/// <summary>A layer at the moment a tile is made from it.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Snapshot">It in memory; null when the store must be asked.</param>
/// <param name="Name">Names the state: the same name means the same tile.</param>
/// <param name="IsTag">True when the name alone, with the filter, is a strong validator; otherwise the tile's content is.</param>
/// <param name="Sequence">Every change up to this one is in the tile; null where the feed does not go on from it.</param>
internal sealed record TileState(LayerInfo Layer, LiveSnapshot? Snapshot, string Name, bool IsTag, long? Sequence = null);
