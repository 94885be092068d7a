using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>Turns what SQLite says into what the port says.</summary>
internal static class StoreErrors
{
    public static StoreException Translate(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(StoreProblem.Locked, $"Another program is writing to {path}.", error),
        raw.SQLITE_FULL => new(StoreProblem.Full, $"The disk that holds {path} is full.", error),
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => new(StoreProblem.NotAStore, $"{path} is not a CityMap store, or it is damaged.", error),
        raw.SQLITE_READONLY => new(StoreProblem.Unavailable, $"{path} may not be written.", error),
        raw.SQLITE_CANTOPEN => new(StoreProblem.Unavailable, $"{path} cannot be opened.", error),
        _ => new(StoreProblem.Unavailable, $"The store {path} did not answer: {error.Message}.", error),
    };

    public static bool IsInterrupt(SqliteException error) => error.SqliteErrorCode == raw.SQLITE_INTERRUPT;

    /// <summary>True when a single row is at fault, not the store.</summary>
    public static bool IsAboutTheRow(SqliteException error) =>
        error.SqliteErrorCode is raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE;
}
