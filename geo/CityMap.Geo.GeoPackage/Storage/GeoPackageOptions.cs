namespace CityMap.Geo.GeoPackage;

/// <summary>How a GeoPackage store behaves.</summary>
public sealed record GeoPackageOptions
{
    /// <summary>The longest one piece of an import or of clearing up may keep the writer; a report waits for no more than one.</summary>
    public TimeSpan PieceLength { get; init; } = TimeSpan.FromMilliseconds(20);
}
