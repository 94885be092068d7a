using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Styles;
using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>Layers of type <c>circle</c>. Neighbours in drawing order that look alike become one item.</summary>
internal static class CircleLayer
{
    private static readonly string[] _ofTheDisc =
        ["circle-radius", "circle-color", "circle-opacity", "circle-stroke-color", "circle-stroke-opacity", "circle-stroke-width"];

    public static void Add(StyleLayer layer, SceneWork work, List<DrawItem> drawn)
    {
        var varies = _ofTheDisc.Any(layer.DependsOnFeature);
        var shared = varies ? null : DiscOf(layer, work, work.LayerScope);
        var (current, circles) = (shared, new List<(MapFeature, SKPoint)>());
        foreach (var scope in work.Features(layer))
        {
            var disc = shared ?? DiscOf(layer, work, scope);
            if (disc != current)
            {
                Close(layer, current, circles, drawn);
                (current, circles) = (disc, []);
            }

            var xy = scope.Feature!.Xy;
            for (var i = 0; i < xy.Length; i += 2) circles.Add((scope.Feature, work.Projector.Point(xy[i], xy[i + 1])));
        }

        Close(layer, current, circles, drawn);
    }

    private static void Close(StyleLayer layer, Disc? disc, List<(MapFeature, SKPoint)> circles, List<DrawItem> drawn)
    {
        if (disc is not null && circles.Count > 0) drawn.Add(new CirclesItem(disc, circles) { Layer = layer.Id });
    }

    private static Disc DiscOf(StyleLayer layer, SceneWork work, in Scope scope) => new(
        (float)layer.Number("circle-radius", scope, 5),
        layer.Colour("circle-color", scope, work.Opacity(layer, "circle-opacity", scope)),
        layer.Colour("circle-stroke-color", scope, work.Opacity(layer, "circle-stroke-opacity", scope)),
        (float)layer.Number("circle-stroke-width", scope, 0));
}
