namespace CityMap.Geo.GeoPackage.Storage;

/// <summary>
/// One CityMap per store: a lock file beside it, held for as long as the store is open. SQLite's own exclusive lock would
/// also keep QGIS from reading. The file stays when the lock is given back: removing it would race with the next holder.
/// </summary>
internal static class StoreLock
{
    /// <exception cref="StoreException"><see cref="StoreProblem.Locked"/>, <see cref="StoreProblem.Unavailable"/>.</exception>
    public static FileStream Take(string path)
    {
        var file = path + ".lock";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreException(StoreProblem.Unavailable, $"{file} may not be written.", e);
        }
        catch (IOException e) when (File.Exists(file))
        {
            throw new StoreException(StoreProblem.Locked, $"Another CityMap holds the store {path}.", e);
        }
        catch (IOException e)
        {
            throw new StoreException(StoreProblem.Unavailable, $"{file} cannot be made: {e.Message}", e);
        }
    }
}
