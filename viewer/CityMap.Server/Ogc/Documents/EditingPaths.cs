using System.Text.Json.Nodes;
using CityMap.Geo.Layers;
using CityMap.Server.Ogc.Editing;

namespace CityMap.Server.Ogc.Documents;

/// <summary>The operations that change features, in OpenAPI 3.0.3.</summary>
internal static class EditingPaths
{
    private static readonly string[] _always = ["400", "404", "405", "409", "413", "415", "422", "500", "503"];

    /// <summary>Adds them to the paths of a layer's items and of one item.</summary>
    public static void Add(LayerInfo layer, JsonObject items, JsonObject item)
    {
        items["post"] = Operation(
            layer, "create", "Make a feature; a free id in the body is kept.", [], Body(layer, OgcLinks.GeoJson, whole: true), "201", "The feature was made; Location says where it is.");
        item["put"] = Operation(layer, "replace", "Replace the feature.", One(), Body(layer, OgcLinks.GeoJson, whole: true), "200", "The feature as it is now.");
        item["patch"] = Operation(
            layer, "update", "Change some of the feature (RFC 7396).", One(), Body(layer, EditingApi.MergePatch, whole: false), "200", "The feature as it is now.");
        item["delete"] = Operation(layer, "delete", "Remove the feature.", One(), null, "204", "The feature is gone.");
    }

    private static JsonObject Operation(LayerInfo layer, string name, string summary, JsonNode[] parameters, JsonObject? body, string status, string done)
    {
        var answer = new JsonObject { ["description"] = done };
        if (status != "204")
        {
            answer["headers"] = new JsonObject { ["ETag"] = Header("The version of the feature.") };
            if (status == "201") answer["headers"]!["Location"] = Header("The address of the feature.");
            answer["content"] = new JsonObject { [OgcLinks.GeoJson] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } };
        }

        var responses = new JsonObject { [status] = answer };
        foreach (var refused in parameters.Length > 0 ? _always.Concat(["412", "428"]) : _always)
        {
            responses[refused] = new JsonObject { ["$ref"] = $"#/components/responses/{refused}" };
        }

        var operation = new JsonObject
        {
            ["operationId"] = $"{layer.Id}.{name}",
            ["summary"] = summary,
            ["parameters"] = new JsonArray([.. parameters, InHeader("Content-Crs", "The coordinate system of the body, its address in angle brackets; CRS84 when absent.", required: false)]),
            ["responses"] = responses,
        };
        if (body is not null) operation["requestBody"] = body;
        return operation;
    }

    private static JsonNode[] One() =>
        [OpenApiDocument.InPath("featureId"), InHeader("If-Match", "The ETag of the feature as it was read; * for whatever there is.", required: true)];

    private static JsonObject Body(LayerInfo layer, string type, bool whole)
    {
        var properties = new JsonObject();
        foreach (var field in layer.Fields) properties[field.Name] = Field(field.Type);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("Feature") },
                ["id"] = new JsonObject { ["type"] = "string" },
                ["geometry"] = new JsonObject
                {
                    ["type"] = "object",
                    ["nullable"] = true,
                    ["properties"] = new JsonObject { ["type"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. ShapeReader.Kinds(layer.Geometry).Select(kind => (JsonNode)kind)]) } },
                },
                ["properties"] = new JsonObject { ["type"] = "object", ["nullable"] = true, ["additionalProperties"] = false, ["properties"] = properties },
            },
        };
        if (whole) schema["required"] = new JsonArray("type", "geometry", "properties");
        return new JsonObject { ["required"] = true, ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = schema } } };
    }

    private static JsonObject Field(FieldType type) => type switch
    {
        FieldType.Integer => new() { ["type"] = "integer", ["format"] = "int64", ["nullable"] = true },
        FieldType.Real => new() { ["type"] = "number", ["format"] = "double", ["nullable"] = true },
        FieldType.Boolean => new() { ["type"] = "boolean", ["nullable"] = true },
        FieldType.Timestamp => new() { ["type"] = "string", ["format"] = "date-time", ["nullable"] = true },
        _ => new() { ["type"] = "string", ["nullable"] = true },
    };

    private static JsonObject Header(string description) => new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" } };

    private static JsonNode InHeader(string name, string description, bool required) => new JsonObject
    {
        ["name"] = name,
        ["in"] = "header",
        ["description"] = description,
        ["required"] = required,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };
}
