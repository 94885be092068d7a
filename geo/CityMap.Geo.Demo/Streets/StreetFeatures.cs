using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Demo.Streets;

/// <summary>Streets as features of layer <c>streets</c>.</summary>
internal static class StreetFeatures
{
    public static IReadOnlyList<Feature> Of(StreetNetwork network) =>
        [.. network.Streets.Select((s, i) => new Feature($"st-{i + 1}", Plane.Line(s.Line), new Dictionary<string, object?>
        {
            ["name"] = s.Name,
            ["class"] = s.ClassCode,
        }))];
}
