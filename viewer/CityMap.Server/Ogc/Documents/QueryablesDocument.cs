using System.Text.Json.Nodes;
using CityMap.Geo.Layers;

namespace CityMap.Server.Ogc.Documents;

/// <summary>What filters may name (OGC 19-079r2 §6.2), as a JSON Schema.</summary>
internal static class QueryablesDocument
{
    public static JsonObject Of(LayerInfo layer, OgcLinks links)
    {
        var properties = new JsonObject
        {
            ["id"] = new JsonObject { ["title"] = "Id", ["type"] = "string", ["x-ogc-role"] = "id" },
            ["geometry"] = new JsonObject { ["title"] = "Geometry", ["format"] = Format(layer.Geometry), ["x-ogc-role"] = "primary-geometry" },
        };
        foreach (var field in layer.Fields) properties[field.Name] = Schema(field);
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = $"{links.Root}/collections/{layer.Id}/queryables",
            ["type"] = "object",
            ["title"] = $"{layer.Title.Vi} / {layer.Title.En}",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
    }

    /// <summary>The schema of one field's values.</summary>
    public static JsonObject Schema(FieldInfo field)
    {
        var schema = new JsonObject
        {
            ["title"] = $"{field.Title.Vi} / {field.Title.En}",
            ["type"] = field.Type switch
            {
                FieldType.Integer => "integer",
                FieldType.Real => "number",
                FieldType.Boolean => "boolean",
                _ => "string",
            },
        };
        if (field.Type == FieldType.Timestamp) schema["format"] = "date-time";
        if (field.Unit is { } unit) schema["x-ogc-unit"] = unit;
        return schema;
    }

    private static string Format(GeometryKind kind) => kind switch
    {
        GeometryKind.Point => "geometry-point-or-multipoint",
        GeometryKind.Line => "geometry-linestring-or-multilinestring",
        GeometryKind.Polygon => "geometry-polygon-or-multipolygon",
        _ => "geometry-any",
    };
}
