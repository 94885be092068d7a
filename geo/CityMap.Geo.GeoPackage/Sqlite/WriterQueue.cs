using Microsoft.Data.Sqlite;

namespace CityMap.Geo.GeoPackage.Sqlite;

/// <summary>How urgent a piece of writing is.</summary>
internal enum Urgency
{
    /// <summary>Somebody waits for an answer: journal appends.</summary>
    Now,

    /// <summary>Readings, definitions.</summary>
    Soon,

    /// <summary>Pieces of at most 50 ms of something long: imports, clearing up.</summary>
    Idle,
}

/// <summary>
/// The one writer of a store: a thread with the only writing connection. The most urgent piece goes first, so that an
/// import never stands between a report and its answer.
/// </summary>
internal sealed class WriterQueue : IDisposable
{
    // After so many urgent pieces in a row one idle piece runs, so that an import under a flood of reports still ends.
    private const int MostInARow = 32;
    private readonly Lock _gate = new();
    private readonly Queue<Action<bool>>[] _waiting = [new(), new(), new()];
    private readonly SemaphoreSlim _work = new(0);
    private readonly Db _db;
    private readonly string _path;
    private readonly Thread _thread;
    private int _inARow;
    private int _urgent;
    private bool _closed;

    public WriterQueue(Db db, string path)
    {
        (_db, _path) = (db, path);
        _thread = new Thread(Loop) { IsBackground = true, Name = "CityMap store writer" };
        _thread.Start();
    }

    /// <summary>Told after every piece of work, with the writing connection. Called on the writer's thread.</summary>
    public Action<Db>? Wrote { get; set; }

    /// <summary>True when an urgent piece is queued: a long one should come to its end.</summary>
    public bool SomebodyWaits => Volatile.Read(ref _urgent) > 0;

    /// <summary>Queues work; it runs alone on the writing connection. Cancelling takes it out only before it began.</summary>
    public Task<T> RunAsync<T>(Urgency urgency, Func<Db, T> work, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_closed) return Task.FromException<T>(Closed());
            if (urgency == Urgency.Now) Interlocked.Increment(ref _urgent);
            _waiting[(int)urgency].Enqueue(open =>
            {
                if (urgency == Urgency.Now) Interlocked.Decrement(ref _urgent);
                Execute(open, done, work, cancellationToken);
                Wrote?.Invoke(_db);
            });
        }

        _work.Release();
        return done.Task;
    }

    public Task RunAsync(Urgency urgency, Action<Db> work, CancellationToken cancellationToken) =>
        RunAsync(urgency, db =>
        {
            work(db);
            return true;
        }, cancellationToken);

    /// <summary>Finishes what was queued as urgent, drops the rest, and closes the connection.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
        }

        _work.Release();
        _thread.Join();
        _work.Dispose();
        _db.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            _work.Wait();
            Action<bool>? next;
            bool closed;
            lock (_gate)
            {
                closed = _closed;
                next = Next();
            }

            if (next is null)
            {
                if (closed) return;
                continue;
            }

            next(true);
            if (closed) DropTheRest();
        }
    }

    private Action<bool>? Next()
    {
        var starving = _inARow >= MostInARow && _waiting[(int)Urgency.Idle].Count > 0;
        if (!starving)
        {
            for (var urgency = Urgency.Now; urgency < Urgency.Idle; urgency++)
            {
                if (!_waiting[(int)urgency].TryDequeue(out var urgent)) continue;
                _inARow++;
                return urgent;
            }
        }

        _inARow = 0;
        return _waiting[(int)Urgency.Idle].TryDequeue(out var idle) ? idle : null;
    }

    private void DropTheRest()
    {
        while (_waiting[(int)Urgency.Now].TryDequeue(out var urgent)) urgent(true);
        while (_waiting[(int)Urgency.Soon].TryDequeue(out var soon)) soon(true);
        while (_waiting[(int)Urgency.Idle].TryDequeue(out var idle)) idle(false);
    }

    private void Execute<T>(bool open, TaskCompletionSource<T> done, Func<Db, T> work, CancellationToken cancellationToken)
    {
        if (!open)
        {
            done.TrySetException(Closed());
            return;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            done.TrySetCanceled(cancellationToken);
            return;
        }

        try
        {
            done.TrySetResult(work(_db));
        }
        catch (SqliteException e)
        {
            done.TrySetException(StoreErrors.Translate(e, _path));
        }
        catch (Exception e)
        {
            done.TrySetException(e);
        }
    }

    private StoreException Closed() => new(StoreProblem.Unavailable, $"The store {_path} is closed.");
}
