using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>
/// Moves pages from the write-ahead log into the file, often and little at a time, on a connection and thread of its own:
/// a passive checkpoint never waits for writers and writers never wait for it. Under a constant flow of writes such
/// checkpoints never reach the end of the log, so when it has grown long the rest, which is small, is moved between two writes.
/// </summary>
internal sealed class Checkpointer : IAsyncDisposable
{
    private const int WritesBetween = 128;
    private const long LongLog = 8192;
    private readonly Db _db;
    private readonly WriterQueue _writer;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _writes;

    public Checkpointer(Db db, WriterQueue writer)
    {
        (_db, _writer) = (db, writer);
        writer.Wrote = Wrote;
        _loop = Task.Run(LoopAsync);
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Wrote = null;
        await _stop.CancelAsync();
        await _loop;
        _db.Dispose();
        _stop.Dispose();
        _wake.Dispose();
    }

    private void Wrote(int weight)
    {
        _writes += weight;
        if (_writes < WritesBetween || _wake.CurrentCount > 0) return;
        _writes = 0;
        _wake.Release();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                await _wake.WaitAsync(_stop.Token);
                if (Checkpoint(_db) > LongLog) await _writer.RunAsync(Urgency.Soon, db => _ = Checkpoint(db), _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or StoreException)
        {
            // Closing: SQLite makes the last checkpoint itself when the last connection goes.
        }
    }

    /// <summary>How many pages the log holds; 0 when the checkpoint could not run now.</summary>
    private static long Checkpoint(Db db)
    {
        try
        {
            using var row = db.Prepare("PRAGMA wal_checkpoint(PASSIVE)").Rows();
            return row.Step() ? row.Long(1) : 0;
        }
        catch (SqliteException)
        {
            // A busy or full disk fails the next commit, which says so; the next wake tries again.
            return 0;
        }
    }
}
