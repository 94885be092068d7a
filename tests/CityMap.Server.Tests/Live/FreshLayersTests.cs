using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Grains.Incidents;
using CityMap.Server.Live;
using CityMap.Server.Maps;
using CityMap.Server.Ogc.Items;
using CityMap.Server.Tests.Api;
using CityMap.Viewer.Paper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CityMap.Server.Tests.Live;

/// <summary>What was acknowledged is in whatever is read next, also from a memory that does not keep up.</summary>
public sealed class FreshLayersTests(City city) : IClassFixture<City>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_acknowledged_is_on_the_next_map_and_among_the_next_items()
    {
        var store = city.Services.GetRequiredService<IStore>();
        var layers = new LiveLayers(store, TimeProvider.System, NullLogger<LiveLayers>.Instance);
        var log = new FeedLog(10, 1000);
        var first = (await city.ReportAsync()).GetProperty("id").GetString()!;
        log.StartAfter(await store.Journal.HeadAsync(Stop));
        layers.Load(Stop);
        await layers.Loaded;
        var live = new FreshLayers(store, layers, log, TimeProvider.System);
        Assert.NotNull((await live.FindAsync(IncidentLayer.Id, Stop))?.Snapshot.Find(first));

        // Nobody tells this memory of the second.
        var second = (await city.ReportAsync()).GetProperty("id").GetString()!;
        Assert.Null(await live.FindAsync(IncidentLayer.Id, Stop));
        var order = new MapOrder(PageSize.Parse("400x300")!, 96, Audience.Everyone) { Incidents = new([new("open", Comparison.In, [true])], null) };
        var drawn = await new MapSources(store, live, TimeProvider.System).ReadAsync(IncidentLayer.Incidents, new Bounds(106.7, 21.8, 106.8, 21.9), order, Stop);
        Assert.Equal([first, second], drawn.Features.Select(f => f.Id).Order());

        var items = new ItemReader(store, live);
        Assert.Equal(2, (await items.PageAsync(new(IncidentLayer.Id), Stop)).NumberMatched);
        Assert.NotNull(await items.FindAsync(IncidentLayer.Incidents, second, null, Audience.Everyone, Stop));
    }
}
