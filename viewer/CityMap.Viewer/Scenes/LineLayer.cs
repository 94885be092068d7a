using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Styles;
using SkiaSharp;

namespace CityMap.Viewer.Scenes;

/// <summary>Layers of type <c>line</c>: lines, and the edges of areas.</summary>
internal static class LineLayer
{
    private static readonly string[] _ofThePen = ["line-color", "line-opacity", "line-width"];

    public static void Add(StyleLayer layer, SceneWork work, List<DrawItem> drawn)
    {
        Pen? shared = null;
        var varies = _ofThePen.Any(layer.DependsOnFeature);

        // Dashed twice, a border between neighbours would be a whole line.
        var borders = new HashSet<BorderEdge>();
        foreach (var scope in work.Features(layer))
        {
            if (scope.Feature!.Kind == ShapeKind.Point) continue;
            var pen = varies ? PenOf(layer, work, scope) : shared ??= PenOf(layer, work, work.LayerScope);
            if (pen.Colour.Alpha == 0 || pen.Width <= 0) continue;
            var area = scope.Feature.Kind == ShapeKind.Polygon;
            var once = area && pen.Dash is not null;
            var outline = once ? work.Projector.NewEdges(scope.Feature, borders) : work.Projector.Outline(scope.Feature);
            if (!outline.IsEmpty) drawn.Add(new LineItem(outline, area && !once, pen) { Layer = layer.Id, Feature = scope.Feature });
        }
    }

    private static Pen PenOf(StyleLayer layer, SceneWork work, in Scope scope)
    {
        var width = (float)layer.Number("line-width", scope, 1);
        var dash = layer.Numbers("line-dasharray", scope);
        return new(
            layer.Colour("line-color", scope, work.Opacity(layer, "line-opacity", scope)),
            width,
            layer.Text("line-cap", scope, "butt") switch { "round" => SKStrokeCap.Round, "square" => SKStrokeCap.Square, _ => SKStrokeCap.Butt },
            layer.Text("line-join", scope, "miter") switch { "round" => SKStrokeJoin.Round, "bevel" => SKStrokeJoin.Bevel, _ => SKStrokeJoin.Miter },
            dash.Length > 1 ? Dashes(dash, width) : null);
    }

    // Dashes are counted in widths; Skia takes an even number of lengths.
    private static float[] Dashes(double[] dash, float width)
    {
        var lengths = Array.ConvertAll(dash, d => Math.Max(0.01f, (float)(d * width)));
        return lengths.Length % 2 == 0 ? lengths : [.. lengths, .. lengths];
    }
}
