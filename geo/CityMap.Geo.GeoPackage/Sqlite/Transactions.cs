using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>Transactions of the writing connection.</summary>
internal static class Transactions
{
    /// <summary>
    /// Runs work in one transaction. While it lasts the guard row is open, so that the triggers that keep other programs
    /// from changing rows let it pass; nobody else ever sees the guard open, because it is closed again before the commit.
    /// </summary>
    public static T InTransaction<T>(this Db db, Func<T> work)
    {
        db.Prepare("BEGIN IMMEDIATE").Finish();
        try
        {
            db.Prepare("UPDATE citymap_guard SET open = 1").Finish();
            var result = work();
            db.Prepare("UPDATE citymap_guard SET open = 0").Finish();
            db.Prepare("COMMIT").Finish();
            return result;
        }
        catch
        {
            db.RollBack();
            throw;
        }
    }

    public static void InTransaction(this Db db, Action work) => db.InTransaction(() =>
    {
        work();
        return true;
    });

    /// <summary>
    /// Runs work in one transaction that need not outlive a power failure: rows that nobody sees, whose loss is noticed when the store is opened again. Whatever is made
    /// durable later makes this durable with it: both lie in the same write-ahead log.
    /// </summary>
    public static T InPassing<T>(this Db db, Func<T> work)
    {
        db.Execute("PRAGMA synchronous=NORMAL");
        try
        {
            return db.InTransaction(work);
        }
        finally
        {
            db.Execute("PRAGMA synchronous=FULL");
        }
    }

    private static void RollBack(this Db db)
    {
        try
        {
            db.Prepare("ROLLBACK").Finish();
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back by itself after errors such as a full disk.
        }
    }
}
