using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>Reading connections, each lent to one reader at a time.</summary>
internal sealed class ReaderPool(string path, Func<Db> open) : IDisposable
{
    private const int MostIdle = 8;
    private readonly ConcurrentBag<Db> _idle = [];
    private volatile bool _closed;

    /// <summary>Reads inside one snapshot, off the caller's thread. Cancelling interrupts a running statement.</summary>
    public Task<T> ReadAsync<T>(Func<Db, T> read, CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            using var snapshot = Begin();
            return snapshot.Read(read, cancellationToken);
        }, cancellationToken);

    /// <summary>Begins a snapshot that lasts until it is disposed.</summary>
    public Snapshot Begin()
    {
        if (_closed) throw new StoreException(StoreProblem.Unavailable, $"The store {path} is closed.");
        try
        {
            var db = _idle.TryTake(out var idle) ? idle : open();
            db.Prepare("BEGIN").Finish();
            // The snapshot of a deferred transaction begins with its first read.
            var head = db.Number("SELECT seq FROM journal_head") ?? 0;
            return new Snapshot(db, head, path, GiveBack);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, path);
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var db)) db.Dispose();
    }

    private void GiveBack(Db db)
    {
        if (_closed || _idle.Count >= MostIdle) db.Dispose();
        else _idle.Add(db);
    }
}
