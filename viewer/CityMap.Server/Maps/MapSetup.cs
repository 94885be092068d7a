namespace CityMap.Server.Maps;

/// <summary>Registers maps on paper; the live layers and the districts must be there.</summary>
internal static class MapSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCityMapMaps(this IServiceCollection services) =>
        services.AddSingleton<MapKit>().AddSingleton<Basemaps>().AddSingleton<MapSources>().AddSingleton<MapFacts>().AddSingleton<DistrictShades>().AddSingleton<MapComposer>().AddSingleton<MapService>();
}
