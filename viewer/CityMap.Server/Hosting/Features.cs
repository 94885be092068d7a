using System.Text.Json;
using CityMap.Grains.Hosting;
using CityMap.Grains.Incidents;
using CityMap.Server.Analyses;
using CityMap.Server.Api;
using CityMap.Server.Api.Areas;
using CityMap.Server.Api.City;
using CityMap.Server.Api.Districts;
using CityMap.Server.Api.Facilities;
using CityMap.Server.Api.Handovers;
using CityMap.Server.Api.Health;
using CityMap.Server.Api.Incidents;
using CityMap.Server.Api.Incidents.Near;
using CityMap.Server.Api.Layers;
using CityMap.Server.Api.Layers.Export;
using CityMap.Server.Api.Search;
using CityMap.Server.Hosting.Documents;
using CityMap.Server.Hosting.Maintenance;
using CityMap.Server.Imports;
using CityMap.Server.Live;
using CityMap.Server.Maps;
using CityMap.Server.Ogc;
using CityMap.Server.Ogc.Editing;
using CityMap.Server.Ogc.Items;
using CityMap.Server.Search;
using CityMap.Server.Tiles;
using NetTopologySuite.Geometries;
using Orleans.Dashboard;

namespace CityMap.Server.Hosting;

/// <summary>The table of contents of the server: what is registered, and which routes there are.</summary>
internal static class Features
{
    /// <summary>Registers every feature's services.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddRouting();
        services.ConfigureHttpJsonOptions(static json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Plain);
            json.SerializerOptions.TypeInfoResolverChain.Insert(1, AnalysisJson.Plain);
            json.SerializerOptions.Encoder = ApiJson.Plain.Options.Encoder;
        });
        services.AddApiDocument();
        services.AddCityMapGrains();
        services.AddSingleton<IncidentViews>().AddSingleton<IncidentSource>().AddSingleton<IncidentSurroundings>().AddSingleton<IncidentReader>().AddSingleton<IncidentCounter>().AddSingleton<IncidentTimeline>().AddSingleton<IncidentFile>();
        services.AddSingleton<FacilityViews>().AddSingleton<FacilityFile>().AddSingleton<ReadingSeries>();
        services.AddSingleton<DistrictReader>().AddSingleton<TrendReader>().AddSingleton<LayerBounds>().AddSingleton<LayerDesk>().AddSingleton<LayerClasses>().AddSingleton<ExportPlaces>().AddSingleton<LayerExportRoute>().AddSingleton<CityBounds>();
        services.AddHostedService<Retention>();
        services.AddSingleton<EditionImport>().AddSingleton<AreaChecks>();
        services.AddSingleton<ImportRun>().AddSingleton<ItemReader>().AddSingleton<EditDesk>().AddSingleton<EditHistory>();
        services.AddCityMapLive(FeedShape).AddCityMapRelay().AddCityMapTiles().AddCityMapMaps().AddCityMapSearch().AddCityMapAnalyses();
    }

    /// <summary>Maps every feature's routes.</summary>
    public static void Map(WebApplication app)
    {
        app.MapHealthApi();
        app.MapIncidentsApi();
        app.MapFacilitiesApi();
        app.MapDistrictsApi();
        app.MapHandoversApi();
        app.MapLayersApi();
        app.MapLookupApi();
        app.MapAreasApi();
        app.MapSearchApi();
        app.MapInfoApi();
        app.MapImportsApi();
        app.MapLiveApi();
        app.MapTilesApi();
        app.MapMapsApi();
        app.MapBasemapsApi();
        app.MapAnalysesApi();
        app.MapOgcApi();
        app.MapMaintenanceApi();
        app.MapApiDocument();
        app.MapOrleansDashboard("/dashboard");
    }

    // The feed shows what the lists show; it writes each event once, so it has its own views.
    private static FeedShapes FeedShape(IServiceProvider services)
    {
        var (incidents, facilities) = (services.GetRequiredService<IncidentViews>(), services.GetRequiredService<FacilityViews>());
        var (time, layers) = (services.GetRequiredService<TimeProvider>(), services.GetRequiredService<LiveLayers>());
        return new FeedShapes()
            .With(IncidentFilter.Layer, (json, feature) =>
                JsonSerializer.Serialize(json, incidents.Item(feature, Footprint(feature.Id), time.GetUtcNow()), ApiJson.Plain.IncidentView))
            .With("facilities", (json, feature) => JsonSerializer.Serialize(json, facilities.Item(feature), ApiJson.Plain.FacilityView));

        Geometry? Footprint(string id) => layers.Find(IncidentLayer.FootprintsId)?.Find(id)?.Geometry;
    }
}
