using CityMap.Viewer.Data;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Styles;
using SkiaSharp;

namespace CityMap.Viewer.Labels;

/// <summary>Text along lines: pieces of the same name are joined, and the name is repeated along them.</summary>
internal static class LineLabels
{
    /// <summary>The texts of a layer.</summary>
    public static IEnumerable<SymbolCandidate> Candidates(StyleLayer layer, int number, SceneWork work)
    {
        var scope = work.LayerScope;
        var ink = SymbolLayer.InkOf(layer, work, scope);
        var spacing = (float)layer.Number("symbol-spacing", scope, 250);
        var bend = (float)(layer.Number("text-max-angle", scope, 45) * Math.PI / 180);
        var padding = (float)layer.Number("text-padding", scope, 2);
        var font = SymbolLayer.FontOf(layer, scope);
        foreach (var (name, feature, line) in Named(layer, work))
        {
            var text = work.Sheet.Fonts.Shape(name, font);
            var path = new MeasuredLine(line);
            var length = text.Width * ink.Size;
            if (path.Length < length) continue;
            var count = Math.Max(1, (int)(path.Length / spacing));
            for (var i = 0; i < count; i++)
            {
                if (GlyphsOnLine.Place(path, (i + 0.5f) * path.Length / count, text, ink.Size, bend) is not { } glyphs) continue;
                yield return new()
                {
                    Layer = number,
                    LayerId = layer.Id,
                    Feature = feature,
                    At = glyphs[glyphs.Count / 2].At,
                    SortKey = layer.Number("symbol-sort-key", new(work.Zoom, feature), 0),
                    Text = new(null!, ink, padding, layer.Flag("text-allow-overlap", scope), layer.Flag("text-ignore-placement", scope), false, []),
                    Curved = glyphs,
                };
            }
        }
    }

    private static IEnumerable<(string Name, MapFeature Feature, SKPoint[] Line)> Named(StyleLayer layer, SceneWork work)
    {
        var byName = new Dictionary<string, (MapFeature Feature, List<SKPoint[]> Lines)>(StringComparer.Ordinal);
        foreach (var scope in work.Features(layer))
        {
            var name = StyleValue.Text(layer.Value("text-field", scope)).Trim();
            if (name.Length == 0 || scope.Feature!.Kind == ShapeKind.Point) continue;
            var outline = work.Projector.Outline(scope.Feature);
            if (outline.IsEmpty) continue;
            if (!byName.TryGetValue(name, out var known)) byName.Add(name, known = (scope.Feature, []));
            for (var part = 0; part < outline.Starts.Length; part++)
            {
                var (first, end) = outline.Part(part);
                known.Lines.Add(outline.Points[first..end]);
            }
        }

        return byName.SelectMany(n => LineJoiner.Join(n.Value.Lines).Select(line => (n.Key, n.Value.Feature, line)));
    }
}
