using CityMap.Geo.Journal;
using Orleans.Concurrency;

namespace CityMap.Grains.Contracts.Live;

/// <summary>
/// Tells every node what the others commit; one for the cluster, key 0. It keeps nothing: after its own end nodes subscribe again, and
/// read from the journal what they missed.
/// </summary>
[Alias("citymap.live.relay")]
public interface ILiveRelayGrain : IGrainWithIntegerKey
{
    /// <summary>Subscribes a node, or says that it is still there.</summary>
    /// <param name="node">The node's name.</param>
    /// <param name="observer">Where to tell it.</param>
    /// <returns>How many nodes listen, this one included.</returns>
    [Alias("subscribe")]
    Task<int> SubscribeAsync(string node, ILiveObserver observer);

    /// <summary>Passes commits on to every node but the one they come from.</summary>
    [OneWay]
    [Alias("publish")]
    Task PublishAsync(string node, Commit[] commits);
}
