using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Styles;
using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>Layers of type <c>fill</c>.</summary>
internal static class FillLayer
{
    public static void Add(StyleLayer layer, SceneWork work, List<DrawItem> drawn)
    {
        foreach (var scope in work.Features(layer))
        {
            if (scope.Feature!.Kind != ShapeKind.Polygon) continue;
            var opacity = work.Opacity(layer, "fill-opacity", scope);
            if (opacity <= 0) continue;
            var outline = work.Projector.Outline(scope.Feature);
            if (outline.IsEmpty) continue;
            SKColor? edge = layer.Has("fill-outline-color") ? layer.Colour("fill-outline-color", scope, opacity) : null;
            drawn.Add(new FillItem(outline, layer.Colour("fill-color", scope, opacity), edge)
            {
                Layer = layer.Id,
                Feature = scope.Feature,
                Pattern = layer.Value("fill-pattern", scope) as string,
            });
        }
    }
}
