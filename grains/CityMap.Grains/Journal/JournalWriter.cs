using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using CityMap.Geo;
using CityMap.Geo.Journal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CityMap.Grains.Journal;

/// <summary>
/// The node's one writer to the journal: takes what is queued, one transaction, commit, repeat. Whoever waits longer shares a bigger
/// transaction, so there is no timer to tune. While the store works on one batch, the listeners and the callers of the batch before it are
/// told: neither waits for the other. Both have a thread of their own: in the pool, the next batch would wait behind every request that came
/// in meanwhile, and the store would stand idle for longer than it works.
/// </summary>
public sealed class JournalWriter : IAsyncDisposable
{
    private readonly Channel<PendingAppend> _queue;
    private readonly BatchCommitter _committer;
    private readonly JournalMetrics _metrics;
    private readonly int _batchSize;
    private readonly BlockingCollection<StoredBatch> _stored = new(boundedCapacity: 2);
    private readonly Task _storing;
    private readonly Task _telling;

    /// <summary>Starts the writer.</summary>
    /// <param name="journal">Where it writes.</param>
    /// <param name="listeners">Told about every commit, in commit order, after it is durable and before its caller is answered.</param>
    /// <param name="options">How much it takes at once.</param>
    /// <param name="time">The clock that commits are timed with.</param>
    /// <param name="log">Where failures go.</param>
    /// <param name="meters">Makes the meter <c>CityMap.Journal</c>.</param>
    public JournalWriter(
        IJournal journal,
        IEnumerable<ICommitListener> listeners,
        IOptions<JournalWriterOptions> options,
        TimeProvider time,
        ILogger<JournalWriter> log,
        IMeterFactory? meters = null)
    {
        _queue = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(options.Value.QueueLength)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
            // What goes on at once is the writer's thread waking up.
            AllowSynchronousContinuations = true,
        });
        _batchSize = options.Value.BatchSize;
        _metrics = new JournalMetrics(meters, () => Waiting);
        _committer = new BatchCommitter(journal, [.. listeners], _metrics, time, log);
        _storing = Task.Factory.StartNew(Store, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _telling = Task.Factory.StartNew(Tell, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>How many appends wait now.</summary>
    public int Waiting => _queue.Reader.Count;

    /// <summary>Makes entries and the features they change durable.</summary>
    /// <param name="append">What to store.</param>
    /// <param name="cancellationToken">Gives up only while the append still waits; once taken its outcome is awaited.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.Unavailable"/>: the store cannot be reached, or too many appends are
    /// waiting. What became of the append may be unknown: repeat it with its key.</exception>
    public Task<AppendOutcome> AppendAsync(Append append, CancellationToken cancellationToken = default)
    {
        var pending = new PendingAppend(append);
        if (!_queue.Writer.TryWrite(pending)) return TurnAway();
        pending.DropOn(cancellationToken);
        return pending.Task;
    }

    /// <summary>Takes nothing more, and returns once everything that was queued is durable or has failed.</summary>
    public async Task FlushAndStopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await Task.WhenAll(_storing, _telling).WaitAsync(cancellationToken);
        await _committer.AnsweredAsync().WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await FlushAndStopAsync(CancellationToken.None);
        _stored.Dispose();
        _metrics.Dispose();
    }

    private void Store()
    {
        try
        {
            while (SomethingWaits())
            {
                var batch = Take();
                if (batch.Count > 0) _stored.Add(_committer.StoreAsync(batch).GetAwaiter().GetResult());
            }
        }
        finally
        {
            _stored.CompleteAdding();
        }
    }

    private void Tell()
    {
        foreach (var stored in _stored.GetConsumingEnumerable()) _committer.Tell(stored);
    }

    private bool SomethingWaits()
    {
        var waiting = _queue.Reader.WaitToReadAsync();
        return waiting.IsCompleted ? waiting.Result : waiting.AsTask().GetAwaiter().GetResult();
    }

    private List<PendingAppend> Take()
    {
        var batch = new List<PendingAppend>();
        while (batch.Count < _batchSize && _queue.Reader.TryRead(out var pending))
        {
            if (pending.TryTake()) batch.Add(pending);
        }

        return batch;
    }

    private Task<AppendOutcome> TurnAway()
    {
        _metrics.TurnedAway();
        return Task.FromException<AppendOutcome>(new StoreException(
            StoreProblem.Unavailable,
            _queue.Reader.Completion.IsCompleted || _storing.IsCompleted
                ? "The journal is closing; nothing was stored."
                : "Too many changes are waiting to be stored; nothing was stored. Try again in a moment."));
    }
}
