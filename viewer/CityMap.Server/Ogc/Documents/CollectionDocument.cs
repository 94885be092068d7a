using System.Text.Json.Nodes;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Server.Ogc.Items;

namespace CityMap.Server.Ogc.Documents;

/// <summary>A layer as a collection (OGC 17-069r4 §7.13, 18-058r1 §6.2).</summary>
internal static class CollectionDocument
{
    public static JsonObject Of(LayerInfo layer, Bounds? bounds, OgcLinks links, bool html)
    {
        var own = $"{links.Root}/collections/{layer.Id}";
        var document = new JsonObject
        {
            ["id"] = layer.Id,
            ["title"] = $"{layer.Title.Vi} / {layer.Title.En}",
            ["description"] = Description(layer),
            ["itemType"] = "feature",
            ["crs"] = new JsonArray([.. OgcCrs.All.Select(crs => (JsonNode)crs.Uri)]),
            ["storageCrs"] = OgcCrs.Crs84.Uri,
            ["extent"] = Extent(layer, bounds),
            ["links"] = new JsonArray(
            [
                .. OgcLinks.Own(own, OgcLinks.Json, html),
                OgcLinks.Link("items", OgcLinks.GeoJson, "Items as GeoJSON / Đối tượng, GeoJSON", $"{own}/items?f=json"),
                OgcLinks.Link("items", OgcLinks.Html, "Items as a page / Trang đối tượng", $"{own}/items?f=html"),
                OgcLinks.Link(OgcLinks.Queryables, OgcLinks.Schema, "Queryables / Thuộc tính lọc được", $"{own}/queryables?f=json"),
                OgcLinks.Link(OgcLinks.TilesetsVector, OgcLinks.Json, "Vector tiles / Ô bản đồ véc-tơ", $"{own}/tiles?f=json"),
            ]),
        };
        return document;
    }

    private static JsonObject Extent(LayerInfo layer, Bounds? bounds)
    {
        // A live layer changes while it is asked: only the world is sure to hold it.
        var box = layer.Live || bounds is null ? Bounds.World : bounds.Value;
        var extent = new JsonObject
        {
            ["spatial"] = new JsonObject { ["bbox"] = new JsonArray(new JsonArray(box.West, box.South, box.East, box.North)), ["crs"] = OgcCrs.Crs84.Uri },
        };
        if (ItemTime.FieldOf(layer) is not null)
        {
            extent["temporal"] = new JsonObject
            {
                ["interval"] = new JsonArray(new JsonArray(null, null)),
                ["trs"] = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
            };
        }

        return extent;
    }

    private static string Description(LayerInfo layer)
    {
        var parts = new List<string> { $"{layer.Count} features." };
        if (layer.Owner is { } owner) parts.Add($"Owner: {owner}.");
        if (layer.Source is { } source) parts.Add($"Source: {source}.");
        if (layer.Illustrative) parts.Add("Illustrative data / Dữ liệu minh hoạ.");
        return string.Join(' ', parts);
    }
}
