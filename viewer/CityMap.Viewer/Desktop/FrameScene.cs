using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Scenes;
using SkiaSharp;

namespace CityMap.Viewer.Desktop;

/// <summary>A frame as a scene that can be asked what lies where: a tap is answered by it, whatever control draws the frame.</summary>
public static class FrameScene
{
    // About what a finger or a mouse hits, CSS pixels.
    private const float Radius = 9;
    private const float Line = 5;

    /// <summary>The scene of a plan: areas at the bottom, lines over them, points on top, each in the order of the layers.</summary>
    /// <param name="view">What the frame shows.</param>
    /// <param name="plan">What it draws.</param>
    /// <param name="order">Layers, bottom first; those not named lie below.</param>
    public static Scene Of(MapView view, FramePlan plan, IReadOnlyList<string> order)
    {
        var projector = new Projector(view, 0.5f);
        var items = new List<DrawItem>();
        var layers = plan.Drawn.Keys.OrderBy(k => Place(order, k)).ToList();
        foreach (var kind in (ShapeKind[])[ShapeKind.Polygon, ShapeKind.Line, ShapeKind.Point])
        {
            foreach (var layer in layers) Add(layer, kind, [.. plan.Drawn[layer].Where(f => f.Kind == kind)], projector, items);
        }

        return new(view, items, layers.ToHashSet(StringComparer.Ordinal));
    }

    private static void Add(string layer, ShapeKind kind, IReadOnlyList<MapFeature> features, Projector projector, List<DrawItem> items)
    {
        if (features.Count == 0) return;
        if (kind == ShapeKind.Point)
        {
            items.Add(new CirclesItem(new(Radius, SKColors.Black, SKColors.Transparent, 0), [.. features.Select(f => (f, projector.Point(f.Xy[0], f.Xy[1])))]) { Layer = layer });
            return;
        }

        foreach (var feature in features)
        {
            var outline = projector.Outline(feature);
            if (outline.IsEmpty) continue;
            items.Add(kind == ShapeKind.Polygon
                ? new FillItem(outline, SKColors.Black, null) { Layer = layer, Feature = feature }
                : new LineItem(outline, close: false, new(SKColors.Black, Line, SKStrokeCap.Round, SKStrokeJoin.Round, null)) { Layer = layer, Feature = feature });
        }
    }

    private static int Place(IReadOnlyList<string> order, string layer)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] == layer) return i;
        }

        return -1;
    }
}
