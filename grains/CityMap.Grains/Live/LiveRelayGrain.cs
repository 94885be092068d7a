using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Live;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace CityMap.Grains.Live;

/// <summary>The one relay of the cluster.</summary>
internal sealed class LiveRelayGrain(ILogger<LiveRelayGrain> logger) : Grain, ILiveRelayGrain
{
    // Three missed renewals: then the node is gone, or will come back by itself.
    private readonly ObserverManager<string, ILiveObserver> _nodes = new(TimeSpan.FromSeconds(10), logger);

    /// <inheritdoc/>
    public Task<int> SubscribeAsync(string node, ILiveObserver observer)
    {
        _nodes.Subscribe(node, observer);
        _nodes.ClearExpired();
        return Task.FromResult(_nodes.Count);
    }

    /// <inheritdoc/>
    public Task PublishAsync(string node, Commit[] commits)
    {
        foreach (var (name, observer) in _nodes.Observers)
        {
            // Not awaited: a slow node must not hold up the others, and a lost message is read from the journal.
            if (name != node) observer.CommittedAsync(commits).Ignore();
        }

        return Task.CompletedTask;
    }
}
