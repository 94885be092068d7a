using CityMap.Geo.Tiles;

namespace CityMap.Viewer.Raster;

/// <summary>A file of map tiles.</summary>
public interface ITileArchive : IDisposable
{
    /// <summary>Lowest zoom it has.</summary>
    int MinZoom { get; }

    /// <summary>Highest zoom it has.</summary>
    int MaxZoom { get; }

    /// <summary>Where the data comes from, as the file says it; empty when it does not.</summary>
    string Attribution { get; }

    /// <summary>Some of the tiles it holds at a zoom; none when it holds none there.</summary>
    /// <exception cref="TileArchiveException">The file is damaged.</exception>
    IEnumerable<TileAddress> Tiles(int zoom);

    /// <summary>The bytes of a tile (PNG, JPEG or WebP); null when there is none.</summary>
    /// <exception cref="TileArchiveException">The file is damaged.</exception>
    byte[]? Read(TileAddress address);
}

/// <summary>A file of tiles that cannot be read; the message says why.</summary>
/// <param name="why">One sentence.</param>
/// <param name="cause">What was thrown, if anything.</param>
public sealed class TileArchiveException(string why, Exception? cause = null) : Exception(why, cause);
