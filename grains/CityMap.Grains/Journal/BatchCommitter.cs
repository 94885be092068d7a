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

    /// <summary>Gives a batch to the store; nobody is told yet what became of it.</summary>
    public async Task<StoredBatch> StoreAsync(IReadOnlyList<PendingAppend> batch)
    {
        var started = time.GetTimestamp();
        try
        {
            var outcomes = await journal.AppendAsync([.. batch.Select(pending => pending.Append)], CancellationToken.None);
            metrics.Batch(batch.Count, time.GetElapsedTime(started));
            return new(batch, outcomes, null);
        }
        catch (Exception e)
        {
            metrics.Failed();
            return new(batch, [], e);
        }
    }

    /// <summary>Tells the listeners and every caller what became of a batch. Batches are told in the order in which they were stored.</summary>
    public async Task TellAsync(StoredBatch stored)
    {
        if (stored.Problem is StoreException { Problem: StoreProblem.Unavailable } away)
        {
            if (_failed++ == 0) log.StoreUnavailable(away, stored.Batch.Count);
            await FindOutAsync(stored.Batch, away);
            return;
        }

        if (stored.Problem is { } problem)
        {
            await IsolateAsync(stored.Batch, problem);
            return;
        }

        if (_failed > 0) log.StoreBack(_failed);
        _failed = 0;
        Tell(stored.Batch, stored.Outcomes);
    }

    /// <summary>Returns once every caller that was told of a batch has gone on; asked when nobody is told any more.</summary>
    public Task AnsweredAsync() => Task.WhenAll(_answering);

    // A store that throws over one bad append must not cost its neighbours theirs: each goes alone.
    private async Task IsolateAsync(IReadOnlyList<PendingAppend> batch, Exception problem)
    {
        if (batch.Count == 1)
        {
            log.AppendFailed(problem, batch[0].Append.Stream);
            Answer(() => batch[0].TrySetException(problem));
            return;
        }

        foreach (var pending in batch) await TellAsync(await StoreAsync([pending]));
    }

    // The connection broke: perhaps before the commit, perhaps after it. What the store knows decides.
    private async Task FindOutAsync(IReadOnlyList<PendingAppend> batch, StoreException problem)
    {
        var found = new List<(PendingAppend Pending, AppendOutcome Outcome)>();
        var reachable = true;
        foreach (var pending in batch)
        {
            AppendOutcome? outcome = null;
            if (reachable)
            {
                try
                {
                    outcome = await _lookup.FindAsync(pending.Append);
                }
                catch (Exception e)
                {
                    if (_failed == 1) log.OutcomeUnknown(e, pending.Append.Stream);
                    reachable = false;
                }
            }

            if (outcome is null) Answer(() => pending.TrySetException(problem));
            else found.Add((pending, outcome));
        }

        Tell([.. found.Select(f => f.Pending)], [.. found.Select(f => f.Outcome)]);
    }

    private void Tell(IReadOnlyList<PendingAppend> batch, IReadOnlyList<AppendOutcome> outcomes)
    {
        var commits = new List<Commit>(batch.Count);
        var entries = 0;
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i] is not AppendOutcome.Committed committed) continue;
            commits.Add(new Commit(committed.Entries, batch[i].Append.Changes));
            entries += committed.Entries.Count;
        }

        if (commits.Count > 0)
        {
            // What had to wait for another one of its batch has a later number than its place says.
            commits.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
            metrics.Entries(entries);
            foreach (var listener in listeners) Tell(listener, commits);
        }

        // Callers go on one after another in the pool, some at a time: to wake a thread for each of them costs more than what they have left to do.
        for (var first = 0; first < batch.Count; first += Together)
        {
            var (from, to) = (first, Math.Min(first + Together, batch.Count));
            Answer(() =>
            {
                for (var i = from; i < to; i++) batch[i].TrySetResult(outcomes[i]);
            });
        }
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
