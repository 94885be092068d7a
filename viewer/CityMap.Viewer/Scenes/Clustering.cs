using CityMap.Geo.Tiles.Live;
using CityMap.Viewer.Data;
using CityMap.Viewer.Styles;

namespace CityMap.Viewer.Scenes;

/// <summary>
/// Gathers near points as the server's tiles do: square cells of 64 CSS pixels at whole zooms, aligned with the tiles. A cell of one point
/// keeps it as it is; more become a cluster at <see cref="ClusterPlace"/> with <c>count</c>, <c>worst</c> (severity) and <c>overdue</c> (how many).
/// </summary>
public static class Clustering
{
    // A tile of 512 CSS pixels has 8 cells along each side.
    private const int CellsPerTile = 8;

    /// <summary>Gathers the points of a set.</summary>
    /// <param name="features">Points; other shapes pass unchanged.</param>
    /// <param name="zoom">Of the map.</param>
    public static FeatureSet Gather(FeatureSet features, double zoom)
    {
        var cells = CellsPerTile * Math.Pow(2, Math.Floor(zoom));
        var groups = new Dictionary<(long X, long Y), List<MapFeature>>();
        var result = new List<MapFeature>();
        foreach (var feature in features.Features)
        {
            if (feature.Kind != ShapeKind.Point)
            {
                result.Add(feature);
                continue;
            }

            var key = ((long)Math.Floor(feature.MinX * cells), (long)Math.Floor(feature.MinY * cells));
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = []);
            group.Add(feature);
        }

        result.AddRange(groups.Select(g => g.Value.Count == 1 ? g.Value[0] : Cluster(g.Key, g.Value, cells)));
        return new(result);
    }

    /// <summary>How far a cluster's mark may stand from the middle of its members, in CSS pixels.</summary>
    /// <param name="zoom">At which it was gathered.</param>
    /// <param name="shown">The zoom of the map that shows it.</param>
    public static double MostMoved(double zoom, double shown) => ClusterPlace.MostMoved * 512 / CellsPerTile * Math.Pow(2, shown - Math.Floor(zoom));

    private static MapFeature Cluster((long X, long Y) cell, List<MapFeature> members, double cells)
    {
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["cluster"] = true,
            ["count"] = (long)members.Count,
            ["worst"] = (long)members.Max(m => StyleValue.Number(m.Attributes.GetValueOrDefault("severity")) ?? 1),
            ["overdue"] = (long)members.Count(m => m.Attributes.GetValueOrDefault("overdue") is true),
        };
        var (x, y) = ClusterPlace.Of(members.Average(m => m.MinX) * cells, members.Average(m => m.MinY) * cells);
        var middle = new[] { x / cells, y / cells };
        return new(FormattableString.Invariant($"cluster/{cell.X}/{cell.Y}"), ShapeKind.Point, middle, [0], attributes);
    }
}
