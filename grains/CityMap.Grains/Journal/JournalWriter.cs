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
/// told: neither waits for the other.
/// </summary>
public sealed class JournalWriter : IAsyncDisposable
{
    private readonly Channel<PendingAppend> _queue;
    private readonly BatchCommitter _committer;
    private readonly JournalMetrics _metrics;
    private readonly int _batchSize;
    private readonly Task _loop;

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
        });
        _batchSize = options.Value.BatchSize;
        _metrics = new JournalMetrics(meters, () => Waiting);
        _committer = new BatchCommitter(journal, [.. listeners], _metrics, time, log);
        _loop = Task.Run(WriteAsync);
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
        await _loop.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await FlushAndStopAsync(CancellationToken.None);
        _metrics.Dispose();
    }

    private async Task WriteAsync()
    {
        StoredBatch? untold = null;
        while (untold is not null || await _queue.Reader.WaitToReadAsync())
        {
            var batch = Take();
            var storing = batch.Count > 0 ? _committer.StoreAsync(batch) : null;
            if (untold is not null) await _committer.TellAsync(untold);
            untold = storing is null ? null : await storing;
        }
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
            _queue.Reader.Completion.IsCompleted || _loop.IsCompleted
                ? "The journal is closing; nothing was stored."
                : "Too many changes are waiting to be stored; nothing was stored. Try again in a moment."));
    }
}
