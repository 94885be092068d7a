using CityMap.Geo.Indexing;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Live;

namespace CityMap.Server.Api.Incidents;

/// <summary>
/// Where many incidents are read from: this node's memory when it holds everything that was committed before the request, else the store.
/// Whoever was answered that something is durable therefore finds it in the next list, on any node.
/// </summary>
internal sealed class IncidentSource(IStore store, LiveLayers live, FeedLog log, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(4);

    /// <summary>One page.</summary>
    public async Task<FeaturePage> QueryAsync(FeatureQuery query, CancellationToken cancellationToken)
    {
        if (query.AsOf is not null || await CurrentAsync(cancellationToken) is not { } now) return await store.Features.QueryAsync(query, cancellationToken);
        return Query(now, query);
    }

    /// <summary>Every match in the order asked for, a few thousand at a time. Of the present all are of the same moment.</summary>
    public async IAsyncEnumerable<FeaturePage> PagesAsync(
        FeatureQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var now = query.AsOf is null ? await CurrentAsync(cancellationToken) : null;
        for (var next = query with { Limit = 5000 }; ;)
        {
            var page = now is { } snapshot ? Query(snapshot, next) : await store.Features.QueryAsync(next, cancellationToken);
            yield return page;
            if (page.Next is null) yield break;
            next = next with { After = page.Next };
        }
    }

    /// <summary>The layer in memory, with everything that was committed before; null when it is not there yet or does not keep up.</summary>
    public async Task<Current?> CurrentAsync(CancellationToken cancellationToken)
    {
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
        return live.Find(IncidentFilter.Layer) is { } snapshot ? new(snapshot, Math.Max(sequence, snapshot.Sequence)) : null;
    }

    private static FeaturePage Query(Current now, FeatureQuery query)
    {
        var page = now.Snapshot.Query(query);
        return page with { Sequence = now.Sequence };
    }

    /// <summary>The layer in memory.</summary>
    /// <param name="Snapshot">The features.</param>
    /// <param name="Sequence">What they are true at; the snapshot's own number only counts what changed this layer.</param>
    internal readonly record struct Current(LiveSnapshot Snapshot, long Sequence);
}
