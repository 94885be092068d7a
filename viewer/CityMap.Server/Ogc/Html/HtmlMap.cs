using System.Text;
using System.Text.Json.Nodes;
using CityMap.Server.Api;

namespace CityMap.Server.Ogc.Html;

/// <summary>Draws features as SVG, in the coordinates they are given in; north is up.</summary>
internal static class HtmlMap
{
    public static void Draw(StringBuilder html, IEnumerable<JsonObject> features)
    {
        var parts = new List<List<(double X, double Y)>>();
        foreach (var feature in features) Collect(feature["geometry"], parts);
        var all = parts.SelectMany(part => part).ToList();
        if (all.Count == 0) return;
        var (west, east, south, north) = (all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));
        var size = Math.Max(Math.Max(east - west, north - south), 1e-4);
        var (width, height, margin) = (Math.Max(east - west, size / 3), Math.Max(north - south, size / 3), size / 20);
        html.Append(Texts.Plain, $"<svg role=\"img\" aria-label=\"map\" viewBox=\"{west - margin} {-north - margin} {width + (2 * margin)} {height + (2 * margin)}\">");
        foreach (var part in parts)
        {
            if (part.Count == 1) html.Append(Texts.Plain, $"<circle cx=\"{part[0].X}\" cy=\"{-part[0].Y}\" r=\"{size / 150}\"/>");
            else Shape(html, part);
        }

        html.Append("</svg>");
    }

    private static void Shape(StringBuilder html, List<(double X, double Y)> part)
    {
        html.Append(part[0] == part[^1] ? "<polygon points=\"" : "<polyline style=\"fill:none\" points=\"");
        foreach (var (x, y) in part) html.Append(Texts.Plain, $"{x},{-y} ");
        html.Append("\"/>");
    }

    private static void Collect(JsonNode? geometry, List<List<(double X, double Y)>> parts)
    {
        if (geometry is not JsonObject shape) return;
        foreach (var inner in shape["geometries"] as JsonArray ?? []) Collect(inner, parts);
        if (shape["coordinates"] is JsonArray coordinates) Positions(coordinates, parts, shape["type"]!.ToString() == "MultiPoint");
    }

    private static void Positions(JsonArray coordinates, List<List<(double X, double Y)>> parts, bool apart)
    {
        if (coordinates.Count == 0) return;
        if (coordinates[0] is JsonValue) parts.Add([Position(coordinates)]);
        else if (coordinates[0] is JsonArray { Count: > 0 } first && first[0] is JsonValue && !apart) parts.Add([.. coordinates.Select(c => Position(c!.AsArray()))]);
        else foreach (var inner in coordinates) Positions(inner!.AsArray(), parts, apart: false);
    }

    private static (double X, double Y) Position(JsonArray position) => (position[0]!.GetValue<double>(), position[1]!.GetValue<double>());
}
