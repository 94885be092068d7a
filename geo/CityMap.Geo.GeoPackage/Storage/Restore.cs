using CityMap.Geo.GeoPackage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Storage;

/// <summary>Puts a backup in the place of a store.</summary>
internal static class Restore
{
    public static void Run(string backup, string path, bool overwrite, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(backup)) throw new StoreException(StoreProblem.Unavailable, $"There is no file {backup}.");
        StoreFile.CheckHeader(backup);
        using var storeLock = StoreLock.Take(path);
        var partial = path + ".partial";
        try
        {
            if (!overwrite && HoldsSomething(path))
            {
                throw new StoreException(StoreProblem.NotEmpty, $"The store {path} is not empty; say that it may be overwritten, or restore elsewhere.");
            }

            File.Delete(partial);
            Backup.Copy(backup, partial, cancellationToken);
            using (var db = Db.Open(partial, SqliteOpenMode.ReadWrite))
            {
                Schema.Check(db, backup);
                Schema.Renew(db, time);
            }

            // The old store's log must not be replayed into the new file.
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
            File.Move(partial, path, overwrite: true);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, backup);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.Unavailable, $"{path} cannot be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static bool HoldsSomething(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length == 0) return false;
        StoreFile.CheckHeader(path);
        using var db = Db.Open(path, SqliteOpenMode.ReadWrite);
        Schema.Check(db, path);
        return db.Number("SELECT seq FROM journal_head") > 0 || db.Number("SELECT count(*) FROM citymap_telemetry") > 0;
    }
}
