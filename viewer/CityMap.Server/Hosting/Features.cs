using CityMap.Server.Api;
using CityMap.Server.Api.Health;
using CityMap.Server.Imports;
using CityMap.Server.Live;

namespace CityMap.Server.Hosting;

/// <summary>The table of contents of the server: what is registered, and which routes there are.</summary>
internal static class Features
{
    /// <summary>Registers every feature's services.</summary>
    public static void Add(IServiceCollection services, ServerOptions options)
    {
        _ = options;
        services.AddRouting();
        services.AddSingleton<ImportRun>();
        services.AddCityMapLive(new FeedShapes());
        services.ConfigureHttpJsonOptions(static json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));
    }

    /// <summary>Maps every feature's routes.</summary>
    public static void Map(WebApplication app)
    {
        app.MapHealthApi();
        app.MapImportsApi();
        app.MapLiveApi();
    }
}
