using CityMap.Geo.Layers;
using CityMap.Geo.Tiles.Live;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;

namespace CityMap.Server.Tiles;

/// <summary>What the tiles of each live layer hold. No free text beyond titles and names, and nothing about persons.</summary>
internal static class TileContent
{
    /// <summary>Incidents stand alone from this zoom on; below it they are gathered.</summary>
    public const int ClusterBelowZoom = 15;

    private static readonly Dictionary<string, string[]> _properties = new(StringComparer.Ordinal)
    {
        [IncidentLayer.Id] = ["type", "title", "severity", "state", "acknowledged"],
        [IncidentLayer.FootprintsId] = ["type", "severity", "state"],
        [FacilityLayer.Id] = ["kind", "name", "name_en", "status", "in_trouble"],
    };

    /// <summary>The options of a live layer's tiles.</summary>
    public static LiveTileOptions Of(LayerInfo layer, DateTimeOffset now) => new(now)
    {
        Properties = Properties(layer),
        ClusterBelowZoom = layer.Id == IncidentLayer.Id ? ClusterBelowZoom : 0,
    };

    /// <summary>The fields of the layer that its tiles hold, besides <c>id</c>.</summary>
    public static IReadOnlyList<string> Properties(LayerInfo layer) =>
        _properties.GetValueOrDefault(layer.Id) ?? [.. layer.Fields.Select(f => f.Name)];
}
