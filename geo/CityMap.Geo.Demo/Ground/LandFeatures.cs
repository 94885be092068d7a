using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Demo.Ground;

/// <summary>Water and green as features.</summary>
internal static class LandFeatures
{
    /// <summary>Features of layer <c>water</c>.</summary>
    public static IReadOnlyList<Feature> Water(Land land) =>
    [
        Named("wa-1", Plane.Polygon(land.River.Ring()), "Sông Kỳ Cùng", "river"),
        .. Site.Lakes.Select((l, i) => Named($"wa-{i + 2}", Plane.Polygon(l.Ring(land.Seed)), l.Name, l.Kind)),
    ];

    /// <summary>Features of layer <c>green</c>.</summary>
    public static IReadOnlyList<Feature> Green(Land land) =>
    [
        .. Contours.Above(land.Terrain, 0.3).Select((p, i) => Named($"gr-f{i + 1}", p, null, "forest")),
        .. Site.Hills.Select((h, i) => Named($"gr-h{i + 1}", Plane.Polygon(h.Ring(land.Seed)), h.Name, h.Kind)),
        .. Site.Parks.Select((h, i) => Named($"gr-p{i + 1}", Plane.Polygon(h.Ring(land.Seed)), h.Name, h.Kind)),
    ];

    private static Feature Named(string id, Geometry shape, string? name, string kind) =>
        new(id, shape, new Dictionary<string, object?> { ["name"] = name, ["kind"] = kind });
}
