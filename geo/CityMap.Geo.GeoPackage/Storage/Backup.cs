using CityMap.Geo.GeoPackage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityMap.Geo.GeoPackage.Storage;

/// <summary>Copies a store while it is in use.</summary>
internal static class Backup
{
    private const int PagesAtATime = 512;

    public static void Run(string path, string file, CancellationToken cancellationToken)
    {
        if (File.Exists(file)) throw new StoreException(StoreProblem.NotEmpty, $"{file} is there already; a backup overwrites nothing.");
        var partial = file + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.Delete(partial);
            Copy(path, partial, cancellationToken);
            File.Move(partial, file);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.Unavailable, $"{file} cannot be written: {e.Message}", e);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Copies one snapshot of a database into a new file that needs no log beside it.</summary>
    public static void Copy(string from, string to, CancellationToken cancellationToken)
    {
        using var source = StoreFile.OpenReader(from);
        using var target = Db.Open(to, SqliteOpenMode.ReadWriteCreate);
        // A snapshot held by this connection keeps the copy from beginning again at every write of others.
        source.Execute("BEGIN");
        _ = source.Number("SELECT count(*) FROM sqlite_master");
        using (var copy = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main"))
        {
            var code = raw.SQLITE_OK;
            while (code == raw.SQLITE_OK)
            {
                cancellationToken.ThrowIfCancellationRequested();
                code = raw.sqlite3_backup_step(copy, PagesAtATime);
            }

            target.Check(code);
        }

        source.Execute("COMMIT");
        target.Execute("PRAGMA journal_mode=DELETE");
    }
}
