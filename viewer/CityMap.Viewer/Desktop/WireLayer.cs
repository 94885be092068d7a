using System.Text.Json;
using CityMap.Geo.Layers;

namespace CityMap.Viewer.Desktop;

/// <summary>A layer as <c>/api/layers</c> lists it.</summary>
internal static class WireLayer
{
    /// <summary>What the tree of layers needs of it.</summary>
    public static LayerInfo Read(JsonElement json)
    {
        var title = json.GetProperty("title");
        return new(json.GetProperty("id").GetString()!, new(title.GetProperty("vi").GetString()!, title.GetProperty("en").GetString()!), Kind(json.GetProperty("geometry").GetString()), [])
        {
            Live = json.GetProperty("live").GetBoolean(),
            Group = json.GetProperty("group").GetString()!,
            Order = json.GetProperty("order").GetInt32(),
            MinZoom = json.GetProperty("minZoom").GetInt32(),
            MaxZoom = json.GetProperty("maxZoom").GetInt32(),
            Illustrative = json.GetProperty("illustrative").GetBoolean(),
            Version = json.GetProperty("version").GetInt64(),
            Count = json.GetProperty("count").GetInt64(),
        };
    }

    private static GeometryKind Kind(string? name) => Enum.TryParse<GeometryKind>(name, out var kind) ? kind : GeometryKind.Any;
}
