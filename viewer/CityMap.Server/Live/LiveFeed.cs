using CityMap.Geo;
using CityMap.Geo.Journal;
using CityMap.Geo.Storage;

namespace CityMap.Server.Live;

/// <summary>
/// The node's live feed: takes every commit, in the journal's order, into the live layers and the shared log, and has the pump carry
/// it to the clients. What a crash or a lost message leaves out comes from the journal.
/// </summary>
internal sealed class LiveFeed(
    IStore store, FeedSequencer sequencer, FeedLog log, FeedPump pump, LiveLayers layers, FeedShapes shapes, ILogger<LiveFeed> logger, TimeProvider time)
    : BackgroundService, ICommitListener
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the feed knows where the journal stands.</summary>
    public Task Started => _started.Task;

    /// <summary>The epoch of all positions.</summary>
    public string Epoch => store.Epoch;

    /// <inheritdoc/>
    public void Committed(IReadOnlyList<Commit> commits) => sequencer.Offer(commits);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var head = await HeadAsync(stoppingToken);
            log.StartAfter(head);
            pump.Start(store.Epoch, head);
            layers.Load(stoppingToken);
            _started.TrySetResult();
            await RunAsync(head, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            _started.TrySetCanceled(stoppingToken);
        }
    }

    // One without the other is a feed that looks alive: whichever ends takes the other along, and its failure stops the server.
    private async Task RunAsync(long head, CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] loops = [sequencer.RunAsync(head, Deliver, ending.Token), pump.RunAsync(ending.Token)];
        await Task.WhenAny(loops);
        await ending.CancelAsync();
        await Task.WhenAll(loops);
    }

    private async Task<long> HeadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await store.Journal.HeadAsync(cancellationToken);
            }
            catch (StoreException unavailable)
            {
                logger.FeedHeadNotRead(unavailable.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            }
        }
    }

    private void Deliver(IReadOnlyList<Commit> commits)
    {
        var before = layers.Apply(commits);
        for (var i = 0; i < commits.Count; i++)
        {
            var events = FeedEvents.Of(commits[i], before[i], shapes);
            if (events.Count > 0) log.Append(new(store.Epoch, commits[i].Sequence, events));
            else log.Advance(commits[i].Sequence);
        }

        pump.Signal();
    }
}
