using System.Text.Json.Nodes;

namespace CityMap.Server.Ogc;

/// <summary>Addresses and links of the OGC API; every link has its relation and its type.</summary>
/// <param name="Root">Scheme, host and <c>/ogc</c>, as the caller knows the server.</param>
internal sealed record OgcLinks(string Root)
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string Html = "text/html";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    public const string Schema = "application/schema+json";
    public const string VectorTile = "application/vnd.mapbox-vector-tile";
    private const string Ogc = "http://www.opengis.net/def/rel/ogc/1.0/";

    public static OgcLinks Of(HttpRequest request) => new($"{Api.PublicAddress.Of(request)}/ogc");

    public const string Queryables = Ogc + "queryables";
    public const string TilesetsVector = Ogc + "tilesets-vector";
    public const string TilingScheme = Ogc + "tiling-scheme";

    public static JsonObject Link(string rel, string type, string title, string href) =>
        new() { ["rel"] = rel, ["type"] = type, ["title"] = title, ["href"] = href };

    /// <summary>The document itself and its other form.</summary>
    /// <param name="address">The address without the parameter f.</param>
    /// <param name="type">The type of the machine-readable form.</param>
    /// <param name="html">True when this answer is the page for people.</param>
    public static JsonObject[] Own(string address, string type, bool html)
    {
        var mark = address.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        return
        [
            Link(html ? "alternate" : "self", type, "This document / Tài liệu này", $"{address}{mark}f=json"),
            Link(html ? "self" : "alternate", Html, "Page / Trang web", $"{address}{mark}f=html"),
        ];
    }
}
