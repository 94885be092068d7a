using System.Threading.Channels;
using CityMap.Geo;
using CityMap.Geo.Journal;
using Microsoft.Extensions.Options;

namespace CityMap.Server.Live;

/// <summary>
/// Puts commits from everywhere (this node, other nodes, the journal itself) into the one order of the journal, each exactly once.
/// A missing number is waited for a moment and then read from the journal; the journal's head is looked at regularly, because a lost
/// last message shows no gap.
/// </summary>
internal sealed class FeedSequencer(IJournal journal, JournalReader reader, IOptions<LiveOptions> options, TimeProvider time, ILogger<FeedSequencer> logger)
{
    private readonly Channel<Message> _inbox = Channel.CreateUnbounded<Message>(new() { SingleReader = true });
    private readonly SortedDictionary<long, Commit> _early = [];
    private readonly List<Commit> _ready = [];
    private readonly LiveOptions _options = options.Value;
    private long _next;
    private long _known;
    private bool _waiting;

    private abstract record Message
    {
        public sealed record Commits(IReadOnlyList<Commit> Items) : Message;

        public sealed record Head(long Sequence) : Message;

        public sealed record GraceOver : Message;
    }

    /// <summary>Takes commits in any order, from any thread; returns at once.</summary>
    public void Offer(IReadOnlyList<Commit> commits) => _inbox.Writer.TryWrite(new Message.Commits(commits));

    /// <summary>Hears that the journal has reached a number.</summary>
    public void Offer(long head) => _inbox.Writer.TryWrite(new Message.Head(head));

    /// <summary>Hands over every commit after a number, in order, until stopped.</summary>
    /// <param name="after">The last sequence number that needs no delivery.</param>
    /// <param name="deliver">Called for some commits at a time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(long after, Action<IReadOnlyList<Commit>> deliver, CancellationToken cancellationToken)
    {
        _next = after + 1;
        var polling = PollAsync(cancellationToken);
        try
        {
            await foreach (var message in _inbox.Reader.ReadAllAsync(cancellationToken)) await TakeAsync(message, deliver, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await polling;
        }
    }

    private async Task TakeAsync(Message message, Action<IReadOnlyList<Commit>> deliver, CancellationToken cancellationToken)
    {
        switch (message)
        {
            case Message.Commits commits:
                foreach (var commit in commits.Items) Take(commit);
                Deliver(deliver);
                break;
            case Message.Head head:
                _known = Math.Max(_known, head.Sequence);
                break;
            case Message.GraceOver:
                _waiting = false;
                if (Missing() is { } through) await FillAsync(through, deliver, cancellationToken);
                break;
        }

        if (Missing() is not null && !_waiting) Wait(_options.GapGrace, cancellationToken);
    }

    private void Take(Commit commit)
    {
        if (commit.Entries[0].Sequence > _next)
        {
            _early[commit.Entries[0].Sequence] = commit;
            return;
        }

        Next(commit);
        while (_early.Count > 0)
        {
            var first = _early.First();
            if (first.Key > _next) return;
            _early.Remove(first.Key);
            Next(first.Value);
        }
    }

    private void Next(Commit commit)
    {
        // Below the next number: the journal was quicker than the message.
        if (commit.Sequence < _next) return;
        _ready.Add(commit);
        _next = commit.Sequence + 1;
    }

    private void Deliver(Action<IReadOnlyList<Commit>> deliver)
    {
        if (_ready.Count == 0) return;
        deliver(_ready);
        _ready.Clear();
    }

    /// <summary>The last number of the gap in front of us, or null when there is none.</summary>
    private long? Missing() => _early.Count > 0 ? _early.First().Key - 1 : _known >= _next ? _known : null;

    private async Task FillAsync(long through, Action<IReadOnlyList<Commit>> deliver, CancellationToken cancellationToken)
    {
        try
        {
            while (_next <= through)
            {
                var commits = await reader.ReadAsync(_next - 1, through, cancellationToken);
                if (commits.Count == 0) return;
                foreach (var commit in commits) Take(commit);
                Deliver(deliver);
            }
        }
        catch (StoreException unavailable)
        {
            logger.FeedGapNotRead(_next, through, unavailable.Message);
            Wait(_options.HeadPoll, cancellationToken);
        }
    }

    private void Wait(TimeSpan period, CancellationToken cancellationToken)
    {
        _waiting = true;
        _ = WaitAsync();

        async Task WaitAsync()
        {
            await Task.Delay(period, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _inbox.Writer.TryWrite(new Message.GraceOver());
        }
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.HeadPoll, time);
        var away = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (!await timer.WaitForNextTickAsync(cancellationToken)) return;
                Offer(await journal.HeadAsync(cancellationToken));
                if (away) logger.FeedHeadReadAgain();
                away = false;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException unavailable)
            {
                // Said once, not four times a second: a store may be away for hours.
                if (!away) logger.FeedHeadNotRead(unavailable.Message);
                away = true;
            }
        }
    }
}
