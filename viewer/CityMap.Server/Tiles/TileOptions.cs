namespace CityMap.Server.Tiles;

/// <summary>How tiles are served.</summary>
public sealed class TileOptions
{
    /// <summary>How many bytes of finished tiles are kept.</summary>
    public long CacheBytes { get; set; } = 48 * 1024 * 1024;

    /// <summary>How long a tile that depends on the clock (overdue) is given again without being made again.</summary>
    public TimeSpan ClockStep { get; set; } = TimeSpan.FromSeconds(5);
}
