using CityMap.Geo.Indexing;
using CityMap.Geo.Indexing.Live;
using CityMap.Geo.Layers;
using CityMap.Geo.Tiles.Shapes;

namespace CityMap.Geo.Tiles.Live;

/// <summary>
/// Writes tiles of live layers straight from columns (MVT 2.1). Single features carry <c>id</c>, the properties asked for and
/// <c>overdue</c>; clusters carry <c>cluster</c>, <c>count</c>, <c>worst</c> (severity), <c>overdue</c> (count),
/// <c>expand_zoom</c>, and the middle of their members as <c>lon</c>, <c>lat</c> (degrees): their mark stands beside it where two would collide.
/// </summary>
public static class LiveTileEncoder
{
    /// <summary>The tile of a snapshot; no bytes when nothing matches there.</summary>
    /// <param name="tile">Which tile.</param>
    /// <param name="snapshot">The layer as it is.</param>
    /// <param name="filter">Field tests, shape and audience; its box, order and page are not looked at.</param>
    /// <param name="options">What the tile holds.</param>
    /// <exception cref="StoreException"><see cref="StoreProblem.BadQuery"/>.</exception>
    public static byte[] Encode(TileAddress tile, LiveSnapshot snapshot, FeatureQuery filter, LiveTileOptions options)
    {
        var clustered = tile.Z < options.ClusterBelowZoom && snapshot.Layer.Geometry == GeometryKind.Point;
        using var writer = new TileLayerWriter(snapshot.Layer.Id, options.Extent);
        // Half a unit more than the buffer: what is rounded onto its edge belongs to it.
        var margin = clustered ? 0 : (options.Buffer + 0.5) / options.Extent;
        var query = filter with { Within = tile.BoundsWithMargin(margin) };
        if (clustered)
        {
            var clusters = new ClusterSink(snapshot.Layer, tile, options, writer);
            snapshot.Scan(query, ref clusters);
            clusters.Finish();
        }
        else
        {
            var singles = new SingleSink(snapshot.Layer, tile, options, writer);
            snapshot.Scan(query, ref singles);
            singles.Dispose();
        }

        return writer.Finish();
    }

    private struct SingleSink(LayerInfo layer, TileAddress tile, LiveTileOptions options, TileLayerWriter writer) : IRowSink, IDisposable
    {
        private readonly TileProjection _projection = new(tile, options.Extent);
        private LiveSegment? _segment;
        private SegmentProperties? _properties;
        private ShapeEncoder? _shapes;

        public void Rows(LiveSegment segment, ReadOnlySpan<int> rows)
        {
            if (segment != _segment) (_segment, _properties) = (segment, new(layer, segment, options, writer));
            if (!segment.OnlyPoints)
            {
                Shapes(segment, rows);
                return;
            }

            Span<uint> tags = stackalloc uint[_properties!.MostTags];
            var places = segment.Places;
            var (low, high) = (-options.Buffer, options.Extent + options.Buffer);
            foreach (var row in rows)
            {
                var x = (int)Math.Round(_projection.X(places.X(row)));
                var y = (int)Math.Round(_projection.Y(places.Y(row)));
                if (x < low || x > high || y < low || y > high) continue;
                writer.Point(x, y, tags[.._properties.Tags(row, tags)]);
            }
        }

        public readonly void Dispose() => _shapes?.Dispose();

        private void Shapes(LiveSegment segment, ReadOnlySpan<int> rows)
        {
            _shapes ??= new(tile, options.Extent, options.Buffer, tolerance: 0);
            Span<uint> tags = stackalloc uint[_properties!.MostTags];
            foreach (var row in rows)
            {
                if (segment.Shape(row) is { } shape && _shapes.Encode(shape, out var type)) writer.Feature(type, _shapes.Written, tags[.._properties.Tags(row, tags)]);
            }
        }
    }
}
