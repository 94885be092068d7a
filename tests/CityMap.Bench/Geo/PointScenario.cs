using CityMap.Bench.Figures;
using CityMap.Geo.Indexing;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CityMap.Bench.Geo;

/// <summary>Boxes and nearest neighbours among a million points, against NetTopologySuite's STRtree; every answer is compared.</summary>
internal sealed class PointScenario : Scenario
{
    private const int Points = 1_000_000;
    private const int Queries = 2_000;
    private const int Neighbours = 10;
    private const int TheirSearches = 1_000;
    private static readonly PointDistance _distance = new();
    private readonly double[] _x = new double[Points];
    private readonly double[] _y = new double[Points];
    private readonly (double X, double Y)[] _places = new (double, double)[Queries];
    private PackedIndex? _index;
    private STRtree<int[]>? _tree;

    /// <summary>The side of a box that holds a thousandth of all points.</summary>
    private static double Side => Math.Sqrt(0.001);

    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("box", "x", FigureKind.Time, 15, "NetTopologySuite STRtree, 1M points, boxes of 0.1 %; µs per box"),
        new("nearest_10", "x", FigureKind.Time, 30, "NetTopologySuite STRtree, 1M points, 10 nearest; µs per search"),
    ];

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        var random = new Random(1);
        for (var i = 0; i < Points; i++) (_x[i], _y[i]) = (random.NextDouble(), random.NextDouble());
        for (var i = 0; i < Queries; i++) _places[i] = (random.NextDouble() * (1 - Side), random.NextDouble() * (1 - Side));
        _index = PackedIndex.OfPoints(_x, _y);
        _tree = new STRtree<int[]>();
        for (var i = 0; i < Points; i++) _tree.Insert(new Envelope(new Coordinate(_x[i], _y[i])), [i]);
        _tree.Build();
        PointDistance.Places = (_x, _y);
        Compare();
        // Until the compiler has seen both and compiled them again; measured before, it is the compiler that is compared.
        Stopwatches.WarmUp(() => OurBoxes(1), TheirBoxes, () => OurNearest(1), TheirNearest);
        return Task.CompletedTask;
    }

    public override Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        // Ours is asked more often: a measurement shorter than a tenth of a second says little.
        const int more = 60;
        var box = Stopwatches.Both(round, () => OurBoxes(more), TheirBoxes);
        var nearest = Stopwatches.Both(round, () => OurNearest(more), TheirNearest);
        const double micro = 1e6 / Queries;
        return Task.FromResult<IReadOnlyDictionary<string, Measure>>(new Dictionary<string, Measure>
        {
            ["box"] = new(box.Ours * micro / more, box.Reference * micro),
            ["nearest_10"] = new(nearest.Ours * micro / more, nearest.Reference * micro * (Queries / (double)TheirSearches)),
        });
    }

    private void OurBoxes(int times)
    {
        var found = new List<int>(4096);
        for (var t = 0; t < times; t++)
        {
            foreach (var (x, y) in _places)
            {
                found.Clear();
                _index!.Search(x, y, x + Side, y + Side, found);
            }
        }
    }

    private void TheirBoxes()
    {
        foreach (var (x, y) in _places) _ = _tree!.Query(new Envelope(x, x + Side, y, y + Side)).Count;
    }

    private void OurNearest(int times)
    {
        Span<int> found = stackalloc int[Neighbours];
        Span<double> distances = stackalloc double[Neighbours];
        for (var t = 0; t < times; t++)
        {
            foreach (var (x, y) in _places) _index!.Nearest(x, y, found, distances);
        }
    }

    private void TheirNearest()
    {
        for (var i = 0; i < TheirSearches; i++) _ = Theirs(_places[i]);
    }

    private int[][] Theirs((double X, double Y) place)
    {
        PointDistance.Wanted = place;
        return _tree!.NearestNeighbour(new Envelope(new Coordinate(place.X, place.Y)), PointDistance.Here, _distance, Neighbours);
    }

    private void Compare()
    {
        var found = new List<int>();
        var (nearest, distances) = (new int[Neighbours], new double[Neighbours]);
        foreach (var (x, y) in _places.AsSpan(0, 200))
        {
            found.Clear();
            _index!.Search(x, y, x + Side, y + Side, found);
            var theirs = _tree!.Query(new Envelope(x, x + Side, y, y + Side)).Select(i => i[0]);
            if (!found.Order().SequenceEqual(theirs.Order())) throw new InvalidOperationException("The box answers differ.");
            _index.Nearest(x, y, nearest, distances);
            if (!nearest.Order().SequenceEqual(Theirs((x, y)).Select(i => i[0]).Order())) throw new InvalidOperationException("The nearest answers differ.");
        }
    }

    private sealed class PointDistance : IItemDistance<Envelope, int[]>
    {
        /// <summary>Stands for the place asked about.</summary>
        public static readonly int[] Here = [-1];

        public static (double[] X, double[] Y) Places { get; set; }

        public static (double X, double Y) Wanted { get; set; }

        public double Distance(IBoundable<Envelope, int[]> item1, IBoundable<Envelope, int[]> item2)
        {
            var ((ax, ay), (bx, by)) = (Place(item1.Item), Place(item2.Item));
            return Math.Sqrt(((ax - bx) * (ax - bx)) + ((ay - by) * (ay - by)));
        }

        private static (double X, double Y) Place(int[] item) => item[0] < 0 ? Wanted : (Places.X[item[0]], Places.Y[item[0]]);
    }
}
