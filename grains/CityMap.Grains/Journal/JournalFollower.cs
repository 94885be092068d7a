using System.Threading.Channels;
using CityMap.Geo.Journal;
using CityMap.Grains.Facilities;
using CityMap.Grains.Incidents;
using Microsoft.Extensions.Logging;

namespace CityMap.Grains.Journal;

/// <summary>
/// Reads the whole journal on behalf of its node, in order and without gaps: what this node commits as it is told of it, what others
/// commit from the store, looked for every 250 ms. Nothing here is counted by messages that could be lost.
/// </summary>
internal sealed class JournalFollower(IJournal journal, IReadOnlyList<IJournalObserver> observers, TimeProvider time, ILogger<JournalFollower> log)
    : ICommitListener
{
    private const int Page = 2_000;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // What does not fit is not lost: the gap is seen and read from the store.
    private readonly Channel<IReadOnlyList<Commit>> _local = Channel.CreateBounded<IReadOnlyList<Commit>>(
        new BoundedChannelOptions(256) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private TaskCompletionSource _step = NewStep();
    private long _position;
    private long _wanted;

    /// <summary>The sequence number everything up to which has been read.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <inheritdoc/>
    public void Committed(IReadOnlyList<Commit> commits) => _local.Writer.TryWrite(commits);

    /// <summary>Returns once everything up to a sequence number has been read.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public async Task ReachAsync(long sequence, CancellationToken cancellationToken)
    {
        while (Position < sequence)
        {
            var step = Volatile.Read(ref _step).Task;
            if (Position >= sequence) return;
            InterlockedMax(ref _wanted, sequence);
            _local.Writer.TryWrite([]);
            await step.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Returns once everything that is in the journal now has been read.</summary>
    /// <exception cref="Geo.StoreException">The store cannot be reached.</exception>
    public async Task ReachHeadAsync(CancellationToken cancellationToken) =>
        await ReachAsync(await journal.HeadAsync(cancellationToken), cancellationToken);

    /// <summary>Follows until cancelled.</summary>
    /// <param name="begin">Makes the observers know everything up to the sequence number it returns; asked again when one has lost the thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(Func<CancellationToken, Task<long>> begin, CancellationToken cancellationToken)
    {
        var (begun, away) = (false, false);
        using var timer = new PeriodicTimer(Poll, time);
        var tick = timer.WaitForNextTickAsync(cancellationToken).AsTask();
        var told = _local.Reader.WaitToReadAsync(cancellationToken).AsTask();
        var pause = Poll;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (!begun || observers.Any(observer => observer.HasLostTheThread)) await BeginAsync(begin, cancellationToken);
                begun = true;
                await Task.WhenAny(told, tick);
                cancellationToken.ThrowIfCancellationRequested();
                while (_local.Reader.TryRead(out var commits)) await ReadLocalAsync(commits, cancellationToken);
                if (tick.IsCompleted || Volatile.Read(ref _wanted) > Position) await CatchUpAsync(cancellationToken);
                if (told.IsCompleted) told = _local.Reader.WaitToReadAsync(cancellationToken).AsTask();
                if (tick.IsCompleted) tick = timer.WaitForNextTickAsync(cancellationToken).AsTask();
                if (away) log.FollowingAgain(Position);
                (away, pause) = (false, Poll);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (!away) log.FollowingInterrupted(e);
                away = true;
                Interlocked.Exchange(ref _wanted, 0);
                Fail(e);
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task BeginAsync(Func<CancellationToken, Task<long>> begin, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _position, await begin(cancellationToken));
        Announce();
    }

    private async Task ReadLocalAsync(IReadOnlyList<Commit> commits, CancellationToken cancellationToken)
    {
        foreach (var commit in commits)
        {
            if (commit.Sequence <= Position) continue;
            if (commit.Entries[0].Sequence == Position + 1) Read(new Followed(commit.Entries, [.. commit.Changes.Select(c => new SequencedChange(commit.Sequence, c))], commit.Sequence));
            else await CatchUpAsync(cancellationToken);
        }

        Announce();
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var head = await journal.HeadAsync(cancellationToken);
        while (Position < head)
        {
            var entries = await journal.ReadAsync(Position, Page, cancellationToken);
            if (entries.Count == 0) break;
            var through = entries[^1].Sequence;
            var incidents = await journal.ReadChangesAsync(IncidentLayer.Id, Position, through, cancellationToken);
            var facilities = await journal.ReadChangesAsync(FacilityLayer.Id, Position, through, cancellationToken);
            var changes = incidents.Concat(facilities).OrderBy(c => c.Sequence).ToList();
            Read(new Followed(entries, changes, through));
            Announce();
        }
    }

    private void Read(Followed stretch)
    {
        foreach (var observer in observers) observer.Read(stretch);
        Volatile.Write(ref _position, stretch.Through);
    }

    private void Announce() => Interlocked.Exchange(ref _step, NewStep()).TrySetResult();

    private void Fail(Exception e)
    {
        var step = Interlocked.Exchange(ref _step, NewStep());
        step.TrySetException(e);
        _ = step.Task.Exception; // Looked at, so that a failure nobody waited for is not reported as forgotten.
    }

    private static TaskCompletionSource NewStep() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void InterlockedMax(ref long target, long value)
    {
        long seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
