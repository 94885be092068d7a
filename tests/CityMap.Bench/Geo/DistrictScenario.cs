using CityMap.Bench.Figures;
using CityMap.Geo.Areas;
using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace CityMap.Bench.Geo;

/// <summary>The area of a place among 5,000 areas of 48 vertices that share their borders, against STRtree and prepared geometry.</summary>
internal sealed class DistrictScenario : Scenario
{
    private const int Columns = 100;
    private const int Rows = 50;
    private const int PerSide = 12;
    private const int Places = 200_000;
    private const double Cell = 0.02;
    private static readonly LonLat _corner = new(105.5, 21);
    private readonly LonLat[] _places = new LonLat[Places];
    private readonly STRtree<(string Id, IPreparedGeometry Shape)> _tree = new();
    private List<Area> _areas = [];
    private DistrictIndex? _index;

    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("district_lookup", "x", FigureKind.Rate, 5, "STRtree + prepared geometry, 5,000 areas × 48 vertices; lookups per s"),
        new("district_build", "s", FigureKind.Time, 0.5, "building STRtree + prepared geometry for the same areas"),
    ];

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        _areas = [.. Enumerable.Range(0, Columns * Rows).Select(Make)];
        var random = new Random(2);
        for (var i = 0; i < Places; i++)
        {
            _places[i] = new(_corner.Lon + (random.NextDouble() * Columns * Cell), _corner.Lat + (random.NextDouble() * Rows * Cell));
        }

        _index = DistrictIndex.Build(_areas);
        foreach (var (area, shape) in Prepared()) _tree.Insert(shape.Geometry.EnvelopeInternal, (area, shape));
        _tree.Build();
        foreach (var p in _places.AsSpan(0, 50_000))
        {
            var (ours, theirs) = (_index.FindId(p), Theirs(p));
            if (theirs is not null && ours != theirs) throw new InvalidOperationException($"At {p} ours is {ours}, theirs {theirs}.");
        }

        return Task.CompletedTask;
    }

    public override Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        const int more = 10;
        var lookup = Stopwatches.Both(round, () => Lookup(more), LookupThere);
        var build = Stopwatches.Both(round, () => DistrictIndex.Build(_areas), BuildThere);
        return Task.FromResult<IReadOnlyDictionary<string, Measure>>(new Dictionary<string, Measure>
        {
            ["district_lookup"] = new(Places * more / lookup.Ours, Places / lookup.Reference),
            ["district_build"] = new(build.Ours, build.Reference),
        });
    }

    private void Lookup(int times)
    {
        for (var t = 0; t < times; t++)
        {
            foreach (var p in _places) _ = _index!.FindId(p);
        }
    }

    private void LookupThere()
    {
        foreach (var p in _places) _ = Theirs(p);
    }

    private void BuildThere()
    {
        var tree = new STRtree<(string, IPreparedGeometry)>();
        foreach (var (area, shape) in Prepared()) tree.Insert(shape.Geometry.EnvelopeInternal, (area, shape));
        tree.Build();
    }

    private IEnumerable<(string Id, IPreparedGeometry Shape)> Prepared() => _areas.Select(a => (a.Id, PreparedGeometryFactory.Prepare(a.Shape)));

    private string? Theirs(LonLat p)
    {
        var point = new Point(p.Lon, p.Lat);
        foreach (var (id, shape) in _tree.Query(new Envelope(point.Coordinate)))
        {
            if (shape.Covers(point)) return id;
        }

        return null;
    }

    private static Area Make(int number)
    {
        var (column, row) = (number % Columns, number / Columns);
        List<Coordinate> ring =
        [
            .. Side(column, row, true), .. Side(column + 1, row, false), .. Side(column, row + 1, true).Reverse(), .. Side(column, row, false).Reverse(),
        ];
        ring = [.. ring.Where((c, i) => i == 0 || !c.Equals2D(ring[i - 1]))];
        if (!ring[0].Equals2D(ring[^1])) ring.Add(ring[0].Copy());
        return new($"{number:00000}@2025", $"{number:00000}", "xã", "commune", "commune", "2025", new(2025, 7, 1), null, new Polygon(new LinearRing([.. ring])));
    }

    /// <summary>One side between two cells, the same whichever of them asks: twelve segments that wander by up to a fifth of a cell.</summary>
    private static IEnumerable<Coordinate> Side(int column, int row, bool along)
    {
        var random = new Random((((column * 1000) + row) * 2) + (along ? 1 : 0));
        for (var i = 0; i <= PerSide; i++)
        {
            var step = i / (double)PerSide;
            // Less near the corners, so that sides never cross.
            var wander = (random.NextDouble() - 0.5) * 0.8 * Math.Min(step, 1 - step);
            yield return along
                ? new(_corner.Lon + ((column + step) * Cell), _corner.Lat + ((row + wander) * Cell))
                : new(_corner.Lon + ((column + wander) * Cell), _corner.Lat + ((row + step) * Cell));
        }
    }
}
