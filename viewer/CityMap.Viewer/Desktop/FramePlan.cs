using CityMap.Viewer.Data;
using CityMap.Viewer.Scenes;

namespace CityMap.Viewer.Desktop;

/// <summary>
/// What a frame draws itself and what it leaves to the server's tiles. Live layers are drawn, gathered into clusters while they are too many; of the
/// others as many as the budget allows, smallest first.
/// </summary>
/// <param name="Drawn">Features by layer.</param>
/// <param name="Left">Layers left to the server's tiles; offline they are not shown, and the window says so.</param>
public sealed record FramePlan(IReadOnlyDictionary<string, IReadOnlyList<MapFeature>> Drawn, IReadOnlyList<string> Left)
{
    /// <summary>The most features one frame draws: about what the map control draws while it stays fluid.</summary>
    public const int Most = 2_000;

    /// <summary>How many features are drawn.</summary>
    public int Count => Drawn.Values.Sum(d => d.Count);

    /// <summary>Divides a frame.</summary>
    /// <param name="view">What it shows.</param>
    /// <param name="live">Live layers that are shown, the most important first.</param>
    /// <param name="others">Other layers that are shown and held in memory.</param>
    /// <param name="most">The budget.</param>
    public static FramePlan Of(MapView view, IReadOnlyList<(string Layer, FeatureSet Features)> live, IReadOnlyList<(string Layer, FeatureSet Features)> others, int most = Most)
    {
        var drawn = new Dictionary<string, IReadOnlyList<MapFeature>>(StringComparer.Ordinal);
        var without = new List<string>();
        var left = most;
        foreach (var (layer, features) in live)
        {
            if (Fitting(features, view, left) is not { } fit)
            {
                without.Add(layer);
                continue;
            }

            drawn[layer] = fit;
            left -= fit.Count;
        }

        foreach (var (layer, found) in others.Select(o => (o.Layer, Found: Seen(o.Features, view))).OrderBy(o => o.Found.Count).ThenBy(o => o.Layer, StringComparer.Ordinal))
        {
            if (found.Count <= left)
            {
                drawn[layer] = found;
                left -= found.Count;
            }
            else without.Add(layer);
        }

        return new(drawn, without);
    }

    // As they are, or gathered ever more coarsely until they fit.
    private static List<MapFeature>? Fitting(FeatureSet features, MapView view, int room)
    {
        var seen = Seen(features, view);
        for (var zoom = view.Zoom; seen.Count > room; zoom--)
        {
            if (zoom < 0 || room < 1) return null;
            seen = Seen(Clustering.Gather(features, zoom), view, Clustering.MostMoved(zoom, view.Zoom));
        }

        return seen;
    }

    // The mark of a cluster may stand beyond the edge though its members do not.
    private static List<MapFeature> Seen(FeatureSet features, MapView view, double margin = 0) => features.Within(
        view.UnitX(-margin), view.UnitY(-margin), view.UnitX(view.Width + margin), view.UnitY(view.Height + margin));
}
