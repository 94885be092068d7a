using System.Threading.Channels;
using CityMap.Geo.Journal;
using CityMap.Grains.Contracts.Live;

namespace CityMap.Server.Live;

/// <summary>
/// Joins this node's feed with those of the others: tells them what it commits, and puts what they commit into its own order. On a
/// node that is alone it sends nothing. A message that is lost costs the quarter of a second until the journal's head is looked at.
/// </summary>
internal sealed class LiveRelay(IGrainFactory grains, FeedSequencer sequencer, TimeProvider time, ILogger<LiveRelay> logger)
    : BackgroundService, ICommitListener, ILiveObserver
{
    private static readonly TimeSpan _renewal = TimeSpan.FromSeconds(3);
    private readonly string _node = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    // What does not fit is not lost: the others see the gap and read it from the journal.
    private readonly Channel<IReadOnlyList<Commit>> _outbox = Channel.CreateBounded<IReadOnlyList<Commit>>(
        new BoundedChannelOptions(1_024) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private volatile int _nodes;

    /// <summary>How many nodes there are, as far as the relay knows; 0 before it was reached.</summary>
    public int Nodes => _nodes;

    /// <inheritdoc/>
    public void Committed(IReadOnlyList<Commit> commits)
    {
        if (_nodes > 1) _outbox.Writer.TryWrite(commits);
    }

    /// <inheritdoc/>
    public Task CommittedAsync(Commit[] commits)
    {
        sequencer.Offer(commits);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The hosted services before this one may still be starting the silo.
        await Task.Yield();
        var relay = grains.GetGrain<ILiveRelayGrain>(0);
        var sending = SendAsync(relay, stoppingToken);
        ILiveObserver? reference = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                reference ??= grains.CreateObjectReference<ILiveObserver>(this);
                _nodes = await relay.SubscribeAsync(_node, reference).WaitAsync(_renewal, time, stoppingToken);
            }
            catch (Exception unreachable) when (!stoppingToken.IsCancellationRequested)
            {
                logger.RelayNotReached(unreachable.Message);
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await Task.Delay(_renewal, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await sending;
    }

    private async Task SendAsync(ILiveRelayGrain relay, CancellationToken cancellationToken)
    {
        try
        {
            var batch = new List<Commit>();
            while (await _outbox.Reader.WaitToReadAsync(cancellationToken))
            {
                batch.Clear();
                while (batch.Count < 256 && _outbox.Reader.TryRead(out var commits)) batch.AddRange(commits);
                await PublishAsync(relay, [.. batch]);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The node is stopping.
        }
    }

    private async Task PublishAsync(ILiveRelayGrain relay, Commit[] commits)
    {
        try
        {
            await relay.PublishAsync(_node, commits);
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            logger.RelayNotReached(failed.Message);
        }
    }
}
