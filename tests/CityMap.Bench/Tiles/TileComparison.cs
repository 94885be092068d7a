using CityMap.Geo.Tests.Tiles;
using CityMap.Geo.Tiles;

namespace CityMap.Bench.Tiles;

/// <summary>Says where two tiles of the same ground differ.</summary>
internal static class TileComparison
{
    /// <exception cref="InvalidOperationException">They differ by more than the rounding of a place by one unit.</exception>
    public static void Compare(TileAddress tile, TileReader ours, TileReader theirs)
    {
        var (mine, other) = (ById(ours), ById(theirs));
        if (mine.Count == 0 || !mine.Keys.ToHashSet().SetEquals(other.Keys))
        {
            throw new InvalidOperationException($"Tile {tile} has {mine.Count} features here and {other.Count} there.");
        }

        foreach (var (id, a) in mine)
        {
            var b = other[id];
            var ((ax, ay), (bx, by)) = (a.Paths[0][0], b.Paths[0][0]);
            if (Math.Abs(ax - bx) > 1 || Math.Abs(ay - by) > 1) throw new InvalidOperationException($"Tile {tile} has {id} at {ax},{ay} here and {bx},{by} there.");
            foreach (var (key, value) in b.Properties)
            {
                if (!a.Properties.TryGetValue(key, out var found) || !found.Equals(value)) throw new InvalidOperationException($"Tile {tile} has {id} with {key} = {found}, not {value}.");
            }

            if (a.Properties.Count != b.Properties.Count) throw new InvalidOperationException($"Tile {tile} has {id} with other properties.");
        }
    }

    private static Dictionary<string, TileFeature> ById(TileReader tile) => tile.Features.ToDictionary(f => (string)f.Properties["id"]);
}
