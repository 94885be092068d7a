using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Styles;
using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>Layers of type <c>heatmap</c>: points as a density, in the colours the style gives it.</summary>
internal static class HeatmapLayer
{
    private const int Colours = 256;

    public static void Add(StyleLayer layer, SceneWork work, List<DrawItem> drawn)
    {
        var opacity = work.Opacity(layer, "heatmap-opacity", work.LayerScope);
        if (opacity <= 0) return;
        var intensity = layer.Number("heatmap-intensity", work.LayerScope, 1);
        var heat = new HeatGrid(work.Document.View.Width, work.Document.View.Height);
        foreach (var scope in work.Features(layer))
        {
            if (scope.Feature!.Kind != ShapeKind.Point) continue;
            var (weight, radius) = (layer.Number("heatmap-weight", scope, 1) * intensity, layer.Number("heatmap-radius", scope, 30));
            var xy = scope.Feature.Xy;
            for (var i = 0; i < xy.Length; i += 2) heat.Add(work.Projector.Point(xy[i], xy[i + 1]), (float)radius, (float)weight);
        }

        if (!heat.IsEmpty) drawn.Add(new HeatItem(heat, Ramp(layer, work.LayerScope), (float)opacity) { Layer = layer.Id });
    }

    // As a browser reads it: 256 steps from no heat to full heat.
    private static SKColor[] Ramp(StyleLayer layer, Scope scope) =>
        [.. Enumerable.Range(0, Colours).Select(i => layer.Colour("heatmap-color", scope with { Density = i / (Colours - 1d) }))];
}
