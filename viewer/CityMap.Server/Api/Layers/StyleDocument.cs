using System.Text.Json.Nodes;
using CityMap.Geo.Layers;

namespace CityMap.Server.Api.Layers;

/// <summary>A layer's style as layers of a MapLibre style (specification version 8), whose source is called like the layer.</summary>
internal static class StyleDocument
{
    private static readonly JsonArray _isPolygon = new("==", new JsonArray("geometry-type"), "Polygon");
    private static readonly JsonArray _isNoPoint = new("!=", new JsonArray("geometry-type"), "Point");
    private static readonly JsonArray _isPoint = new("==", new JsonArray("geometry-type"), "Point");

    // How opaque the colour is by density.
    private static readonly (double Density, double Share)[] _heat = [(0, 0), (0.1, 0.2), (0.4, 0.6), (1, 1)];

    /// <summary>The whole style, with the layer's tiles as its only source.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="address">Scheme, host and base of the server as the caller knows it.</param>
    public static JsonObject Of(LayerInfo layer, string address) => new()
    {
        ["version"] = 8,
        ["name"] = $"{layer.Title.Vi} / {layer.Title.En}",
        ["font-faces"] = new JsonObject { ["Noto Sans Regular"] = new JsonArray(Face(address, "vietnamese", "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB"), Face(address, "latin", "U+0000-00FF")) },
        ["sources"] = new JsonObject { [layer.Id] = new JsonObject { ["type"] = "vector", ["url"] = $"{address}/tiles/{layer.Id}.json" } },
        ["layers"] = Layers(layer),
    };

    /// <summary>Areas, lines, points and words of a layer, from the ground up; plain when nobody gave it a style.</summary>
    public static JsonArray Layers(LayerInfo layer)
    {
        var style = layer.Card?.Style ?? new LayerStyle(LayerStyleKind.Single, "#7a5af5");
        var layers = style.Kind == LayerStyleKind.HeatMap ? new JsonArray(Heat(layer, style)) : Plain(layer, style);
        if (style.Label is { } label) layers.Add((JsonNode)Words(layer, label));
        return layers;
    }

    private static JsonArray Plain(LayerInfo layer, LayerStyle style)
    {
        var colour = Colour(layer, style);
        return new(
            Layer(layer, "fill", "fill", _isPolygon, new() { ["fill-color"] = colour.DeepClone(), ["fill-opacity"] = Math.Round(style.Kind == LayerStyleKind.Single ? style.Opacity * 0.3 : style.Opacity, 3) }),
            Layer(layer, "line", "line", _isNoPoint, new() { ["line-color"] = colour.DeepClone(), ["line-opacity"] = style.Opacity, ["line-width"] = style.Size }),
            Layer(layer, "point", "circle", _isPoint, new()
            {
                ["circle-color"] = colour,
                ["circle-opacity"] = style.Opacity,
                ["circle-radius"] = style.Size + 2,
                ["circle-stroke-color"] = "#ffffff",
                ["circle-stroke-width"] = 1,
            }));
    }

    // One colour, more of it where more points lie: where many lie none is lost behind another.
    private static JsonObject Heat(LayerInfo layer, LayerStyle style)
    {
        var colour = new JsonArray("interpolate", new JsonArray("linear"), new JsonArray("heatmap-density"));
        foreach (var (density, share) in _heat)
        {
            colour.Add((JsonNode)density);
            colour.Add((JsonNode)FormattableString.Invariant($"rgba({Channel(style.Colour, 1)},{Channel(style.Colour, 3)},{Channel(style.Colour, 5)},{share})"));
        }

        return Layer(layer, "heat", "heatmap", _isPoint, new()
        {
            ["heatmap-radius"] = style.Size,
            ["heatmap-intensity"] = Intensity(layer.Count, style.Size),
            ["heatmap-opacity"] = style.Opacity,
            ["heatmap-color"] = colour,
        });
    }

    // Each zoom closer spreads the points over four times as many pixels: they warm in proportion, so that the same places are hot at every scale.
    // A single point has its full heat from the zoom on at which, were all of them spread over a city, a spot 25 times as dense as the whole is hot.
    private static JsonArray Intensity(long count, double radius)
    {
        const double City = 1.5e8, MetresPerPixelAtZoomZero = 72_600, MeanOfKernel = 0.0877, Contrast = 25;
        const int Zooms = 6;
        var metresPerPixel = Math.Sqrt(City / (Contrast * MeanOfKernel * Math.Max(1, count) * Math.PI * radius * radius));
        var full = Math.Clamp(Math.Round(Math.Log2(MetresPerPixelAtZoomZero / metresPerPixel), 2), Zooms, 22);
        return new("interpolate", new JsonArray("exponential", 4), new JsonArray("zoom"), full - Zooms, Math.Pow(4, -Zooms), full, 1);
    }

    private static int Channel(string colour, int at) => Convert.ToInt32(colour.Substring(at, 2), 16);

    private static JsonObject Layer(LayerInfo layer, string suffix, string type, JsonArray filter, JsonObject paint)
    {
        var result = new JsonObject
        {
            ["id"] = $"{layer.Id}-{suffix}",
            ["type"] = type,
            ["source"] = layer.Id,
            ["source-layer"] = layer.Id,
            ["filter"] = filter.DeepClone(),
        };
        if (layer.Card?.ShownFrom is { } from) result["minzoom"] = from;
        if (layer.Card?.ShownTo is { } to) result["maxzoom"] = to;
        result["paint"] = paint;
        return result;
    }

    private static JsonObject Words(LayerInfo layer, LayerLabel label)
    {
        var words = Layer(layer, "label", "symbol", _isPoint, new() { ["text-color"] = "#3a4048", ["text-halo-color"] = "#ffffff", ["text-halo-width"] = 1.4 });
        words.Remove("filter");
        words["minzoom"] = Math.Max(label.MinZoom, layer.Card?.ShownFrom ?? 0);
        words["layout"] = new JsonObject
        {
            ["text-field"] = new JsonArray("to-string", new JsonArray("get", label.Field)),
            ["text-font"] = new JsonArray("Noto Sans Regular"),
            ["text-size"] = label.Size,
            ["text-max-width"] = 8,
            ["text-anchor"] = "top",
            ["text-offset"] = new JsonArray(0, 0.6),
        };
        return words;
    }

    private static JsonNode Colour(LayerInfo layer, LayerStyle style)
    {
        if (style.Kind == LayerStyleKind.Single || style.Field is null) return style.Colour;
        if (style.Kind == LayerStyleKind.Categorised)
        {
            var match = new JsonArray("match", new JsonArray("to-string", new JsonArray("get", style.Field)));
            foreach (var one in style.Classes)
            {
                match.Add((JsonNode)one.Value!);
                match.Add((JsonNode)one.Colour);
            }

            match.Add((JsonNode)style.Colour);
            return match;
        }

        // What has no number is in no class: drawn in the colour of the others, never in that of the lowest.
        var value = new JsonArray("to-number", new JsonArray("get", style.Field));
        var cases = new JsonArray("case", new JsonArray("!", new JsonArray("has", style.Field)), style.Colour);
        foreach (var one in style.Classes)
        {
            cases.Add((JsonNode)new JsonArray("<=", value.DeepClone(), one.To!.Value));
            cases.Add((JsonNode)one.Colour);
        }

        cases.Add((JsonNode)style.Colour);
        return cases;
    }

    private static JsonObject Face(string address, string subset, string range) => new()
    {
        ["url"] = $"{address}/map/fonts/noto-sans-{subset}-400-normal.woff",
        ["unicode-range"] = new JsonArray([.. range.Split(',').Select(part => (JsonNode)part)]),
    };
}
