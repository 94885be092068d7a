using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Indexing.Live;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing;

/// <summary>
/// A live layer in memory, in columns: packed segments, of which small new ones are merged into larger ones in the background.
/// One writer applies changes in journal order; any number of readers take <see cref="Current"/>, an immutable snapshot, and
/// never wait.
/// </summary>
public sealed class LiveIndex
{
    private readonly Lock _writing = new();
    private volatile LiveSnapshot _current;
    private Task _merging = Task.CompletedTask;
    private List<IdKey>? _lateDeaths;

    private LiveIndex(LayerInfo layer, LiveSegment[] segments, long sequence)
    {
        Layer = layer;
        _current = new(layer, segments, 1, sequence, segments.Sum(s => s.Rows - s.Dead));
    }

    /// <summary>The layer it holds.</summary>
    public LayerInfo Layer { get; }

    /// <summary>The layer as it is now.</summary>
    public LiveSnapshot Current => _current;

    /// <summary>The journal sequence number the current snapshot is true at.</summary>
    public long Sequence => _current.Sequence;

    /// <summary>Holds these features, true at a sequence number. Ids must differ.</summary>
    public static LiveIndex Build(LayerInfo layer, IEnumerable<Feature> features, long sequence)
    {
        var builder = new SegmentBuilder(layer);
        foreach (var feature in features) builder.Add(feature);
        return Finish(layer, builder, sequence);
    }

    /// <summary>Holds these features as they stream in, true at a sequence number. Ids must differ.</summary>
    public static async Task<LiveIndex> BuildAsync(
        LayerInfo layer, IAsyncEnumerable<Feature> features, long sequence, CancellationToken cancellationToken)
    {
        var builder = new SegmentBuilder(layer);
        await foreach (var feature in features.WithCancellation(cancellationToken)) builder.Add(feature);
        return Finish(layer, builder, sequence);
    }

    /// <summary>Reads a layer from a store, at one sequence number.</summary>
    public static async Task<LiveIndex> LoadAsync(IFeatureStore store, LayerInfo layer, CancellationToken cancellationToken)
    {
        var (builder, sequence) = (new SegmentBuilder(layer), 0L);
        await foreach (var feature in store.StreamAsync(new(layer.Id), s => sequence = s, cancellationToken)) builder.Add(feature);
        return Finish(layer, builder, sequence);
    }

    /// <summary>
    /// Makes changes visible, all at once. Changes of other layers are passed over; changes at or before <see cref="Sequence"/> are
    /// already there and ignored.
    /// </summary>
    public void Apply(IReadOnlyList<FeatureChange> changes, long sequence)
    {
        lock (_writing)
        {
            if (sequence <= Sequence) return;
            var last = new Dictionary<string, Feature?>(changes.Count, StringComparer.Ordinal);
            foreach (var change in changes)
            {
                if (change.Layer == Layer.Id) last[change.Id] = change.After;
            }

            var (segments, total, generation) = (_current.Segments, _current.Total, _current.Generation + 1);
            if (last.Count > 0)
            {
                total -= Kill(last.Keys, generation);
                if (Pack(last.Values) is { } packed)
                {
                    segments = [.. segments, packed];
                    total += packed.Rows;
                }
            }

            _current = new(Layer, segments, generation, sequence, total);
            if (_merging.IsCompleted && SegmentMerge.Choose(segments) is not null) _merging = Task.Run(MergeAll);
        }
    }

    /// <summary>Completes when no merging is under way.</summary>
    /// <exception cref="Exception">What the last merging failed with; nothing is lost by it.</exception>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        Task merging;
        lock (_writing) merging = _merging;
        await merging.WaitAsync(cancellationToken);
    }

    private static LiveIndex Finish(LayerInfo layer, SegmentBuilder builder, long sequence) =>
        new(layer, builder.Count == 0 ? [] : [builder.Build()], sequence);

    private int Kill(IEnumerable<string> ids, int generation)
    {
        var killed = 0;
        foreach (var id in ids)
        {
            var key = new IdKey(id);
            var (segment, row) = _current.Find(key);
            if (segment is null) continue;
            segment.Kill(row, generation);
            _lateDeaths?.Add(key);
            killed++;
        }

        return killed;
    }

    private LiveSegment? Pack(IEnumerable<Feature?> features)
    {
        var builder = new SegmentBuilder(Layer);
        foreach (var feature in features)
        {
            if (feature is not null) builder.Add(feature);
        }

        return builder.Count == 0 ? null : builder.Build();
    }

    private void MergeAll()
    {
        while (true)
        {
            LiveSnapshot before;
            Range range;
            lock (_writing)
            {
                before = _current;
                if (SegmentMerge.Choose(before.Segments) is not { } chosen)
                {
                    // Said under the lock, so that the next change starts anew instead of counting on this one.
                    _merging = Task.CompletedTask;
                    return;
                }

                (range, _lateDeaths) = (chosen, []);
            }

            var merged = SegmentMerge.Merge(Layer, before.Segments[range], before.Generation);
            lock (_writing) Replace(before.Segments[range], merged);
        }
    }

    private void Replace(LiveSegment[] sources, LiveSegment? merged)
    {
        // What died meanwhile died in the sources; only snapshots from now on see the merged segment.
        foreach (var id in _lateDeaths!)
        {
            var row = merged?.Find(id, _current.Generation) ?? -1;
            if (row >= 0) merged!.Kill(row, _current.Generation);
        }

        _lateDeaths = null;
        var at = Array.IndexOf(_current.Segments, sources[0]);
        LiveSegment[] middle = merged is null ? [] : [merged];
        LiveSegment[] segments = [.. _current.Segments[..at], .. middle, .. _current.Segments[(at + sources.Length)..]];
        _current = new(Layer, segments, _current.Generation, _current.Sequence, _current.Total);
    }
}
