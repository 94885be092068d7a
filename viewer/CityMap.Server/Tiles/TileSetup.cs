namespace CityMap.Server.Tiles;

/// <summary>Registers the tiles; the live feed and a store must be there.</summary>
internal static class TileSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCityMapTiles(this IServiceCollection services)
    {
        services.AddOptions<TileOptions>();
        return services.AddSingleton<LayerCatalogue>().AddSingleton<TileBuilder>().AddSingleton<TileService>();
    }
}
