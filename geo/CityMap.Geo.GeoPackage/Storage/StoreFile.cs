using CityMap.Geo.GeoPackage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Storage;

/// <summary>Opens connections to a store's file.</summary>
internal static class StoreFile
{
    /// <summary>How long the write-ahead log stays when it is begun anew, in bytes: long enough for a usual stretch between checkpoints.</summary>
    public const long KeptLog = 8 << 20;

    // Bytes of the file that may be looked at in place; what lies beyond is read.
    private const long MappedFile = 4L << 30;

    /// <summary>Refuses a file that is no SQLite database before SQLite touches it.</summary>
    public static void CheckHeader(string path)
    {
        if (!File.Exists(path)) return;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var header = new byte[16];
            var length = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            if (length > 0 && !header.AsSpan().SequenceEqual("SQLite format 3\0"u8))
            {
                throw new StoreException(StoreProblem.NotAStore, $"{path} is not a CityMap store: it is not a GeoPackage at all.");
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreProblem.Unavailable, $"{path} cannot be read: {e.Message}", e);
        }
    }

    public static Db OpenWriter(string path)
    {
        var db = Db.Open(path, SqliteOpenMode.ReadWriteCreate);
        // Checkpoints are made elsewhere (Checkpointer): at the end of a commit they would hold up the answer.
        db.Execute("PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY");
        db.Execute($"PRAGMA journal_size_limit={KeptLog}");
        SpatialFunctions.RegisterForTriggers(db);
        return db;
    }

    /// <summary>Switches to the journal mode of a store in use: acknowledged means on disk.</summary>
    public static void MakeDurable(Db db) => db.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");

    public static Db OpenReader(string path)
    {
        var db = Db.Open(path, SqliteOpenMode.ReadWrite);
        db.Execute("PRAGMA query_only=1; PRAGMA cache_size=-4096; PRAGMA temp_store=MEMORY");
        SpatialFunctions.RegisterForQueries(db);
        return db;
    }

    /// <summary>
    /// For answers that look at some rows here and there, as a box does: pages of the file are read where the system holds them, without a call for each.
    /// What reads a layer through has no use for it.
    /// </summary>
    public static Db OpenLooker(string path)
    {
        var db = OpenReader(path);
        db.Execute($"PRAGMA mmap_size={MappedFile}");
        return db;
    }

    public static Db OpenForCheckpoints(string path)
    {
        var db = Db.Open(path, SqliteOpenMode.ReadWrite);

        // It never waits: emptying the log holds up writers for as long as it waits for readers.
        db.Execute("PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA busy_timeout=0");
        return db;
    }
}
