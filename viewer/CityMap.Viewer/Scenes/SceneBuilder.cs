using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Labels;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;
using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>Works a map out: evaluates the style for each visible feature, layer by layer, and places what is written.</summary>
public sealed class SceneBuilder(MapSheet sheet)
{
    /// <summary>Builds the scene of a document.</summary>
    /// <param name="document">What to show.</param>
    /// <param name="sources">The features of each source; layers of other sources stay empty.</param>
    /// <param name="rasters">Pictures of the ground by source, for layers of type raster.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Scene Build(
        MapDocument document,
        IReadOnlyDictionary<string, FeatureSet> sources,
        IReadOnlyDictionary<string, IReadOnlyList<GroundImage>>? rasters,
        CancellationToken cancellationToken)
    {
        var work = new SceneWork(document, sheet, sources);
        var items = new List<List<DrawItem>>();
        var symbols = new List<SymbolCandidate>();
        foreach (var layer in document.Style.Layers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var drawn = new List<DrawItem>();
            items.Add(drawn);
            if (!layer.IsOn(document.View.Zoom) || (layer.Source is { } source && document.Hidden.Contains(Owner(source)))) continue;
            switch (layer.Type)
            {
                case "background": drawn.Add(new GroundItem(SKRect.Create(document.View.Width, document.View.Height), Ground(layer, document.View.Zoom))); break;
                case "raster": AddRasters(layer, document, rasters, drawn); break;
                case "fill": FillLayer.Add(layer, work, drawn); break;
                case "line": LineLayer.Add(layer, work, drawn); break;
                case "circle": CircleLayer.Add(layer, work, drawn); break;
                case "heatmap": HeatmapLayer.Add(layer, work, drawn); break;
                case "symbol": symbols.AddRange(SymbolLayer.Candidates(layer, items.Count - 1, work)); break;
            }
        }

        // What is written higher up is placed first, and drawn in the order of its layer.
        foreach (var (layer, item) in LabelPlacer.Place(symbols, document.View, cancellationToken)) items[layer].Add(item);
        var names = document.Style.Layers.Where((_, i) => items[i].Count > 0).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        return new(document.View, [.. items.SelectMany(i => i)], names);
    }

    /// <summary>The catalogue's layer a source belongs to.</summary>
    internal static string Owner(string source) => source == "district-names" ? "districts" : source;

    private static SKColor Ground(StyleLayer layer, double zoom) =>
        layer.Colour("background-color", new(zoom), layer.Number("background-opacity", new(zoom), 1));

    private static void AddRasters(
        StyleLayer layer, MapDocument document, IReadOnlyDictionary<string, IReadOnlyList<GroundImage>>? rasters, List<DrawItem> drawn)
    {
        if (layer.Source is null || rasters is null || !rasters.TryGetValue(layer.Source, out var images)) return;
        var opacity = (float)(layer.Number("raster-opacity", new(document.View.Zoom), 1) * document.Opacity.GetValueOrDefault(layer.Source, 1));
        foreach (var image in images) drawn.Add(new ImageItem(image.Picture, image.On(document.View), opacity));
    }
}
