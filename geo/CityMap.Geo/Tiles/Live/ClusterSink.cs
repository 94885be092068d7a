using CityMap.Geo.Coordinates;
using CityMap.Geo.Indexing.Live;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Tiles.Live;

/// <summary>
/// Gathers the points of a tile in square cells, aligned with the tiles of every deeper zoom. A cell of one point keeps it as it is;
/// more become a cluster at <see cref="ClusterPlace"/>. Each point of the world is counted in exactly one tile of a zoom.
/// </summary>
internal struct ClusterSink(LayerInfo layer, TileAddress tile, LiveTileOptions options, TileLayerWriter writer) : IRowSink
{
    private readonly TileProjection _projection = new(tile, options.Extent);
    private readonly Cell[] _cells = new Cell[options.CellsPerSide * options.CellsPerSide];
    private readonly Dictionary<LiveSegment, SegmentProperties> _properties = [];
    private readonly double _perUnit = (double)options.CellsPerSide / options.Extent;
    private readonly int _severity = LiveScan.IndexOf(layer, "severity");

    public readonly void Rows(LiveSegment segment, ReadOnlySpan<int> rows)
    {
        if (!_properties.TryGetValue(segment, out var properties)) _properties.Add(segment, properties = new(layer, segment, options, writer));
        var severity = _severity < 0 ? null : segment.Column(_severity);
        var places = segment.Places;
        var (side, edge) = (options.CellsPerSide, (1 << tile.Z) - 1);
        foreach (var row in rows)
        {
            var (x, y) = (_projection.X(places.X(row)), _projection.Y(places.Y(row)));
            if (Math.Abs(y) < 1e-3 || Math.Abs(y - options.Extent) < 1e-3) y = _projection.ExactY(places.Y(row));
            // Half-open, so that a point on an edge has one tile; the outer edges of the world belong to the last tiles.
            if (x >= options.Extent && tile.X == edge) x = Math.BitDecrement((double)options.Extent);
            if (y >= options.Extent && tile.Y == edge) y = Math.BitDecrement((double)options.Extent);
            if (y < 0 && tile.Y == 0) y = 0;
            if (x < 0 || y < 0 || x >= options.Extent || y >= options.Extent) continue;
            ref var cell = ref _cells[((int)(y * _perUnit) * side) + (int)(x * _perUnit)];
            cell.Add(x, y, segment, row);
            if (severity?.Whole(row) is { } grade) cell.Worst = Math.Max(cell.Worst, grade);
            if (properties.Overdue?.IsOverdue(row) == true) cell.Overdue++;
        }
    }

    public readonly void Finish()
    {
        Span<uint> tags = stackalloc uint[Math.Max(16, 2 * (options.Properties.Count + 2))];
        foreach (ref var cell in _cells.AsSpan())
        {
            if (cell.Count == 0) continue;
            var (x, y) = (cell.SumX / cell.Count, cell.SumY / cell.Count);
            var count = cell.Count == 1 ? _properties[cell.Segment!].Tags(cell.Row, tags) : ClusterTags(cell, x, y, tags);
            if (cell.Count > 1)
            {
                var (acrossCells, downCells) = ClusterPlace.Of(x * _perUnit, y * _perUnit);
                (x, y) = (acrossCells / _perUnit, downCells / _perUnit);
            }

            writer.Point((int)Math.Round(x), (int)Math.Round(y), tags[..count]);
        }
    }

    private readonly int ClusterTags(in Cell cell, double x, double y, Span<uint> tags)
    {
        var count = 0;
        Put("cluster", writer.Values.Truth(true), tags, ref count);
        Put("count", writer.Values.Whole(cell.Count), tags, ref count);
        if (cell.Worst > 0) Put("worst", writer.Values.Whole(cell.Worst), tags, ref count);
        Put("overdue", writer.Values.Whole(cell.Overdue), tags, ref count);
        Put("expand_zoom", writer.Values.Whole(ExpandZoom(cell)), tags, ref count);
        Put("lon", writer.Values.Real(WebMercator.Lon(tile.WestMetres + (x / options.Extent * tile.SideMetres))), tags, ref count);
        Put("lat", writer.Values.Real(WebMercator.Lat(tile.NorthMetres - (y / options.Extent * tile.SideMetres))), tags, ref count);
        return count;
    }

    private readonly void Put(string key, int value, Span<uint> tags, ref int count)
    {
        tags[count++] = writer.Key(key);
        tags[count++] = (uint)value;
    }

    /// <summary>The first zoom at which not all of them share a cell; where nothing is gathered any more they all stand alone.</summary>
    private readonly int ExpandZoom(in Cell cell)
    {
        var zoom = tile.Z + 1;
        for (var per = _perUnit * 2; zoom < options.ClusterBelowZoom; zoom++, per *= 2)
        {
            if (Math.Floor(cell.MinX * per) != Math.Floor(cell.MaxX * per) || Math.Floor(cell.MinY * per) != Math.Floor(cell.MaxY * per)) break;
        }

        return zoom;
    }

    private struct Cell
    {
        public int Count;
        public double SumX;
        public double SumY;
        public double MinX;
        public double MaxX;
        public double MinY;
        public double MaxY;
        public long Worst;
        public int Overdue;
        public LiveSegment? Segment;
        public int Row;

        public void Add(double x, double y, LiveSegment segment, int row)
        {
            if (Count++ == 0) (MinX, MaxX, MinY, MaxY, Segment, Row) = (x, x, y, y, segment, row);
            (SumX, SumY) = (SumX + x, SumY + y);
            (MinX, MaxX) = (Math.Min(MinX, x), Math.Max(MaxX, x));
            (MinY, MaxY) = (Math.Min(MinY, y), Math.Max(MaxY, y));
        }
    }
}
