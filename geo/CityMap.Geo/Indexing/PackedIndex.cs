using System.Runtime.InteropServices;
using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Indexing;

/// <summary>
/// A flat Hilbert R-tree over columns: millions of points or boxes in a few megabytes, built once and never changed.
/// Items are known by their position in what it was built from. Any unit; methods taking <see cref="Bounds"/> or
/// <see cref="LonLat"/> expect degrees. Safe for any number of readers.
/// </summary>
public sealed class PackedIndex
{
    private readonly int[] _items;
    private readonly PackedTree _tree;

    private PackedIndex(int[] items, PackedTree tree) => (_items, _tree) = (items, tree);

    /// <summary>How many items it holds.</summary>
    public int Count => _items.Length;

    /// <summary>Over points, given as two columns of equal length; every number finite.</summary>
    public static PackedIndex OfPoints(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException("The columns differ in length.", nameof(y));
        var items = HilbertOrder.Of(x, y);
        return new(items, PackedTree.OfPoints(PackedPlaces.Of(x, y, items)));
    }

    /// <summary>Over the boxes of shapes; an empty box meets nothing.</summary>
    public static PackedIndex OfBoxes(IReadOnlyList<Envelope> boxes)
    {
        var (x, y) = (new double[boxes.Count], new double[boxes.Count]);
        for (var i = 0; i < x.Length; i++)
        {
            if (boxes[i].IsNull) continue;
            (x[i], y[i]) = ((boxes[i].MinX + boxes[i].MaxX) / 2, (boxes[i].MinY + boxes[i].MaxY) / 2);
        }

        var items = HilbertOrder.Of(x, y);
        var ordered = Array.ConvertAll(
            items, i => boxes[i].IsNull ? new Box(double.NaN, double.NaN, double.NaN, double.NaN) : Box.Of(boxes[i]));
        return new(items, PackedTree.OfBoxes(ordered));
    }

    /// <summary>Adds the items that meet the box, in no order, to the list.</summary>
    public void Search(Bounds box, List<int> found)
    {
        foreach (var part in box.Split()) Search(part.West, part.South, part.East, part.North, found);
    }

    /// <summary>Adds the items that meet the box, in no order, to the list.</summary>
    public void Search(double minX, double minY, double maxX, double maxY, List<int> found)
    {
        var collector = new ItemCollector(_items, found);
        _tree.Search(new(minX, minY, maxX, maxY), ref collector);
    }

    /// <summary>
    /// Adds the items that meet a polygon or multipolygon: points exactly (the border belongs to it), boxes when the box may meet it.
    /// </summary>
    public void Search(Geometry polygon, List<int> found)
    {
        var collector = new PolygonCollector(_items, _tree.Places, PolygonProbe.Of(polygon), found);
        _tree.Search(Box.Of(polygon.EnvelopeInternal), ref collector);
    }

    /// <summary>Finds the nearest items of a place, nearest first; equal distances in the order of the items.</summary>
    /// <param name="p">The place.</param>
    /// <param name="found">Filled with items; its length says how many are wanted.</param>
    /// <param name="metres">Filled with distances; as long as <paramref name="found"/>.</param>
    /// <param name="withinMetres">Nothing farther away.</param>
    /// <returns>How many were found.</returns>
    public int Nearest(LonLat p, Span<int> found, Span<double> metres, double withinMetres = double.PositiveInfinity)
    {
        var scale = GroundScale.At(p.Lat);
        return Nearest(p.Lon, p.Lat, found, metres, withinMetres, scale.LonMetres, scale.LatMetres);
    }

    /// <summary>Finds the nearest items on a plane, nearest first, each axis stretched by its scale.</summary>
    public int Nearest(
        double x, double y, Span<int> found, Span<double> distances, double within = double.PositiveInfinity, double scaleX = 1, double scaleY = 1)
    {
        if (distances.Length < found.Length) throw new ArgumentException("There must be room for every distance.", nameof(distances));
        if (found.IsEmpty) return 0;
        if (found.Length <= NearestFew.Most)
        {
            var few = new NearestFew(_items, found.Length, within * within);
            _tree.Nearest(x, y, scaleX, scaleY, within * within, ref few);
            return few.Finish(found, distances);
        }

        var many = new NearestCollector(_items, found, distances[..found.Length], within * within);
        _tree.Nearest(x, y, scaleX, scaleY, within * within, ref many);
        return many.Finish();
    }

    private readonly struct ItemCollector(int[] items, List<int> found) : IRangeVisitor
    {
        public void Visit(int first, int end, bool within)
        {
            if (end == first + 1)
            {
                found.Add(items[first]);
                return;
            }

            var count = found.Count;
            CollectionsMarshal.SetCount(found, count + end - first);
            items.AsSpan(first, end - first).CopyTo(CollectionsMarshal.AsSpan(found)[count..]);
        }
    }

    private readonly struct PolygonCollector(int[] items, PackedPlaces? places, PolygonProbe polygon, List<int> found) : IRangeVisitor
    {
        public void Visit(int first, int end, bool within)
        {
            for (var slot = first; slot < end; slot++)
            {
                if (places is null || polygon.Covers(places.X(slot), places.Y(slot))) found.Add(items[slot]);
            }
        }
    }
}
