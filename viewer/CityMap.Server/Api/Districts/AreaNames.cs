using CityMap.Grains.Geography;

namespace CityMap.Server.Api.Districts;

/// <summary>What people call a district.</summary>
internal static class AreaNames
{
    /// <summary>The Vietnamese name of a district; its id when nobody knows it.</summary>
    public static string NameOf(this CityGeography geography, string areaId) =>
        geography.Districts.TryGet(areaId, out var area) ? area.NameVi : areaId;
}
