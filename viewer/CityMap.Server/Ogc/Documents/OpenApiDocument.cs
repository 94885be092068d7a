using System.Text.Json.Nodes;
using CityMap.Geo.Layers;
using CityMap.Server.Api.Parameters;
using CityMap.Server.Ogc.Editing;
using CityMap.Server.Ogc.Items;

namespace CityMap.Server.Ogc.Documents;

/// <summary>The API in OpenAPI 3.0.3: every route, parameter and status there is, for the layers there are.</summary>
internal static class OpenApiDocument
{
    private const string Service = "service";

    public static JsonObject Of(IReadOnlyList<LayerInfo> layers, OgcLinks links)
    {
        var form = new QueryParameters(OgcFormat.Parameter).All;
        var paths = new JsonObject
        {
            ["/"] = Get("landing", "The landing page.", form, OgcLinks.Json),
            ["/api"] = Get("api", "This document.", form, OgcLinks.OpenApi),
            ["/conformance"] = Get("conformance", "What is claimed.", form, OgcLinks.Json),
            ["/collections"] = Get("collections", "The collections.", form, OgcLinks.Json),
            ["/tileMatrixSets"] = Get("tileMatrixSets", "The tile matrix sets.", form, OgcLinks.Json),
            [$"/tileMatrixSets/{TilesDocuments.Set}"] = Get("webMercatorQuad", "The tile matrix set.", form, OgcLinks.Json),
        };
        foreach (var layer in layers)
        {
            var own = $"/collections/{layer.Id}";
            paths[own] = Get($"{layer.Id}.collection", layer.Title.En, form, OgcLinks.Json);
            paths[$"{own}/queryables"] = Get($"{layer.Id}.queryables", "What filters may name.", form, OgcLinks.Schema);
            paths[$"{own}/items"] = Get($"{layer.Id}.items", "Its features.", ItemParameters.Of(layer).All, OgcLinks.GeoJson);
            paths[$"{own}/items/{{featureId}}"] = Get($"{layer.Id}.item", "One feature.", ItemParameters.One.All, OgcLinks.GeoJson, "featureId");
            if (EditableLayers.Includes(layer)) EditingPaths.Add(layer, paths[$"{own}/items"]!.AsObject(), paths[$"{own}/items/{{featureId}}"]!.AsObject());
            paths[$"{own}/tiles"] = Get($"{layer.Id}.tilesets", "Its tilesets.", form, OgcLinks.Json);
            paths[$"{own}/tiles/{TilesDocuments.Set}"] = Get($"{layer.Id}.tileset", "Its tileset.", form, OgcLinks.Json);
            paths[$"{own}/tiles/{TilesDocuments.Set}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}"] =
                Get($"{layer.Id}.tile", "One tile; 204 when it is empty.", [], OgcLinks.VectorTile, "tileMatrix", "tileRow", "tileCol");
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = "CityMap, OGC API",
                ["version"] = "1.0.0",
                ["description"] = "OGC API Features and Tiles of the city map.",
                ["contact"] = new JsonObject { ["name"] = "CityMap" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = links.Root }),
            ["tags"] = new JsonArray([Tag(Service, "What is served, and how."), .. layers.Select(layer => Tag(layer.Id, layer.Title.En))]),
            ["paths"] = Tagged(paths),
            ["components"] = new JsonObject { ["responses"] = Failures(layers.Any(EditableLayers.Includes)) },
        };
    }

    private static JsonNode Tag(string name, string description) => new JsonObject { ["name"] = name, ["description"] = description };

    // Each operation belongs to its collection; what has no long description is described by its summary.
    private static JsonObject Tagged(JsonObject paths)
    {
        foreach (var (path, methods) in paths)
        {
            var tag = path.StartsWith("/collections/", StringComparison.Ordinal) ? path.Split('/')[2] : Service;
            foreach (var (_, operation) in methods!.AsObject())
            {
                operation!["tags"] = new JsonArray(tag);
                operation["description"] ??= (string?)operation["summary"];
            }
        }

        return paths;
    }

    private static JsonObject Get(string id, string summary, IEnumerable<QueryParameter> parameters, string type, params string[] inPath)
    {
        var tile = type == OgcLinks.VectorTile;
        var content = new JsonObject { [type] = new JsonObject { ["schema"] = tile ? new JsonObject { ["type"] = "string", ["format"] = "binary" } : new JsonObject { ["type"] = "object" } } };
        if (!tile) content[OgcLinks.Html] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
        var responses = new JsonObject { ["200"] = new JsonObject { ["description"] = summary, ["content"] = content } };
        if (tile) responses["204"] = new JsonObject { ["description"] = "Nothing is on the tile." };
        responses["304"] = new JsonObject { ["description"] = "The caller has it." };
        foreach (var status in (string[])["400", "404", "405", "500", "503"]) responses[status] = new JsonObject { ["$ref"] = $"#/components/responses/{status}" };
        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = id,
                ["summary"] = summary,
                ["parameters"] = new JsonArray([.. inPath.Select(InPath), .. parameters.Select(InQuery)]),
                ["responses"] = responses,
            },
        };
    }

    public static JsonNode InPath(string name) =>
        new JsonObject { ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static JsonNode InQuery(QueryParameter parameter)
    {
        var schema = new JsonObject { ["type"] = parameter.SchemaType };
        if (parameter.Allowed is { } allowed) schema["enum"] = new JsonArray([.. allowed.Select(value => (JsonNode)value)]);
        if (parameter == ItemParameters.Limit) (schema["minimum"], schema["maximum"], schema["default"]) = (1, ItemParameters.Most, 100);
        if (parameter == ItemParameters.Language) schema["default"] = "cql2-text";
        if (parameter == ItemParameters.Box)
        {
            schema = new JsonObject { ["type"] = "array", ["minItems"] = 4, ["maxItems"] = 6, ["items"] = new JsonObject { ["type"] = "number" } };
        }

        return new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = "query",
            ["description"] = parameter.Description,
            ["required"] = parameter.Required,
            ["style"] = "form",
            ["explode"] = false,
            ["schema"] = schema,
        };
    }

    private static JsonObject Failures(bool editing)
    {
        var failures = new JsonObject();
        foreach (var (status, text, ofEditing) in ((string, string, bool)[])
        [
            ("400", "A parameter is unknown or wrong.", false),
            ("404", "There is no such thing.", false),
            ("405", "Not this method.", false),
            ("409", "The id is taken, or an import is under way.", true),
            ("412", "The feature has changed since it was read.", true),
            ("413", "The body is too large.", true),
            ("415", "Not this content type.", true),
            ("422", "The store would not take it.", true),
            ("428", "If-Match is missing.", true),
            ("500", "The server made a mistake.", false),
            ("503", "Not now.", false),
        ])
        {
            if (ofEditing && !editing) continue;
            failures[status] = new JsonObject
            {
                ["description"] = text,
                ["content"] = new JsonObject
                {
                    ["application/problem+json"] = new JsonObject
                    {
                        ["schema"] = new JsonObject
                        {
                            ["type"] = "object",
                            ["required"] = new JsonArray("code"),
                            ["properties"] = new JsonObject { ["code"] = new JsonObject { ["type"] = "string" }, ["detail"] = new JsonObject { ["type"] = "string" } },
                        },
                    },
                },
            };
        }

        return failures;
    }
}
