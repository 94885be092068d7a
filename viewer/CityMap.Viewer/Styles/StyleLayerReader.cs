using System.Text.Json;

namespace CityMap.Viewer.Styles;

/// <summary>Reads one layer of a style document.</summary>
internal static class StyleLayerReader
{
    /// <summary>The layer, or null when it cannot be drawn; what is left out is named.</summary>
    public static StyleLayer? Read(JsonElement json, List<string> unsupported)
    {
        var id = Text(json, "id") ?? "?";
        var type = Text(json, "type") ?? "?";
        if (!KnownProperties.Draws(type))
        {
            unsupported.Add($"layer {id}: type {type}");
            return null;
        }

        var properties = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var group in (string[])["layout", "paint"])
        {
            if (!json.TryGetProperty(group, out var list) || list.ValueKind != JsonValueKind.Object) continue;
            foreach (var property in list.EnumerateObject()) ReadProperty(id, type, property, properties, unsupported);
        }

        Expression? filter = null;
        try
        {
            if (json.TryGetProperty("filter", out var text)) filter = ExpressionParser.Parse(text);
        }
        catch (StyleException strange)
        {
            // Drawn without its filter it would show what it must not.
            unsupported.Add($"layer {id}: filter with {strange.Message}");
            return null;
        }

        return new(id, type, Text(json, "source"), properties)
        {
            MinZoom = Number(json, "minzoom") ?? 0,
            MaxZoom = Number(json, "maxzoom") ?? 25,
            Filter = filter,
            Visible = !(json.TryGetProperty("layout", out var layout) && Text(layout, "visibility") == "none"),
        };
    }

    private static void ReadProperty(string id, string type, JsonProperty property, Dictionary<string, Expression> properties, List<string> unsupported)
    {
        if (property.Name == "visibility") return;
        if (!KnownProperties.Has(type, property.Name))
        {
            unsupported.Add($"layer {id}: {property.Name}");
            return;
        }

        try
        {
            properties[property.Name] = ExpressionParser.Parse(property.Value);
        }
        catch (StyleException strange)
        {
            unsupported.Add($"layer {id}: {property.Name} with {strange.Message}");
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
