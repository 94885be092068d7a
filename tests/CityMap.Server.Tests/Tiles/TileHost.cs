using CityMap.Geo.GeoPackage;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using CityMap.Server.Api.Layers;
using CityMap.Server.Api.Problems;
using CityMap.Server.Live;
using CityMap.Server.Tests.Live;
using CityMap.Server.Tiles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Tests.Tiles;

/// <summary>The tiles and the feed on a real Kestrel over a real GeoPackage.</summary>
internal sealed class TileHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly GeoPackageStore _store;
    private readonly Dictionary<string, long> _versions = [];

    private TileHost(WebApplication app, GeoPackageStore store, MovableTime time, string folder)
    {
        (_app, _store, Time, _folder) = (app, store, time, folder);
        Http = new() { BaseAddress = new(app.Urls.First()) };
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HttpClient Http { get; }

    public MovableTime Time { get; }

    public IStore Store => _store;

    public static async Task<TileHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("citymap-tiles-").FullName;
        var time = new MovableTime();
        var store = await GeoPackageStore.OpenAsync(Path.Combine(folder, "city.gpkg"), null, time, Cancel);
        foreach (var layer in LiveSetup.Layers) await store.Features.DefineLayerAsync(layer, Cancel);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IStore>(store).AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<LayerBounds>().AddCityMapLive(_ => new FeedShapes()).AddCityMapTiles();
        builder.Services.Configure<TileOptions>(o => o.ClockStep = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.UseProblems();
        app.MapTilesApi();
        await app.StartAsync(Cancel);
        await app.Services.GetRequiredService<LiveFeed>().Started.WaitAsync(Cancel);
        await app.Services.GetRequiredService<LiveLayers>().Loaded.WaitAsync(Cancel);
        return new(app, store, time, folder);
    }

    /// <summary>Commits an incident's next state and waits until this node has it.</summary>
    public async Task IncidentAsync(string id, double lon, double lat, DateTimeOffset? at = null, params (string Field, object? Value)[] more)
    {
        var fields = new Dictionary<string, object?>
        {
            ["type"] = "FIRE",
            ["title"] = $"Cháy {id}",
            ["severity"] = 3L,
            ["state"] = "New",
            ["district"] = "05977@2025",
            ["open"] = true,
            ["acknowledged"] = false,
            ["exercise"] = false,
            ["version"] = 1L,
            ["due_at"] = Time.GetUtcNow().AddDays(1),
        };
        foreach (var (field, value) in more) fields[field] = value;
        await CommitAsync($"incident/{id}", at, new FeatureChange(IncidentLayer.Id, id, new(id, new Point(lon, lat), fields)));
    }

    public async Task FacilityAsync(string id, double lon, double lat) => await CommitAsync($"facility/{id}", null, new FeatureChange(
        FacilityLayer.Id, id, new(id, new Point(lon, lat), new Dictionary<string, object?> { ["kind"] = "hospital", ["name"] = "Bệnh viện", ["status"] = "Working" })));

    public async Task ImportAsync(LayerInfo layer, IReadOnlyList<Feature> features)
    {
        await using var import = await Store.Features.BeginImportAsync(layer, ImportMode.Replace, Cancel);
        await import.WriteAsync(features, Cancel);
        await import.CommitAsync(Entry("layer.imported", null), Cancel);
        Time.Move(TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    private async Task CommitAsync(string stream, DateTimeOffset? at, params FeatureChange[] changes)
    {
        var version = _versions.GetValueOrDefault(stream);
        var outcome = await Store.Journal.AppendAsync([new(stream, version, [Entry("incident.changed", at)], changes)], Cancel);
        var committed = Assert.IsType<AppendOutcome.Committed>(outcome[0]);
        _versions[stream] = version + 1;
        _app.Services.GetRequiredService<LiveFeed>().Committed([new(committed.Entries, changes)]);
        var layers = _app.Services.GetRequiredService<LiveLayers>();
        await Until.TrueAsync(() => layers.Find(changes[0].Layer)!.Sequence >= committed.Entries[^1].Sequence);
    }

    private NewEntry Entry(string kind, DateTimeOffset? at) => new(kind, at ?? Time.GetUtcNow(), Time.GetUtcNow(), "test", "{}");
}
