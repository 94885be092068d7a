namespace CityMap.Grains.Contracts.Districts;

/// <summary>One district, keyed by its area id.</summary>
[Alias("citymap.district")]
public interface IDistrictGrain : IGrainWithStringKey
{
    /// <summary>What there is to do, as of the head of the journal.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    [Alias("counts")]
    Task<DistrictCounts> CountsAsync(CancellationToken cancellationToken);

    /// <summary>What changed since a moment.</summary>
    [Alias("changes")]
    Task<DistrictChanges> ChangesSinceAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What is watched.</summary>
    [Alias("watch")]
    Task<DistrictWatch> WatchAsync(CancellationToken cancellationToken);

    /// <summary>Sets all thresholds at once.</summary>
    [Alias("set-thresholds")]
    Task<DistrictReply> SetThresholdsAsync(
        IReadOnlyList<DistrictThreshold> thresholds, RequestHeader header, CancellationToken cancellationToken);

    /// <summary>Compares the thresholds with the counts, once the node has read the journal up to a sequence number.</summary>
    [Alias("check")]
    Task CheckAsync(long atSequence, CancellationToken cancellationToken);
}
