using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Demo.Buildings;

/// <summary>Buildings as features of layer <c>buildings</c>.</summary>
internal static class BuildingFeatures
{
    public static IReadOnlyList<Feature> Of(List<Building> buildings)
    {
        var result = new Feature[buildings.Count];
        Parallel.For(0, result.Length, i => result[i] = new($"bd-{i + 1}", Plane.Polygon(buildings[i].Ring), new Dictionary<string, object?>(3)
        {
            ["name"] = buildings[i].Name,
            ["kind"] = buildings[i].Kind,
            ["levels"] = (long)buildings[i].Levels,
        }));
        return result;
    }
}
