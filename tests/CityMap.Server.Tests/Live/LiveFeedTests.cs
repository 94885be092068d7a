using CityMap.Geo.Storage;
using CityMap.Server.Live;
using Microsoft.Extensions.DependencyInjection;

namespace CityMap.Server.Tests.Live;

/// <summary>The feed as a service of its host.</summary>
public sealed class LiveFeedTests
{
    [Fact]
    public async Task A_pump_that_fails_is_the_failure_of_the_feed()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IStore>(new MemoryStore()).AddSingleton(TimeProvider.System);
        services.AddCityMapLive(_ => new FeedShapes());

        // No pump can wait for less than no time.
        services.Configure<LiveOptions>(options => options.Heartbeat = TimeSpan.FromMinutes(-1));
        await using var provider = services.BuildServiceProvider();
        using var feed = provider.GetRequiredService<LiveFeed>();
        await feed.StartAsync(LiveHost.Cancel);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => feed.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30), LiveHost.Cancel));
    }
}
