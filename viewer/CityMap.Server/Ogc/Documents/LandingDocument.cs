using System.Text.Json.Nodes;

namespace CityMap.Server.Ogc.Documents;

/// <summary>Where a client begins (OGC 17-069r4 §7.2).</summary>
internal static class LandingDocument
{
    public static JsonObject Of(OgcLinks links, bool html) => new()
    {
        ["title"] = "CityMap",
        ["description"] = "The layers of the city map as OGC API Features and Tiles. / Các lớp của bản đồ đô thị.",
        ["links"] = new JsonArray(
        [
            .. OgcLinks.Own(links.Root, OgcLinks.Json, html),
            OgcLinks.Link("service-desc", OgcLinks.OpenApi, "The API as OpenAPI 3.0 / Mô tả API", $"{links.Root}/api?f=json"),
            OgcLinks.Link("service-doc", OgcLinks.Html, "The API as a page / Trang mô tả API", $"{links.Root}/api?f=html"),
            OgcLinks.Link("conformance", OgcLinks.Json, "Conformance classes / Các lớp tuân thủ", $"{links.Root}/conformance?f=json"),
            OgcLinks.Link("data", OgcLinks.Json, "The collections / Các lớp", $"{links.Root}/collections?f=json"),
            OgcLinks.Link("data", OgcLinks.Html, "The collections as a page / Trang các lớp", $"{links.Root}/collections?f=html"),
            OgcLinks.Link("http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes", OgcLinks.Json, "Tile matrix sets / Lưới ô", $"{links.Root}/tileMatrixSets?f=json"),
        ]),
    };
}
