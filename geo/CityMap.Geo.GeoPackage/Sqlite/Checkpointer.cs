using CityMap.Geo.GeoPackage.Storage;
using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>
/// Moves pages from the write-ahead log into the file, often and little at a time, on a connection and thread of its own:
/// a passive checkpoint never waits for writers and writers never wait for it. Under a constant flow of writes such
/// checkpoints never reach the end of the log, so when it has grown long the rest, which is small, is moved between two writes.
/// The log is then written again from its beginning, and cut to <see cref="StoreFile.KeptLog"/>; when nobody writes it is emptied.
/// </summary>
internal sealed class Checkpointer : IAsyncDisposable
{
    // Pages of 4 KiB. Not writes: one append of many, or a piece of an import, writes as much as a hundred others.
    private const int PagesBetween = 2048;
    private const long LongLog = 4096;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private readonly Db _db;
    private readonly FileInfo _log;
    private readonly WriterQueue _writer;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _pages;

    public Checkpointer(Db db, WriterQueue writer, string path)
    {
        (_db, _writer, _log) = (db, writer, new FileInfo(path + "-wal"));
        writer.Wrote = Wrote;
        _loop = Task.Run(LoopAsync);
    }

    public async ValueTask DisposeAsync()
    {
        _writer.Wrote = null;

        // The writer may be telling us just now: once it has taken a next piece it has come back.
        await _writer.RunAsync(Urgency.Now, static (Db _) => { }, CancellationToken.None);
        await _stop.CancelAsync();
        await _loop;
        _db.Dispose();
        _stop.Dispose();
        _wake.Dispose();
    }

    private void Wrote(Db writing)
    {
        _pages += writing.TakePagesWritten();
        if (_pages < PagesBetween || _wake.CurrentCount > 0) return;
        _pages = 0;
        _wake.Release();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (true)
            {
                if (await _wake.WaitAsync(Quiet, _stop.Token))
                {
                    if (Checkpoint(_db) > LongLog) await _writer.RunAsync(Urgency.Soon, db => _ = Checkpoint(db), _stop.Token);
                }
                else if (IsLong())
                {
                    // The pages first, beside the writers; emptying the file is then a moment's work, and waits for nobody who reads.
                    _ = Checkpoint(_db);
                    await _writer.RunAsync(Urgency.Idle, (Db _) => Empty(), _stop.Token);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or StoreException)
        {
            // Closing: SQLite makes the last checkpoint itself when the last connection goes.
        }
    }

    // On the writer's thread, where no write can come between and wait, though on this connection.
    private void Empty() => _ = Checkpoint(_db, "TRUNCATE");

    private bool IsLong()
    {
        _log.Refresh();
        return _log.Exists && _log.Length > StoreFile.KeptLog;
    }

    /// <summary>How many pages the log holds; 0 when the checkpoint could not run now.</summary>
    private static long Checkpoint(Db db, string how = "PASSIVE")
    {
        try
        {
            using var row = db.Prepare($"PRAGMA wal_checkpoint({how})").Rows();
            return row.Step() ? row.Long(1) : 0;
        }
        catch (SqliteException)
        {
            // A busy or full disk fails the next commit, which says so; the next wake tries again.
            return 0;
        }
    }
}
