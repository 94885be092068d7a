using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>A reading transaction: everything read through it is true at one sequence number.</summary>
internal sealed class Snapshot(Db db, long sequence, string path, Action<Db> giveBack) : IDisposable
{
    private bool _broken;

    /// <summary>The journal's head in this snapshot.</summary>
    public long Sequence => sequence;

    public T Read<T>(Func<Db, T> read, CancellationToken cancellationToken)
    {
        // Disposing the registration waits for a running interrupt: it can never hit the next borrower of the connection.
        using var interrupting = cancellationToken.Register(db.Interrupt);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return read(db);
        }
        catch (SqliteException e) when (StoreErrors.IsInterrupt(e))
        {
            throw new OperationCanceledException("The read was cancelled.", e, cancellationToken);
        }
        catch (SqliteException e)
        {
            _broken = true;
            throw StoreErrors.Translate(e, path);
        }
    }

    public void Dispose()
    {
        if (_broken)
        {
            db.Dispose();
            return;
        }

        try
        {
            db.Prepare("COMMIT").Finish();
            giveBack(db);
        }
        catch (SqliteException)
        {
            db.Dispose();
        }
    }
}
