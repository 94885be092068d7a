using System.Runtime.InteropServices;
using CityMap.Geo.Indexing.Columns;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Indexing.Live;

/// <summary>Gathers rows for a <see cref="LiveSegment"/> without keeping the features they come from.</summary>
/// <param name="layer">What the rows are of.</param>
/// <param name="rows">About how many will come; 0 when nobody knows.</param>
internal sealed class SegmentBuilder(LayerInfo layer, int rows = 0)
{
    private ColumnBuilder[] _columns = [.. layer.Fields.Select(f => ColumnBuilder.For(f.Type, rows))];
    private List<double> _x = new(rows);
    private List<double> _y = new(rows);
    private List<UInt128> _uuids = new(rows);
    private List<bool> _located = new(rows);
    private TextHeapBuilder? _texts;
    private List<Geometry?>? _shapes;

    public int Count => _located.Count;

    public void Add(Feature feature)
    {
        AddId(new IdKey(feature.Id));
        AddPlace(feature.Geometry);
        for (var i = 0; i < _columns.Length; i++) _columns[i].Add(feature.Attributes.GetValueOrDefault(layer.Fields[i].Name));
    }

    /// <summary>Adds a row of another segment of the layer.</summary>
    public void Add(LiveSegment from, int row)
    {
        if (_texts is null && from.Ids is UuidColumn uuids) _uuids.Add(uuids.Uuid(row));
        else AddId(new IdKey(from.Ids.Id(row)));
        if (from.OnlyPoints && _shapes is null && row < from.Tree.Count) AddPoint(from.Places.X(row), from.Places.Y(row));
        else AddPlace(from.Shape(row));
        for (var i = 0; i < _columns.Length; i++) from.Column(i).CopyTo(row, _columns[i]);
    }

    /// <summary>The segment of what was added; the builder is empty afterwards.</summary>
    public LiveSegment Build()
    {
        var segment = Pack();
        // Whoever awaited the last row may still have this builder on the stack, and go on there for a long time.
        _columns = [.. layer.Fields.Select(f => ColumnBuilder.For(f.Type, 0))];
        (_x, _y, _uuids, _located, _texts, _shapes) = ([], [], [], [], null, null);
        return segment;
    }

    private LiveSegment Pack()
    {
        var order = Order(out var located);
        var ids = BuildIds(order);
        var columns = Array.ConvertAll(_columns, c => c.Build(order));
        if (_shapes is null)
        {
            var places = PackedPlaces.Of(CollectionsMarshal.AsSpan(_x), CollectionsMarshal.AsSpan(_y), order.AsSpan(0, located));
            return new(layer, ids, columns, PackedTree.OfPoints(places), null, Count);
        }

        var shapes = Array.ConvertAll(order, i => _shapes[i]);
        var boxes = Array.ConvertAll(shapes[..located], s => Box.Of(s!.EnvelopeInternal));
        return new(layer, ids, columns, PackedTree.OfBoxes(boxes), shapes, Count);
    }

    private void AddId(in IdKey id)
    {
        if (_texts is null && id.IsUuid)
        {
            _uuids.Add(id.Uuid);
            return;
        }

        if (_texts is null)
        {
            _texts = new();
            var before = new UuidColumn([.. _uuids]);
            for (var row = 0; row < _uuids.Count; row++) _texts.Add(before.Id(row));
            _uuids.Clear();
        }

        _texts.Add(id.Text);
    }

    private void AddPlace(Geometry? shape)
    {
        if (shape is { IsEmpty: true }) shape = null;
        if (shape is Point { CoordinateSequence.Dimension: 2 } or null && _shapes is null)
        {
            if (shape is Point point) AddPoint(point.X, point.Y);
            else AddNowhere();
            return;
        }

        _shapes ??= [.. _located.Select((located, i) => located ? new Point(_x[i], _y[i]) { SRID = 4326 } : null)];
        _shapes.Add(shape);
        if (shape is null)
        {
            AddNowhere();
            return;
        }

        var box = shape.EnvelopeInternal;
        AddPoint((box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2);
    }

    private void AddPoint(double x, double y)
    {
        _x.Add(x);
        _y.Add(y);
        _located.Add(true);
    }

    private void AddNowhere()
    {
        _x.Add(0);
        _y.Add(0);
        _located.Add(false);
    }

    private int[] Order(out int located)
    {
        var (somewhere, nowhere) = (new List<int>(Count), new List<int>());
        for (var i = 0; i < Count; i++) (_located[i] ? somewhere : nowhere).Add(i);
        located = somewhere.Count;
        var curve = nowhere.Count == 0
            ? HilbertOrder.Of(CollectionsMarshal.AsSpan(_x), CollectionsMarshal.AsSpan(_y))
            : HilbertOrder.Of(somewhere.ConvertAll(i => _x[i]).ToArray(), somewhere.ConvertAll(i => _y[i]).ToArray());
        return nowhere.Count == 0 ? curve : [.. curve.Select(i => somewhere[i]), .. nowhere];
    }

    private IdColumn BuildIds(int[] order)
    {
        if (_texts is null) return new UuidColumn(Array.ConvertAll(order, i => _uuids[i]));
        return new TextIdColumn(_texts.Build(order), Array.ConvertAll(order, i => new IdKey(_texts.Text(i)!).Hash));
    }
}
