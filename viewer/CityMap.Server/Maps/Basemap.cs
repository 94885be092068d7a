using CityMap.Geo.Tiles;
using CityMap.Server.Api.Problems;
using CityMap.Viewer.Raster;
using CityMap.Viewer.Scenes;

namespace CityMap.Server.Maps;

/// <summary>A base map of raster tiles in the data folder.</summary>
/// <param name="Id">Its name in addresses: the file's name without ending.</param>
/// <param name="Archive">Its tiles.</param>
/// <param name="Version">Changes when the file does.</param>
internal sealed record Basemap(string Id, ITileArchive Archive, string Version)
{
    /// <summary>Name of the source in a style.</summary>
    public const string Source = "ground";

    /// <summary>Where it comes from.</summary>
    public string Attribution => Archive.Attribution;

    /// <summary>The pictures a map needs.</summary>
    /// <exception cref="ProblemException">The file is damaged, or too many tiles would be needed.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<GroundImage>> Pictures(MapDocument document, CancellationToken cancellationToken) => new Dictionary<string, IReadOnlyList<GroundImage>>
    {
        [Source] = Guarded(() => GroundTiles.Read(Archive, document.View, document.PixelRatio, cancellationToken)),
    };

    /// <summary>One tile; null when there is none.</summary>
    /// <exception cref="ProblemException">The file is damaged.</exception>
    public byte[]? Read(TileAddress tile) => Guarded(() => Archive.Read(tile));

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TileArchiveException damaged)
        {
            throw new ProblemException(new("map_unavailable", $"The base map {Id} cannot be used: {damaged.Message}"));
        }
    }
}
