using CityMap.Geo.Journal;
using CityMap.Geo.Storage;
using CityMap.Server.Api.Problems;
using CityMap.Server.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Tests.Live;

/// <summary>The feed alone on a real Kestrel, over a store in memory.</summary>
internal sealed class LiveHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LiveHost(WebApplication app, MemoryStore store) => (_app, Store) = (app, store);

    public MemoryStore Store { get; }

    public Uri Address => new(_app.Urls.First());

    public LiveFeed Feed => _app.Services.GetRequiredService<LiveFeed>();

    public FeedLog Log => _app.Services.GetRequiredService<FeedLog>();

    public FeedPump Pump => _app.Services.GetRequiredService<FeedPump>();

    public LiveLayers Layers => _app.Services.GetRequiredService<LiveLayers>();

    public static async Task<LiveHost> StartAsync(MemoryStore? store = null, Action<LiveOptions>? options = null)
    {
        store ??= new MemoryStore();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IStore>(store).AddSingleton(TimeProvider.System);
        builder.Services.AddCityMapLive(_ => new FeedShapes());
        builder.Services.Configure<LiveOptions>(o =>
        {
            o.HeadPoll = TimeSpan.FromMilliseconds(20);
            options?.Invoke(o);
        });
        var app = builder.Build();
        app.UseProblems();
        app.MapLiveApi();
        await app.StartAsync(Cancel);
        var host = new LiveHost(app, store);
        await host.Feed.Started.WaitAsync(Cancel);
        await host.Layers.Loaded.WaitAsync(Cancel);
        return host;
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An incident as a change.</summary>
    public static FeatureChange Incident(
        string id, double lon = 106.76, double lat = 21.85, string type = "FIRE", long severity = 3, string? district = "05977@2025", string title = "Cháy") =>
        new("incidents", id, new(id, new Point(lon, lat), new Dictionary<string, object?>
        {
            ["type"] = type,
            ["severity"] = severity,
            ["district"] = district,
            ["title"] = title,
            ["open"] = true,
            ["state"] = "New",
        }));

    /// <summary>Commits and tells the node, as the journal writer does.</summary>
    public Commit Commit(params FeatureChange[] changes)
    {
        var commit = Store.Write("incident/x", "incident.reported", changes);
        Feed.Committed([commit]);
        return commit;
    }

    public Task<SseClient> ListenAsync(string query = "", string? lastEventId = null) => SseClient.OpenAsync(new(Address, "/api/live" + query), lastEventId);

    /// <summary>Waits until the feed has delivered a number on this node.</summary>
    public Task ReachedAsync(long sequence) => Until.TrueAsync(() => Log.Head >= sequence);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
