using CityMap.Geo.GeoPackage;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts.Districts;
using CityMap.Grains.Contracts.Facilities;
using CityMap.Grains.Contracts.Incidents;
using CityMap.Grains.Districts;
using CityMap.Grains.Facilities;
using CityMap.Grains.Geography;
using CityMap.Grains.Hosting;
using CityMap.Grains.Incidents;
using CityMap.Grains.Tests.Incidents;
using Microsoft.Extensions.DependencyInjection;
using NetTopologySuite.IO;
using Orleans.Configuration;
using Orleans.TestingHost;

namespace CityMap.Grains.Tests.Cluster;

/// <summary>Two silos in this process on one real store, with two districts side by side: west and east of 106.8°.</summary>
internal sealed class City : IAsyncDisposable
{
    public const string West = "W@2025";
    public const string East = "E@2025";

    private readonly string _folder;
    private readonly InProcessTestCluster _cluster;

    private City(string folder, IStore store, InProcessTestCluster cluster) => (_folder, Store, _cluster) = (folder, store, cluster);

    public IStore Store { get; }

    public IJournal Journal => Store.Journal;

    public IReadOnlyList<InProcessSiloHandle> Silos => _cluster.Silos;

    public static async Task<City> StartAsync(Func<IStore, IStore>? wrap = null, short silos = 2)
    {
        var folder = Directory.CreateTempSubdirectory("citymap-grains-").FullName;
        var file = await GeoPackageStore.OpenAsync(Path.Combine(folder, "city.gpkg"), null, TimeProvider.System, CancellationToken.None);
        await ImportDistrictsAsync(file);
        var store = wrap?.Invoke(file) ?? file;
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(store);
            silo.AddCityMapGrains();
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                (membership.ProbeTimeout, membership.NumMissedProbesLimit, membership.NumVotesForDeathDeclaration) = (TimeSpan.FromMilliseconds(500), 2, 1);
            });
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new City(folder, store, cluster);
    }

    public T Service<T>(int silo = 0)
        where T : notnull => Silos[silo].ServiceProvider.GetRequiredService<T>();

    public IncidentIntake Intake(int silo = 0) => Service<IncidentIntake>(silo);

    public FacilityIntake FacilityIntake(int silo = 0) => Service<FacilityIntake>(silo);

    public CityGeography Geography(int silo = 0) => Service<CityGeography>(silo);

    public DistrictFigures Figures(int silo = 0) => Service<DistrictFigures>(silo);

    public IIncidentGrain Incident(Guid id, int silo = 0) => Service<IGrainFactory>(silo).GetGrain<IIncidentGrain>(id);

    public IFacilityGrain Facility(string id, int silo = 0) => Service<IGrainFactory>(silo).GetGrain<IFacilityGrain>(id);

    public IDistrictGrain District(string id, int silo = 0) => Service<IGrainFactory>(silo).GetGrain<IDistrictGrain>(id);

    public async Task<IncidentSnapshot> ReportAsync(ReportIncident? report = null, int silo = 0) =>
        Assert.IsType<IncidentReply.Accepted>(await Intake(silo).ReportAsync(report ?? Some.Report(), Some.By(), CancellationToken.None)).Incident;

    public Task KillAsync(int silo) => _cluster.KillSiloAsync(Silos[silo]);

    public async Task<List<JournalEntry>> StreamAsync(string stream) =>
        await Journal.ReadStreamAsync(stream, 0, CancellationToken.None).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public static async Task ImportDistrictsAsync(IStore store, string eastName = "Phường Đông")
    {
        var layer = new LayerInfo(
            CityGeography.DistrictsLayer,
            new("Địa bàn", "Districts"),
            GeometryKind.Polygon,
            [.. new[] { "code", "name_vi", "name_en", "kind", "edition", "valid_from", "valid_to" }.Select(name => new FieldInfo(name, FieldType.Text, new(name, name)))]);
        await using var import = await store.Features.BeginImportAsync(layer, ImportMode.Replace, CancellationToken.None);
        await import.WriteAsync([Area(West, "Phường Tây", 106.6, 106.8), Area(East, eastName, 106.8, 107)], CancellationToken.None);
        await import.CommitAsync(new NewEntry("layer.imported", Some.Now, Some.Now, "Lan", "{}"), CancellationToken.None);
    }

    private static Feature Area(string id, string name, double west, double east) => new(
        id,
        new WKTReader().Read(FormattableString.Invariant($"POLYGON (({west} 21.7, {east} 21.7, {east} 22, {west} 22, {west} 21.7))")),
        new Dictionary<string, object?>
        {
            ["code"] = id[..1],
            ["name_vi"] = name,
            ["name_en"] = name,
            ["kind"] = "ward",
            ["edition"] = "2025",
            ["valid_from"] = "2000-01-01",
        });
}
