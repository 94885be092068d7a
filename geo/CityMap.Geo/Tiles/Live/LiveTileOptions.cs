namespace CityMap.Geo.Tiles.Live;

/// <summary>What a tile of a live layer holds.</summary>
/// <param name="Now">What is due before this moment and still open is overdue.</param>
public sealed record LiveTileOptions(DateTimeOffset Now)
{
    /// <summary>Fields that become properties of single features, besides <c>id</c> and the computed <c>overdue</c>.</summary>
    public IReadOnlyList<string> Properties { get; init; } = ["type", "title", "severity", "state", "acknowledged"];

    /// <summary>Below this zoom near points are gathered into clusters; 0 never gathers.</summary>
    public int ClusterBelowZoom { get; init; } = 16;

    /// <summary>Clusters are gathered in so many cells along each side of a tile.</summary>
    public int CellsPerSide { get; init; } = 8;

    /// <summary>Units along each side of the tile.</summary>
    public int Extent { get; init; } = 4096;

    /// <summary>Unclustered features this far beyond the edge are in the tile too, in units.</summary>
    public int Buffer { get; init; } = 64;
}
