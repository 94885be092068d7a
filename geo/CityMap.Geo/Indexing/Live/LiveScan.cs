using CityMap.Geo.Filtering;
using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Receives the rows that match a query.</summary>
internal interface IRowSink
{
    /// <summary>Some matching rows of one segment.</summary>
    void Rows(LiveSegment segment, ReadOnlySpan<int> rows);
}

/// <summary>A query checked against its layer, ready to run over segments. Allocates per segment, never per candidate.</summary>
internal sealed class LiveScan
{
    private const int BlockLength = 512;
    // All of the lines hold, and of each line one of the tests.
    private readonly (int Field, ValueTest Test)[][] _tests;
    private readonly FeatureQuery _query;
    private readonly int _generation;
    private readonly IPreparedGeometry? _prepared;
    private readonly PolygonProbe? _probe;
    private readonly Cql2Predicate? _filter;

    public LiveScan(LayerInfo layer, FeatureQuery query, int generation)
    {
        if (query.AsOf is not null) throw ValueTest.Bad("A live layer in memory knows only the present.");
        var where = query.Where;
        var district = IndexOf(layer, "district");
        if (!query.Audience.SeesAll && district >= 0)
        {
            where = [.. where, new("district", Comparison.In, [.. query.Audience.Areas!])];
        }

        _tests = [.. where.Select(test => ValueTest.OneOf(layer, test).Select(one => (IndexOf(layer, one.Field), one)).ToArray())];
        (_query, _generation) = (query, generation);
        if (Storage.QueryRules.Bind(layer, query) is { } filter) _filter = Cql2Predicate.Of(filter);
        if (query.Shape is null) return;
        _prepared = PreparedGeometryFactory.Prepare(query.Shape);
        _probe = query.Shape is Polygon or MultiPolygon ? PolygonProbe.Of(query.Shape) : null;
    }

    /// <summary>Which field of a layer has that name; −1 for none (and for <c>id</c>).</summary>
    public static int IndexOf(LayerInfo layer, string field)
    {
        for (var i = 0; i < layer.Fields.Count; i++)
        {
            if (layer.Fields[i].Name == field) return i;
        }

        return -1;
    }

    /// <summary>Hands every match of a segment to the sink, in blocks.</summary>
    public void Run<T>(LiveSegment segment, ref T sink)
        where T : struct, IRowSink
    {
        if (Bind(segment) is not { } tests) return;
        Span<int> block = stackalloc int[BlockLength];
        var gather = new Gather<T>(this, segment, tests, block, ref sink);
        if ((_query.Within is null && _query.Shape is null) || _query.PlacelessToo)
        {
            gather.Visit(0, segment.Rows, true);
        }
        else
        {
            foreach (var box in Boxes(segment)) segment.Tree.Search(box, ref gather);
        }

        gather.Flush();
    }

    /// <summary>The tests bound to a segment; null when nothing in it can pass.</summary>
    public RowTest[]? Bind(LiveSegment segment)
    {
        var bound = new List<RowTest>(_tests.Length);
        foreach (var line in _tests)
        {
            var rowTest = RowTest.OneOf([.. line.Select(t => t.Field < 0 ? new IdTest(segment.Ids, t.Test) : segment.Column(t.Field).Test(t.Test))]);
            if (rowTest == RowTest.Nothing) return null;
            if (rowTest is not null) bound.Add(rowTest);
        }

        if (_filter is not null) bound.Add(new FilterTest(segment, _filter));
        return [.. bound];
    }

    /// <summary>True when a row counts, passes the tests and lies where the query asks.</summary>
    public bool Passes(LiveSegment segment, int row, RowTest[] tests)
    {
        if (!segment.Alive(row, _generation)) return false;
        foreach (var test in tests)
        {
            if (!test.Passes(row)) return false;
        }

        return (_query.Within is null && _query.Shape is null) || Lies(segment, row);
    }

    private IEnumerable<Box> Boxes(LiveSegment segment)
    {
        if (_query.Within is not { } within) return [Box.Of(_query.Shape!.EnvelopeInternal)];
        // The two parts of a box over the antimeridian would hand over a wide shape twice: then the whole band is searched, and looked at.
        if (within.CrossesAntimeridian && !segment.OnlyPoints) return [new(-180, within.South, 180, within.North)];
        return within.Split().Select(Box.Of);
    }

    private bool NeedsLook(LiveSegment segment, bool within) =>
        _query.Shape is not null || (_query.PlacelessToo && _query.Within is not null) || (!segment.OnlyPoints && (!within || _query.Within is { CrossesAntimeridian: true }));

    private bool Lies(LiveSegment segment, int row)
    {
        if (row >= segment.Tree.Count) return _query.PlacelessToo && _query.Shape is null;
        if (segment.OnlyPoints)
        {
            var (x, y) = (segment.Places.X(row), segment.Places.Y(row));
            return (_query.Within is not { } bounds || bounds.Split().Any(b => Box.Of(b).Contains(x, y)))
                && (_prepared is null || _probe?.Covers(x, y) != false) && (_probe is not null || _prepared?.Intersects(new Point(x, y)) != false);
        }

        var shape = segment.Shape(row)!;
        return (_query.Within is not { } within || within.Split().Any(b => Rectangle(b).Intersects(shape)))
            && _prepared?.Intersects(shape) != false;
    }

    private static Geometry Rectangle(Coordinates.Bounds b) =>
        GeometryFactory.Default.ToGeometry(new Envelope(b.West, b.East, b.South, b.North));

    private ref struct Gather<T>(LiveScan scan, LiveSegment segment, RowTest[] tests, Span<int> block, ref T sink) : IRangeVisitor
        where T : struct, IRowSink
    {
        private readonly Span<int> _block = block;
        private readonly ref T _sink = ref sink;
        private int _length;

        public void Visit(int first, int end, bool within)
        {
            var look = scan.NeedsLook(segment, within);
            for (var row = first; row < end; row++)
            {
                if (look && !scan.Lies(segment, row)) continue;
                if (_length == _block.Length) Flush();
                _block[_length++] = row;
            }
        }

        public void Flush()
        {
            var rows = _block[..segment.KeepAlive(_block[.._length], scan._generation)];
            foreach (var test in tests) rows = rows[..test.Keep(rows)];
            _length = 0;
            if (rows.Length > 0) _sink.Rows(segment, rows);
        }
    }

    private sealed class FilterTest(LiveSegment segment, Cql2Predicate filter) : RowTest
    {
        private readonly SegmentRow _row = new(segment);

        public override bool Passes(int row)
        {
            _row.Row = row;
            return filter.Matches(_row);
        }
    }

    private sealed class SegmentRow(LiveSegment segment) : FilterRow
    {
        public int Row { get; set; }

        public override string Id => segment.Ids.Id(Row);

        public override Geometry? Geometry => segment.Shape(Row);

        public override object? Value(int field) => segment.Column(field).Value(Row);
    }

    private sealed class IdTest(IdColumn ids, ValueTest test) : RowTest
    {
        public override bool Passes(int row) => test.Passes(ids.Id(row));
    }
}
