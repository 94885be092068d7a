using CityMap.Geo.Coordinates;
using CityMap.Geo.Filtering;
using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Indexing.Live;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Indexing;

/// <summary>
/// A live layer at one sequence number. Immutable, so that any number of readers may keep it as long as they like.
/// A query's <see cref="FeatureQuery.AsOf"/> must be null: the past is in the store.
/// </summary>
public sealed class LiveSnapshot
{
    internal LiveSnapshot(LayerInfo layer, LiveSegment[] segments, int generation, long sequence, int total)
    {
        (Layer, Segments, Generation, Sequence, Total) = (layer, segments, generation, sequence, total);
    }

    /// <summary>The layer.</summary>
    public LayerInfo Layer { get; }

    /// <summary>The journal sequence number it is true at.</summary>
    public long Sequence { get; }

    /// <summary>How many features there are.</summary>
    public int Total { get; }

    internal LiveSegment[] Segments { get; }

    internal int Generation { get; }

    /// <summary>One feature by its id, or null.</summary>
    public Feature? Find(string id)
    {
        var (segment, row) = Find(new IdKey(id));
        return segment?.Feature(row);
    }

    /// <summary>One page in the order asked for, with the exact count.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public FeaturePage Query(FeatureQuery query)
    {
        var page = LivePage.For(Layer, query);
        Scan(query, ref page);
        return page.Finish(Sequence);
    }

    /// <summary>Every match, unordered; limit, order and after are ignored.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public IEnumerable<Feature> Stream(FeatureQuery query)
    {
        var found = new Found([]);
        Scan(query, ref found);
        return found.Rows.Select(r => r.Segment.Feature(r.Row));
    }

    /// <summary>How many match.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public long CountMatches(FeatureQuery query)
    {
        var count = default(Counter);
        Scan(query, ref count);
        return count.Count;
    }

    /// <summary>Counts by the values of some fields; no fields give one row. Combinations in the order of their values, nulls last.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public FeatureCounts CountBy(FeatureQuery query, IReadOnlyList<string> by)
    {
        foreach (var field in by) _ = ValueTest.TypeOf(Layer, field);
        var groups = new LiveGroups(Layer, by);
        Scan(query, ref groups);
        return new(groups.Finish(), Sequence);
    }

    /// <summary>How many matches have an instant within each of some bars of equal width, from the first bar on.</summary>
    /// <param name="query">Which features.</param>
    /// <param name="field">A field of instants.</param>
    /// <param name="from">Where the first bar begins.</param>
    /// <param name="width">How long each is; at least a millisecond.</param>
    /// <param name="count">How many bars; each holds its beginning, not its end.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public long[] CountOver(FeatureQuery query, string field, DateTimeOffset from, TimeSpan width, int count)
    {
        if (ValueTest.TypeOf(Layer, field) != FieldType.Timestamp) throw ValueTest.Bad($"The field {field} holds no instants.");
        var bars = new long[count];
        var sink = new LiveBars(Layer, field, WholeTest.Microseconds(from), Math.Max(1000, width.Ticks / TimeSpan.TicksPerMicrosecond), bars);
        Scan(query, ref sink);
        return bars;
    }

    /// <summary>The box around everything that has a place, degrees; null when nothing has one.</summary>
    public Bounds? Extent()
    {
        var box = new LiveExtent(new());
        Scan(new(Layer.Id) { Within = new(-180, -90, 180, 90) }, ref box);
        return box.Found is { IsNull: false } found ? new(found.MinX, found.MinY, found.MaxX, found.MaxY) : null;
    }

    /// <summary>The nearest matches of a place, nearest first; of equally near ones the lower id. Lines and areas by their nearest point.</summary>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public IReadOnlyList<NearFeature> Nearest(LonLat p, int count, FeatureQuery query, double withinMetres = double.PositiveInfinity)
    {
        var scale = GroundScale.At(p.Lat);
        var scan = new LiveScan(Layer, query, Generation);
        var found = new LiveNearest(scan, p, scale, count, withinMetres * withinMetres);
        foreach (var segment in Segments)
        {
            if (!found.Enter(segment)) continue;
            segment.Tree.Nearest(p.Lon, p.Lat, scale.LonMetres, scale.LatMetres, found.Limit, ref found);
        }

        return found.Finish();
    }

    internal (LiveSegment? Segment, int Row) Find(in IdKey id)
    {
        for (var i = Segments.Length - 1; i >= 0; i--)
        {
            var row = Segments[i].Find(id, Generation);
            if (row >= 0) return (Segments[i], row);
        }

        return (null, -1);
    }

    internal void Scan<T>(FeatureQuery query, ref T sink)
        where T : struct, IRowSink
    {
        var scan = new LiveScan(Layer, query, Generation);
        foreach (var segment in Segments) scan.Run(segment, ref sink);
    }

    private readonly struct Found(List<(LiveSegment Segment, int Row)> rows) : IRowSink
    {
        public List<(LiveSegment Segment, int Row)> Rows => rows;

        void IRowSink.Rows(LiveSegment segment, ReadOnlySpan<int> some)
        {
            foreach (var row in some) rows.Add((segment, row));
        }
    }

    private struct Counter : IRowSink
    {
        public long Count { get; private set; }

        public void Rows(LiveSegment segment, ReadOnlySpan<int> rows) => Count += rows.Length;
    }
}
