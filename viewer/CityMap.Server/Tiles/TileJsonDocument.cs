using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Grains.Incidents;
using Microsoft.AspNetCore.WebUtilities;

namespace CityMap.Server.Tiles;

/// <summary>Describes a layer's tiles.</summary>
internal static class TileJsonDocument
{
    /// <summary>The document of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="address">Scheme, host and base of the server as the caller knows it.</param>
    /// <param name="query">The caller's filter: its tiles have it too. Empty, or beginning with a question mark.</param>
    /// <param name="bounds">Where it lies; null when it is empty.</param>
    public static TileJson Of(LayerInfo layer, string address, string query, Bounds? bounds)
    {
        // A static layer's tiles are addressed by version, so that browsers may keep them for good.
        var parameters = layer.Live ? query : Versioned(query, layer.Version);
        var tile = $"{address}/tiles/{layer.Id}/{{z}}/{{x}}/{{y}}.mvt{parameters}";
        var vector = new TileJsonLayer(layer.Id, layer.Title.En, Fields(layer), layer.MinZoom, layer.MaxZoom);
        double[]? box = bounds is { } b ? [b.West, b.South, b.East, b.North] : null;
        return new("3.0.0", "xyz", layer.Title.Vi, [tile], [vector], layer.MinZoom, layer.MaxZoom, box, layer.Source);
    }

    // A version of the caller's own is an older one, or this.
    private static string Versioned(string query, long version)
    {
        var kept = QueryHelpers.ParseQuery(query).Where(p => p.Key != "v").SelectMany(p => p.Value.Select(text => KeyValuePair.Create(p.Key, text)));
        return QueryString.Create(kept).Add("v", version.ToString(Api.Texts.Plain)).Value!;
    }

    private static Dictionary<string, string> Fields(LayerInfo layer)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = "String" };
        var held = TileContent.Properties(layer);
        foreach (var field in layer.Fields.Where(f => held.Contains(f.Name))) fields[field.Name] = TypeOf(field.Type);
        if (layer.Id != IncidentLayer.Id) return fields;
        fields["overdue"] = "Boolean on single incidents, Number (how many) on clusters";
        fields["cluster"] = "Boolean";
        fields["count"] = fields["worst"] = fields["expand_zoom"] = "Number";
        fields["lon"] = fields["lat"] = "Number, degrees: the middle of a cluster";
        return fields;
    }

    private static string TypeOf(FieldType type) => type switch
    {
        FieldType.Integer or FieldType.Real => "Number",
        FieldType.Boolean => "Boolean",
        _ => "String",
    };
}
