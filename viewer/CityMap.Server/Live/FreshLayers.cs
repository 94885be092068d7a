using CityMap.Geo.Indexing;
using CityMap.Geo.Storage;

namespace CityMap.Server.Live;

/// <summary>
/// The live layers of this node's memory for whoever must see everything that was committed before the question: whoever was answered that
/// something is durable therefore finds it in what is read next, on any node.
/// </summary>
internal sealed class FreshLayers(IStore store, LiveLayers live, FeedLog log, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(4);

    /// <summary>A layer in memory, with everything that was committed before; null when it is not there yet or does not keep up: the store has it.</summary>
    public async Task<FreshLayer?> FindAsync(string layer, CancellationToken cancellationToken)
    {
        if (live.Find(layer) is null) return null;
        var head = await store.Journal.HeadAsync(cancellationToken);
        var waited = TimeSpan.Zero;
        while (log.Head < head)
        {
            if (waited >= _patience) return null;
            await Task.Delay(_step, time, cancellationToken);
            waited += _step;
        }

        // The log's head is read first: the layers take a commit before the log does.
        var sequence = log.Head;
        return live.Find(layer) is { } snapshot ? new(snapshot, Math.Max(sequence, snapshot.Sequence)) : null;
    }
}

/// <summary>A layer in memory.</summary>
/// <param name="Snapshot">The features.</param>
/// <param name="Sequence">What they are true at; the snapshot's own number only counts what changed this layer.</param>
internal readonly record struct FreshLayer(LiveSnapshot Snapshot, long Sequence);
