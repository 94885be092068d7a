using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using Microsoft.Extensions.Options;

namespace CityMap.Server.Live;

/// <summary>Registers the live feed. An <see cref="IStore"/> and a <see cref="TimeProvider"/> must be there.</summary>
internal static class LiveSetup
{
    /// <summary>The layers that change entry by entry.</summary>
    public static readonly IReadOnlyList<LayerInfo> Layers = [IncidentLayer.Incidents, FacilityLayer.Facilities, IncidentLayer.Footprints];

    /// <summary>Adds the feed, the live layers and the listener that hears every commit of this node.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="shapes">How the features of each layer are written.</param>
    public static IServiceCollection AddCityMapLive(this IServiceCollection services, Func<IServiceProvider, FeedShapes> shapes)
    {
        services.AddOptions<LiveOptions>();
        services.AddSingleton(shapes);
        services.AddSingleton(s => new FeedLog(
            s.GetRequiredService<IOptions<LiveOptions>>().Value.LogItems, s.GetRequiredService<IOptions<LiveOptions>>().Value.LogBytes));
        services.AddSingleton(s => new JournalReader(s.GetRequiredService<IStore>().Journal, [.. Layers.Select(l => l.Id)]));
        services.AddSingleton(s => s.GetRequiredService<IStore>().Journal);
        services.AddSingleton<FeedSequencer>().AddSingleton<FeedPump>().AddSingleton<FeedCatchUp>().AddSingleton<LiveLayers>().AddSingleton<FreshLayers>();
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<ICommitListener>(s => s.GetRequiredService<LiveFeed>());
        services.AddHostedService(s => s.GetRequiredService<LiveFeed>());
        return services;
    }

    /// <summary>Joins the feed with those of the other nodes; the grains must be there.</summary>
    public static IServiceCollection AddCityMapRelay(this IServiceCollection services)
    {
        services.AddSingleton<LiveRelay>().AddSingleton<ICommitListener>(s => s.GetRequiredService<LiveRelay>());
        return services.AddHostedService(s => s.GetRequiredService<LiveRelay>());
    }
}
