using System.Net;

namespace CityMap.Server.Hosting;

/// <summary>What a running server was asked to be.</summary>
internal sealed record ServerOptions
{
    /// <summary>The port people find it on when nobody says otherwise.</summary>
    public const int DefaultPort = 5080;

    /// <summary>Where everything is kept; made when it does not exist.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Loopback address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>TCP port; 0 takes a free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Which store keeps the city.</summary>
    public StoreKind Store { get; init; } = StoreKind.GeoPackage;

    /// <summary>Connection string of an existing PostgreSQL; null starts a private one in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>How long readings are kept.</summary>
    public TimeSpan KeepReadings { get; init; } = TimeSpan.FromDays(400);

    /// <summary>True when it lives as long as one command does, such as an import without a server.</summary>
    public bool ForCommand { get; init; }

    /// <summary>Name of the cluster this node joins, over the shared PostgreSQL; null is a node alone.</summary>
    public string? Cluster { get; init; }
}

/// <summary>The two stores.</summary>
internal enum StoreKind
{
    /// <summary>One GeoPackage file in the data folder.</summary>
    GeoPackage,

    /// <summary>PostgreSQL with PostGIS.</summary>
    PostGis,
}
