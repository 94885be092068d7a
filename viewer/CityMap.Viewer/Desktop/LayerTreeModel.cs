using CityMap.Geo.Layers;

namespace CityMap.Viewer.Desktop;

/// <summary>The tree of layers: which are drawn, and how strong. What is chosen outlives a new catalogue.</summary>
public sealed class LayerTreeModel
{
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _opacity = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>Groups in map order, topmost last, each with its layers.</summary>
    public IReadOnlyList<(string Group, IReadOnlyList<LayerInfo> Layers)> Groups { get; private set; } = [];

    /// <summary>Layers that are not drawn.</summary>
    public IReadOnlySet<string> Hidden => _hidden;

    /// <summary>How strong layers are drawn; those not named are drawn in full.</summary>
    public IReadOnlyDictionary<string, double> Opacity => _opacity;

    /// <summary>Another one when a layer that is no live one holds something else.</summary>
    public long Version { get; private set; }

    /// <summary>Takes a catalogue. Networks are hidden when they are first seen, as in the console.</summary>
    public void Load(IReadOnlyList<LayerInfo> catalogue)
    {
        foreach (var layer in catalogue.Where(l => _seen.Add(l.Id) && l.Group == "network")) _hidden.Add(layer.Id);
        Version = catalogue.Sum(l => l.Version);
        Groups = [.. catalogue.OrderBy(l => l.Order).GroupBy(l => l.Group).Select(g => (g.Key, (IReadOnlyList<LayerInfo>)[.. g]))];
    }

    /// <summary>Shows or hides a layer.</summary>
    public void Show(string layer, bool shown)
    {
        if (shown) _hidden.Remove(layer);
        else _hidden.Add(layer);
    }

    /// <summary>Draws a layer fainter.</summary>
    /// <param name="layer">Which.</param>
    /// <param name="opacity">From 0 to 1; beyond it is taken as the nearer of them.</param>
    public void Fade(string layer, double opacity)
    {
        if (opacity >= 1) _opacity.Remove(layer);
        else _opacity[layer] = Math.Max(0, opacity);
    }
}
