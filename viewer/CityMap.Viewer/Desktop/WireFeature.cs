using System.Text.Json;
using CityMap.Viewer.Data;

namespace CityMap.Viewer.Desktop;

/// <summary>A thing as the API writes it in lists, made ready to be drawn: position and plain members.</summary>
internal static class WireFeature
{
    /// <summary>The feature; null when it has no position.</summary>
    public static MapFeature? Read(JsonElement json)
    {
        if (!json.TryGetProperty("position", out var position) || position.ValueKind != JsonValueKind.Object) return null;
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            object? value = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Number => member.Value.TryGetInt64(out var whole) ? (object)whole : member.Value.GetDouble(),
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Object when member.Value.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String => id.GetString(),
                _ => null,
            };
            if (value is not null) attributes[member.Name] = value;
        }

        var (lon, lat) = (position.GetProperty("lon").GetDouble(), position.GetProperty("lat").GetDouble());
        return new(json.GetProperty("id").GetString()!, ShapeKind.Point, [MapFeatures.X(lon), MapFeatures.Y(lat)], [0], attributes);
    }
}
