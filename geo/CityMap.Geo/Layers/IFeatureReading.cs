namespace CityMap.Geo.Layers;

/// <summary>What matches a query in one snapshot of a store, which stands until this is disposed. For one reader at a time.</summary>
public interface IFeatureReading : IAsyncDisposable
{
    /// <summary>The journal sequence number the snapshot is true at.</summary>
    long Sequence { get; }

    /// <summary>Every match; asked again, the same ones again.</summary>
    IAsyncEnumerable<Feature> FeaturesAsync(CancellationToken cancellationToken);
}
