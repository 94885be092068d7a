using System.Text.Json.Nodes;
using CityMap.Geo.Layers;

namespace CityMap.Server.Ogc.Documents;

/// <summary>The tiles of a layer (OGC 20-057) and the one tile matrix set there is (OGC 17-083r4, annex D.1).</summary>
internal static class TilesDocuments
{
    public const string Set = "WebMercatorQuad";
    private const string SetUri = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
    private const string MercatorUri = "http://www.opengis.net/def/crs/EPSG/0/3857";

    public static JsonObject List(LayerInfo layer, OgcLinks links, bool html)
    {
        var own = $"{links.Root}/collections/{layer.Id}/tiles";
        return new JsonObject
        {
            ["links"] = new JsonArray([.. OgcLinks.Own(own, OgcLinks.Json, html)]),
            ["tilesets"] = new JsonArray(Head(layer, links, html: false, own)),
        };
    }

    public static JsonObject Tileset(LayerInfo layer, OgcLinks links, bool html)
    {
        var tileset = Head(layer, links, html, $"{links.Root}/collections/{layer.Id}/tiles");
        tileset["tileMatrixSetLimits"] = new JsonArray([.. Enumerable.Range(layer.MinZoom, layer.MaxZoom - layer.MinZoom + 1).Select(z => (JsonNode)new JsonObject
        {
            ["tileMatrix"] = $"{z}", ["minTileRow"] = 0, ["maxTileRow"] = (1L << z) - 1, ["minTileCol"] = 0, ["maxTileCol"] = (1L << z) - 1,
        })]);
        tileset["layers"] = new JsonArray(new JsonObject
        {
            ["id"] = layer.Id,
            ["dataType"] = "vector",
            ["propertiesSchema"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(layer.Fields.Where(f => CityMap.Server.Tiles.TileContent.Properties(layer).Contains(f.Name))
                    .Select(f => new KeyValuePair<string, JsonNode?>(f.Name, QueryablesDocument.Schema(f)))),
            },
        });
        return tileset;
    }

    public static JsonObject Sets(OgcLinks links, bool html) => new()
    {
        ["links"] = new JsonArray([.. OgcLinks.Own($"{links.Root}/tileMatrixSets", OgcLinks.Json, html)]),
        ["tileMatrixSets"] = new JsonArray(new JsonObject
        {
            ["id"] = Set,
            ["title"] = Set,
            ["uri"] = SetUri,
            ["links"] = new JsonArray(OgcLinks.Link("self", OgcLinks.Json, Set, $"{links.Root}/tileMatrixSets/{Set}?f=json")),
        }),
    };

    public static JsonObject WebMercatorQuad(OgcLinks links, bool html)
    {
        const double HalfWorld = 20037508.3427892;
        return new JsonObject
        {
            ["id"] = Set,
            ["title"] = "Google Maps Compatible for the World",
            ["uri"] = SetUri,
            ["crs"] = MercatorUri,
            ["wellKnownScaleSet"] = "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
            ["links"] = new JsonArray([.. OgcLinks.Own($"{links.Root}/tileMatrixSets/{Set}", OgcLinks.Json, html)]),
            ["tileMatrices"] = new JsonArray([.. Enumerable.Range(0, 25).Select(z =>
            {
                var cell = 2 * HalfWorld / 256 / (1 << z);
                return (JsonNode)new JsonObject
                {
                    ["id"] = $"{z}", ["scaleDenominator"] = cell / 0.00028, ["cellSize"] = cell, ["pointOfOrigin"] = new JsonArray(-HalfWorld, HalfWorld),
                    ["tileWidth"] = 256, ["tileHeight"] = 256, ["matrixWidth"] = 1 << z, ["matrixHeight"] = 1 << z,
                };
            })]),
        };
    }

    private static JsonObject Head(LayerInfo layer, OgcLinks links, bool html, string own) => new()
    {
        ["title"] = $"{layer.Title.Vi} / {layer.Title.En}",
        ["dataType"] = "vector",
        ["crs"] = MercatorUri,
        ["tileMatrixSetURI"] = SetUri,
        ["links"] = new JsonArray(
        [
            .. OgcLinks.Own($"{own}/{Set}", OgcLinks.Json, html),
            OgcLinks.Link(OgcLinks.TilingScheme, OgcLinks.Json, Set, $"{links.Root}/tileMatrixSets/{Set}?f=json"),
            Templated(OgcLinks.Link("item", OgcLinks.VectorTile, "Tiles / Ô bản đồ", $"{own}/{Set}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}")),
        ]),
    };

    private static JsonObject Templated(JsonObject link)
    {
        link["templated"] = true;
        return link;
    }
}
