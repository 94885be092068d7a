using CityMap.Geo.Coordinates;
using CityMap.Geo.Indexing;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Indexing;

public sealed class PackedIndexLaws
{
    // Whole and half degrees make equal places and places on edges common.
    private static readonly Gen<double> Number = Gen.OneOf(Gen.Int[-20, 20].Select(n => n / 2.0), Gen.Double[-10, 10]);
    private static readonly Gen<(double X, double Y)[]> Places = Gen.Select(Number, Number).Array[0, 700];

    private static readonly Gen<Box> Boxes =
        from x in Number
        from y in Number
        from w in Gen.Double[0, 12]
        from h in Gen.Double[0, 12]
        select new Box(x, y, x + w, y + h);

    [Fact]
    public void A_box_finds_the_points_in_it() => Gen.Select(Places, Boxes).Sample((places, box) =>
    {
        var found = new List<int>();
        Index(places).Search(box.MinX, box.MinY, box.MaxX, box.MaxY, found);
        Assert.Equal(Enumerable.Range(0, places.Length).Where(i => box.Contains(places[i].X, places[i].Y)), found.Order());
    });

    [Fact]
    public void A_box_over_the_antimeridian_finds_the_points_on_both_sides()
    {
        var index = PackedIndex.OfPoints([179, -179, 0], [1, 2, 1]);
        var found = new List<int>();
        index.Search(new Bounds(178, 0, -178, 3), found);
        Assert.Equal([0, 1], found.Order());
    }

    [Fact]
    public void A_box_finds_the_boxes_it_meets() => Gen.Select(Boxes.Array[0, 300], Boxes).Sample((boxes, box) =>
    {
        var index = PackedIndex.OfBoxes([.. boxes.Select(b => new Envelope(b.MinX, b.MaxX, b.MinY, b.MaxY))]);
        var found = new List<int>();
        index.Search(box.MinX, box.MinY, box.MaxX, box.MaxY, found);
        Assert.Equal(Enumerable.Range(0, boxes.Length).Where(i => boxes[i].Meets(box)), found.Order());
    });

    [Fact]
    public void A_polygon_finds_the_points_in_it_and_on_its_border() => Gen.Select(Places, Number, Number, Gen.Double[0.5, 8]).Sample((places, x, y, r) =>
    {
        var polygon = new Point(x, y).Buffer(r, 4).Difference(new Point(x, y).Buffer(r / 2, 2));
        var found = new List<int>();
        Index(places).Search(polygon, found);
        Assert.Equal(Enumerable.Range(0, places.Length).Where(i => polygon.Covers(new Point(places[i].X, places[i].Y))), found.Order());
    });

    [Fact]
    public void The_nearest_come_in_order_and_none_is_missed() => Gen.Select(Places, Number, Number, Gen.Int[1, 12], Gen.Double[0, 15]).Sample((places, x, y, k, within) =>
    {
        var (found, distances) = (new int[k], new double[k]);
        var count = Index(places).Nearest(x, y, found, distances, within);
        double Distance(int i) => ((places[i].X - x) * (places[i].X - x)) + ((places[i].Y - y) * (places[i].Y - y));
        var expected = Enumerable.Range(0, places.Length).Where(i => Distance(i) <= within * within).OrderBy(Distance).ThenBy(i => i).Take(k).ToArray();
        Assert.Equal(expected, found[..count]);
        Assert.All(Enumerable.Range(0, count), i => Assert.Equal(Math.Sqrt(Distance(expected[i])), distances[i], 1e-12));
    });

    [Fact]
    public void Distances_on_the_ground_are_in_metres()
    {
        var (found, metres) = (new int[1], new double[1]);
        PackedIndex.OfPoints([106.77], [21.85]).Nearest(new LonLat(106.76, 21.85), found, metres);
        // A hundredth of a degree of the parallel of 21.85° on the WGS 84 ellipsoid.
        Assert.Equal(1033.7, metres[0], 0.5);
    }

    [Fact]
    public void A_thousand_points_on_one_place_are_all_found()
    {
        var index = PackedIndex.OfPoints(new double[1000], new double[1000]);
        var found = new List<int>();
        index.Search(0, 0, 0, 0, found);
        Assert.Equal(1000, found.Count);
    }

    private static PackedIndex Index((double X, double Y)[] places) => PackedIndex.OfPoints([.. places.Select(p => p.X)], [.. places.Select(p => p.Y)]);
}
