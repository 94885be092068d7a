using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CityMap.Geo.PostGis;

/// <summary>How a PostGIS store behaves.</summary>
public sealed record PostGisStoreOptions
{
    /// <summary>The longest a query may run; streams and imports have no limit.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest a query with a filter may run.</summary>
    public TimeSpan FilterTimeout { get; init; } = CityMap.Geo.Filtering.Cql2.Cql2Limits.Time;

    /// <summary>The longest an append may run or wait for another node's.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many queries may run at once; more wait for a connection.</summary>
    public int MaxReaders { get; init; } = 20;

    /// <summary>How long a node may go on with a layer's definition that another node has changed.</summary>
    public TimeSpan CatalogueAge { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Where the store says what it does.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
