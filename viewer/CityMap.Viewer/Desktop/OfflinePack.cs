using CityMap.Geo.Layers;
using CityMap.Viewer.Raster;

namespace CityMap.Viewer.Desktop;

/// <summary>
/// A map to start with when there is no server: <c>city.gpkg</c> (OGC GeoPackage 1.3, a table per layer) and, when there is one, the ground
/// as <c>ground.mbtiles</c>, in one folder.
/// </summary>
/// <param name="SavedAt">When it was saved: the age the stale badge shows.</param>
/// <param name="Sequence">The journal's sequence number the live layers are true at.</param>
/// <param name="Layers">Features by layer, with the layer's title.</param>
public sealed record OfflinePack(DateTimeOffset SavedAt, long Sequence, IReadOnlyList<(string Layer, string Title, IReadOnlyList<Feature> Features)> Layers)
{
    /// <summary>Name of the file of features.</summary>
    public const string FeaturesFile = "city.gpkg";

    /// <summary>Name of the file of the ground.</summary>
    public const string GroundFile = "ground.mbtiles";

    /// <summary>Writes the pack; an older one is replaced at once and only when the new one is whole.</summary>
    /// <param name="folder">Made when it is missing.</param>
    /// <param name="cancellationToken">Stops it; the older pack stays then.</param>
    public void Save(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var (file, begun) = (Path.Combine(folder, FeaturesFile), Path.Combine(folder, $".{FeaturesFile}.new"));
        try
        {
            File.Delete(begun);
            PackWriter.Write(begun, this, cancellationToken);
            File.Move(begun, file, overwrite: true);
        }
        finally
        {
            File.Delete(begun);
        }
    }

    /// <summary>Opens a pack.</summary>
    /// <param name="folder">Where it was saved.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="InvalidDataException">It is damaged; the message names the file.</exception>
    public static OfflinePack? Open(string folder)
    {
        var file = Path.Combine(folder, FeaturesFile);
        return File.Exists(file) ? PackReader.Read(file) : null;
    }

    /// <summary>The ground beside the pack; null when there is none.</summary>
    /// <exception cref="TileArchiveException">The file is damaged.</exception>
    public static ITileArchive? Ground(string folder)
    {
        var file = Path.Combine(folder, GroundFile);
        return File.Exists(file) ? MbTiles.Open(file) : null;
    }
}
