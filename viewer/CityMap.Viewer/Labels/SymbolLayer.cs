using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Styles;
using CityMap.Viewer.Text;
using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>Layers of type <c>symbol</c>: what would like to be shown.</summary>
internal static class SymbolLayer
{
    /// <summary>The symbols and texts of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="number">Its number in the style.</param>
    /// <param name="work">The scene being built.</param>
    public static IEnumerable<SymbolCandidate> Candidates(StyleLayer layer, int number, SceneWork work)
    {
        if (layer.Text("symbol-placement", work.LayerScope, "point") == "line") return LineLabels.Candidates(layer, number, work);
        return Standing(layer, number, work);
    }

    /// <summary>The colours and size of a text.</summary>
    public static Ink InkOf(StyleLayer layer, SceneWork work, in Scope scope)
    {
        var opacity = work.Opacity(layer, "text-opacity", scope);
        return new(
            (float)layer.Number("text-size", scope, 16),
            layer.Colour("text-color", scope, opacity),
            layer.Has("text-halo-color") ? layer.Colour("text-halo-color", scope, opacity) : SKColors.Transparent,
            (float)layer.Number("text-halo-width", scope, 0));
    }

    /// <summary>The font a layer asks for.</summary>
    public static string FontOf(StyleLayer layer, in Scope scope) => layer.Words("text-font", scope) is [var first, ..] ? first : FontNames.Regular;

    private static IEnumerable<SymbolCandidate> Standing(StyleLayer layer, int number, SceneWork work)
    {
        foreach (var scope in work.Features(layer))
        {
            var feature = scope.Feature!;
            var icon = Icon(layer, work, scope);
            var text = Text(layer, work, scope, centred: icon is not null && !layer.Has("text-variable-anchor"));
            if ((icon is null && text is null) || Place(feature, work) is not { } at) continue;
            yield return new()
            {
                Layer = number,
                LayerId = layer.Id,
                Feature = feature,
                At = at,
                SortKey = layer.Number("symbol-sort-key", scope, 0),
                Icon = icon,
                Text = text,
            };
        }
    }

    private static IconPlan? Icon(StyleLayer layer, SceneWork work, in Scope scope)
    {
        if (layer.Value("icon-image", scope) is not string { Length: > 0 } name || work.Sheet.Symbols.Find(name) is not { } symbol) return null;
        var opacity = (float)work.Opacity(layer, "icon-opacity", scope);
        return opacity <= 0 ? null : new(
            name, symbol.Width, symbol.Height, (float)layer.Number("icon-size", scope, 1), opacity, (float)layer.Number("icon-padding", scope, 2),
            layer.Flag("icon-allow-overlap", scope), layer.Flag("icon-ignore-placement", scope), layer.Flag("icon-optional", scope));
    }

    private static TextPlan? Text(StyleLayer layer, SceneWork work, in Scope scope, bool centred)
    {
        var words = StyleValue.Text(layer.Value("text-field", scope)).Trim();
        if (words.Length == 0) return null;
        var ink = InkOf(layer, work, scope);
        var block = TextBlock.Break(words, work.Sheet.Fonts, FontOf(layer, scope), (float)layer.Number("text-max-width", scope, 10));
        return new(
            block, ink, (float)layer.Number("text-padding", scope, 2), layer.Flag("text-allow-overlap", scope), layer.Flag("text-ignore-placement", scope),
            layer.Flag("text-optional", scope), centred ? [new("center", default)] : Anchors(layer, scope, ink.Size));
    }

    private static IReadOnlyList<TextAnchor> Anchors(StyleLayer layer, in Scope scope, float size)
    {
        if (layer.Words("text-variable-anchor", scope) is { Length: > 0 } names)
        {
            var radius = (float)layer.Number("text-radial-offset", scope, 0) * size;
            return [.. names.Select(name => new TextAnchor(name, Radial(name, radius)))];
        }

        var offset = layer.Numbers("text-offset", scope);
        return [new(layer.Text("text-anchor", scope, "center"), offset.Length == 2 ? new((float)offset[0] * size, (float)offset[1] * size) : default)];
    }

    private static SKPoint Radial(string anchor, float radius) => anchor switch
    {
        "top" => new(0, radius - (radius * 0.15f)),
        "bottom" => new(0, -radius + (radius * 0.15f)),
        "left" => new(radius, 0),
        "right" => new(-radius, 0),
        _ => default,
    };

    // The middle of a line, and of an area a place well inside it.
    private static SKPoint? Place(MapFeature feature, SceneWork work)
    {
        if (feature.Kind == ShapeKind.Point) return work.Projector.Point(feature.Xy[0], feature.Xy[1]);
        var outline = work.Projector.Outline(feature);
        return outline.IsEmpty ? null : feature.Kind == ShapeKind.Polygon ? InnerPlace.Of(outline) : outline.Points[outline.Points.Length / 2];
    }
}
