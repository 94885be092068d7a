using CityMap.Geo;
using CityMap.Geo.Journal;
using Microsoft.Extensions.Logging;

namespace CityMap.Grains.Journal;

/// <summary>Makes batches durable and sees to it that every caller learns what became of theirs. Never throws.</summary>
internal sealed class BatchCommitter(
    IJournal journal, IReadOnlyList<ICommitListener> listeners, JournalMetrics metrics, TimeProvider time, ILogger log)
{
    private const int Together = 8;
    private readonly OutcomeLookup _lookup = new(journal);
    private readonly List<Task> _answering = [];

    // How many batches in a row the store did not take. Only the first is logged: a busy city repeats them for as long as the store is away.
    private int _failed;

    /// <summary>
    /// Gives a batch to the store and finds out what became of each append; nobody is told yet. Called for one batch after another: what has to be
    /// stored or looked up once more is so before the next batch is, or it would get later numbers and be told first.
    /// </summary>
    public async Task<StoredBatch> StoreAsync(IReadOnlyList<PendingAppend> batch)
    {
        var started = time.GetTimestamp();
        try
        {
            var outcomes = await journal.AppendAsync([.. batch.Select(pending => pending.Append)], CancellationToken.None);
            metrics.Batch(batch.Count, time.GetElapsedTime(started));
            if (_failed > 0) log.StoreBack(_failed);
            _failed = 0;
            return new(batch, outcomes, []);
        }
        catch (StoreException away) when (away.Problem == StoreProblem.Unavailable)
        {
            metrics.Failed();
            if (_failed++ == 0) log.StoreUnavailable(away, batch.Count);
            return await FindOutAsync(batch, away);
        }
        catch (Exception problem)
        {
            metrics.Failed();
            return await IsolateAsync(batch, problem);
        }
    }

    /// <summary>Tells the listeners and every caller what became of a batch. Batches are told in the order in which they were stored.</summary>
    public void Tell(StoredBatch stored)
    {
        TellListeners(stored);

        // Callers go on one after another in the pool, some at a time: to wake a thread for each of them costs more than what they have left to do.
        for (var first = 0; first < stored.Batch.Count; first += Together)
        {
            var (from, to) = (first, Math.Min(first + Together, stored.Batch.Count));
            Answer(() =>
            {
                for (var i = from; i < to; i++)
                {
                    if (stored.Outcomes[i] is { } outcome) stored.Batch[i].TrySetResult(outcome);
                    else stored.Batch[i].TrySetException(stored.Problems[i]!);
                }
            });
        }
    }

    /// <summary>Returns once every caller that was told of a batch has gone on; asked when nobody is told any more.</summary>
    public Task AnsweredAsync() => Task.WhenAll(_answering);

    // A store that throws over one bad append must not cost its neighbours theirs: each goes alone.
    private async Task<StoredBatch> IsolateAsync(IReadOnlyList<PendingAppend> batch, Exception problem)
    {
        if (batch.Count == 1)
        {
            log.AppendFailed(problem, batch[0].Append.Stream);
            return new(batch, [null], [problem]);
        }

        var (outcomes, problems) = (new AppendOutcome?[batch.Count], new Exception?[batch.Count]);
        for (var i = 0; i < batch.Count; i++)
        {
            var alone = await StoreAsync([batch[i]]);
            (outcomes[i], problems[i]) = (alone.Outcomes[0], alone.Problems is [var why] ? why : null);
        }

        return new(batch, outcomes, problems);
    }

    // The connection broke: perhaps before the commit, perhaps after it. What the store knows decides.
    private async Task<StoredBatch> FindOutAsync(IReadOnlyList<PendingAppend> batch, StoreException problem)
    {
        var (outcomes, problems) = (new AppendOutcome?[batch.Count], new Exception?[batch.Count]);
        var reachable = true;
        for (var i = 0; i < batch.Count; i++)
        {
            if (reachable)
            {
                try
                {
                    outcomes[i] = await _lookup.FindAsync(batch[i].Append);
                }
                catch (Exception e)
                {
                    if (_failed == 1) log.OutcomeUnknown(e, batch[i].Append.Stream);
                    reachable = false;
                }
            }

            if (outcomes[i] is null) problems[i] = problem;
        }

        return new(batch, outcomes, problems);
    }

    private void TellListeners(StoredBatch stored)
    {
        var commits = new List<Commit>(stored.Batch.Count);
        var entries = 0;
        for (var i = 0; i < stored.Batch.Count; i++)
        {
            if (stored.Outcomes[i] is not AppendOutcome.Committed committed) continue;
            commits.Add(new Commit(committed.Entries, stored.Batch[i].Append.Changes));
            entries += committed.Entries.Count;
        }

        if (commits.Count == 0) return;

        // What had to wait for another one of its batch has a later number than its place says.
        commits.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        metrics.Entries(entries);
        foreach (var listener in listeners) Tell(listener, commits);
    }

    private void Answer(Action answer)
    {
        _answering.RemoveAll(answering => answering.IsCompleted);
        _answering.Add(Task.Run(answer));
    }

    private void Tell(ICommitListener listener, IReadOnlyList<Commit> commits)
    {
        try
        {
            listener.Committed(commits);
        }
        catch (Exception e)
        {
            // The entries are durable: a listener that fails must not make them look as if they were not.
            log.ListenerFailed(e, listener.GetType().Name);
        }
    }
}
