using System.Diagnostics.Metrics;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Grains.Districts;
using CityMap.Grains.Districts.Trends;
using CityMap.Grains.Facilities;
using CityMap.Grains.Geography;
using CityMap.Grains.Handovers;
using CityMap.Grains.Incidents;
using CityMap.Grains.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CityMap.Grains.Hosting;

/// <summary>Adds the grains and what they stand on to a node.</summary>
public static class CityMapGrains
{
    /// <summary>Adds everything to the services of a silo that also has an <see cref="IStore"/>.</summary>
    public static ISiloBuilder AddCityMapGrains(this ISiloBuilder silo)
    {
        silo.Services.AddCityMapGrains();
        return silo;
    }

    /// <summary>
    /// Adds everything: <see cref="IncidentIntake"/>, <see cref="FacilityIntake"/>, <see cref="DistrictFigures"/>, <see cref="HandoverDesk"/>, <see cref="CityGeography"/>,
    /// <see cref="JournalWriter"/>. The services must also have an <see cref="IStore"/>; every <see cref="ICommitListener"/> among them is told of commits.
    /// </summary>
    public static IServiceCollection AddCityMapGrains(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DeadlineOptions>();
        services.AddOptions<JournalWriterOptions>();
        services.AddJournal();
        services.AddSingleton<CityGeography>();
        services.AddSingleton<IncidentIntake>();
        services.AddSingleton<PastIncidents>();
        services.AddSingleton<HandoverDesk>();
        services.AddSingleton<FacilityDesk>();
        services.AddSingleton<LimitIncidents>(sp => new(
            sp.GetRequiredService<IncidentIntake>(), sp.GetRequiredService<IStore>().Journal, sp.GetRequiredService<ILogger<LimitIncidents>>()));
        services.AddSingleton(sp => new FacilityIntake(sp.GetRequiredService<FacilityDesk>()));
        services.AddSingleton<DistrictBook>();
        services.AddSingleton<ThresholdWatch>();
        services.AddSingleton<TrendBook>();
        services.AddSingleton(sp => new DistrictTrends(
            sp.GetRequiredService<IStore>(), sp.GetRequiredService<TrendBook>(), sp.GetRequiredService<JournalFollower>()));
        services.AddSingleton<GeographyObserver>();
        services.AddSingleton(sp => new DistrictFigures(
            sp.GetRequiredService<IStore>(),
            sp.GetRequiredService<DistrictBook>(),
            sp.GetRequiredService<JournalFollower>(),
            sp.GetRequiredService<CityGeography>(),
            sp.GetRequiredService<TimeProvider>()));
        services.AddHostedService<CityRunner>();
        return services;
    }

    private static void AddJournal(this IServiceCollection services)
    {
        services.AddSingleton(sp => new JournalFollower(
            sp.GetRequiredService<IStore>().Journal,
            [sp.GetRequiredService<DistrictBook>(), sp.GetRequiredService<GeographyObserver>(), sp.GetRequiredService<ThresholdWatch>(), sp.GetRequiredService<TrendBook>()],
            sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<ILogger<JournalFollower>>()));
        services.AddSingleton<ICommitListener>(sp => sp.GetRequiredService<JournalFollower>());
        services.AddSingleton(sp => new JournalWriter(
            sp.GetRequiredService<IStore>().Journal,
            sp.GetServices<ICommitListener>(),
            sp.GetRequiredService<IOptions<JournalWriterOptions>>(),
            sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<ILogger<JournalWriter>>(),
            sp.GetService<IMeterFactory>()));
    }
}
