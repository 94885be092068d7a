using System.Reflection;
using CityMap.Geo.GeoPackage.Sqlite;
using CityMap.Geo.GeoPackage.Values;
using SQLitePCL;

namespace CityMap.Geo.GeoPackage.Storage;

/// <summary>The store's own tables and their version. Applied by the program, under the store's lock.</summary>
internal static class Schema
{
    /// <summary>The version this program writes; a store with a higher one is refused.</summary>
    public const long Version = 1;

    // "GPKG" and version 1.3.0 (OGC 12-128r17 §1.1.1.1).
    private const int ApplicationId = 0x47504B47;
    private const int UserVersion = 10300;

    /// <summary>Makes the schema in an empty file, or checks the one that is there.</summary>
    /// <returns>The store's epoch.</returns>
    public static string Apply(Db db, string path, TimeProvider time)
    {
        if (db.Number("SELECT count(*) FROM sqlite_master") == 0) Create(db, time);
        return Check(db, path);
    }

    /// <summary>Looks whether an open file is a store this program can read, and gives its epoch.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.NotAStore"/>, <see cref="StoreProblem.Newer"/>.</exception>
    public static string Check(Db db, string path)
    {
        if (db.Number("SELECT count(*) FROM sqlite_master WHERE name = 'citymap_schema'") == 0)
        {
            var what = db.Number("PRAGMA application_id") == ApplicationId ? "a GeoPackage" : "an SQLite database";
            throw new StoreException(StoreProblem.NotAStore, $"{path} is {what}, but not a CityMap store; import it instead of opening it.");
        }

        var version = db.Number("SELECT version FROM citymap_schema") ?? 0;
        if (version > Version)
        {
            throw new StoreException(StoreProblem.Newer, $"{path} was written by a newer CityMap (store version {version}, this program knows {Version}).");
        }

        return db.Text("SELECT epoch FROM citymap_schema")!;
    }

    /// <summary>Gives a restored store a new epoch.</summary>
    public static void Renew(Db db, TimeProvider time) => db.Run("UPDATE citymap_schema SET epoch = ?", NewEpoch(time));

    private static void Create(Db db, TimeProvider time)
    {
        db.Execute($"PRAGMA page_size=4096; PRAGMA application_id={ApplicationId}; PRAGMA user_version={UserVersion}; PRAGMA journal_mode=WAL");
        db.Execute("BEGIN IMMEDIATE");
        try
        {
            db.Execute(Script());
            db.Run("INSERT INTO citymap_schema VALUES (?, ?, ?, ?)", Version, NewEpoch(time), Program(), time.GetUtcNow());
            db.Run("INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) VALUES ('journal', 'attributes', 'journal', ?, ?, 0)",
                "Mọi thay đổi của thành phố, theo thứ tự", ContentsTime.Of(time.GetUtcNow()));
            Guards.Create(db, "journal");
            db.Execute("COMMIT");
        }
        catch
        {
            _ = raw.sqlite3_exec(db.Handle, "ROLLBACK");
            throw;
        }
    }

    private static string NewEpoch(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    private static string Program() => $"CityMap {typeof(Schema).Assembly.GetName().Version}";

    private static string Script()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("CityMap.Geo.GeoPackage.Storage.Schema.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
