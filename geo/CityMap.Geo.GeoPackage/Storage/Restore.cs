using CityMap.Geo.GeoPackage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Storage;

/// <summary>Puts a backup in the place of a store.</summary>
internal static class Restore
{
    /// <summary>Looks whether a file is a store that could be put in another's place.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotAStore"/>, <see cref="StoreProblem.Newer"/>, <see cref="StoreProblem.Unavailable"/>.</exception>
    public static void Check(string backup)
    {
        if (!File.Exists(backup)) throw new StoreException(StoreProblem.NotAStore, $"There is no file {backup}.");
        StoreFile.CheckHeader(backup);
        try
        {
            using var db = StoreFile.OpenReader(backup);
            Schema.Check(db, backup);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, backup);
        }
    }

    public static void Run(string backup, string path, bool overwrite, TimeProvider time, CancellationToken cancellationToken)
    {
        Check(backup);
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

            // The old store's log must not be replayed into the new file; what is in it belongs to the old store, which stays if this fails.
            Settle(path);
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

    // The last connection that goes brings the log into the file.
    private static void Settle(string path)
    {
        if (!File.Exists(path + "-wal")) return;
        try
        {
            using var db = Db.Open(path, SqliteOpenMode.ReadWrite);
            _ = db.Number("SELECT count(*) FROM sqlite_master");
        }
        catch (SqliteException)
        {
            // What is to be overwritten cannot be read: then nothing can be lost with its log.
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
