using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Demo.Buildings;

/// <summary>Buildings as features of layer <c>buildings</c>.</summary>
internal static class BuildingFeatures
{
    public static IReadOnlyList<Feature> Of(List<Building> buildings)
    {
        var result = new Feature[buildings.Count];
        Parallel.For(0, result.Length, i => result[i] = Of(buildings[i], $"bd-{i + 1}"));
        return result;
    }

    private static Feature Of(Building building, string id) => new(id, Plane.Polygon(building.Ring), new Dictionary<string, object?>(3)
    {
        ["name"] = building.Name,
        ["kind"] = building.Kind,
        ["levels"] = (long)building.Levels,
    });
}
