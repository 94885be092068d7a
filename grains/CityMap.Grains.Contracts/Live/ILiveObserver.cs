using CityMap.Geo.Journal;

namespace CityMap.Grains.Contracts.Live;

/// <summary>A node that wants to hear what other nodes commit. What is lost on the way is found in the journal by its numbers.</summary>
[Alias("citymap.live.observer")]
public interface ILiveObserver : IGrainObserver
{
    /// <summary>Commits of another node, in its commit order.</summary>
    [Alias("committed")]
    Task CommittedAsync(Commit[] commits);
}
