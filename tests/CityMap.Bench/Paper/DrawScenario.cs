using System.Diagnostics;
using System.Text.Json;
using CityMap.Bench.Figures;
using CityMap.Viewer.Data;
using CityMap.Viewer.Output;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;

namespace CityMap.Bench.Paper;

/// <summary>Bare drawing on one core, 1600 × 1000, from features to pixels, without writing a file; and asking a scene what lies where.</summary>
internal sealed class DrawScenario : Scenario
{
    private const int Points = 100_000;
    private const int Polygons = 1_000;
    private const int Corners = 50;
    private const int Times = 9;
    private static readonly TimeSpan _warmup = TimeSpan.FromSeconds(4);

    private static readonly MapView _view = new(new(106.76, 21.85), 12, 1600, 1000);
    private readonly MapStyle _style = MapStyle.Parse(JsonElement.Parse(
        """
        {"version":8,"sources":{},"layers":[
          {"id":"p","type":"circle","source":"points","paint":{"circle-radius":4,"circle-color":"#2A6FA8","circle-stroke-color":"#FFFFFF","circle-stroke-width":1}},
          {"id":"a","type":"fill","source":"areas","paint":{"fill-color":"#E3EBDD","fill-outline-color":"#9A8FB0"}}]}
        """));

    private MapSheet? _sheet;
    private FeatureSet _points = FeatureSet.Empty;
    private FeatureSet _areas = FeatureSet.Empty;
    private Scene? _scene;

    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("draw_100k", "ms", FigureKind.Time, 120, "100,000 points on the frame, p50 of nine") { Group = "paper" },
        new("draw_1k", "ms", FigureKind.Time, 15, "1,000 areas × 50 vertices, p50 of nine") { Group = "paper" },
        new("hit_test", "ms", FigureKind.Time, 1, "what lies at a place among 100,000 features, p50 of 1,001 places") { Group = "paper" },
    ];

    public override string? Missing => File.Exists(Path.Combine(PaperSheet.Folder, "sheet.json")) ? null : "the console is not built (./citymap build)";

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        _sheet = MapSheet.Load(PaperSheet.Folder);
        var random = new Random(7);
        var none = new Dictionary<string, object?>();
        _points = new([.. Enumerable.Range(0, Points).Select(i => new MapFeature($"p{i}", ShapeKind.Point, Place(random), [0], none))]);
        _areas = new([.. Enumerable.Range(0, Polygons).Select(i => new MapFeature($"a{i}", ShapeKind.Polygon, Ring(Place(random), random), [0], none))]);
        _scene = Build("points", _points);
        // Drawn until what is busy has been compiled for good: the first drawings time the compiler.
        for (var began = Stopwatch.StartNew(); began.Elapsed < _warmup;)
        {
            _scene.HitTest(0, 0);
            Draw("points", _points);
            Draw("areas", _areas);
        }

        return Task.CompletedTask;
    }

    public override Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var random = new Random(round);
        return Task.FromResult<IReadOnlyDictionary<string, Measure>>(new Dictionary<string, Measure>
        {
            ["draw_100k"] = new(Median(Times, () => Draw("points", _points))),
            ["draw_1k"] = new(Median(Times, () => Draw("areas", _areas))),
            ["hit_test"] = new(Median(1001, () => _scene!.HitTest(random.NextSingle() * 1600, random.NextSingle() * 1000))),
        });
    }

    public override ValueTask DisposeAsync()
    {
        _sheet?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static double Median(int times, Action act)
    {
        var taken = new double[times];
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            act();
            taken[i] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(taken);
        return taken[times / 2];
    }

    private Scene Build(string source, FeatureSet features) => new SceneBuilder(_sheet!).Build(
        new MapDocument(_view, _style, MapTheme.Light, MapLanguage.Vi), new Dictionary<string, FeatureSet> { [source] = features }, null, CancellationToken.None);

    private void Draw(string source, FeatureSet features)
    {
        var scene = Build(source, features);
        MapOutput.Pixels(scene, _sheet!, 1, CancellationToken.None);
    }

    private static double[] Place(Random random) => [_view.UnitX(random.NextDouble() * 1600), _view.UnitY(random.NextDouble() * 1000)];

    private static double[] Ring(double[] middle, Random random)
    {
        var (ring, radius) = (new double[2 * Corners], 25 / _view.World);
        for (var i = 0; i < Corners; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / Corners);
            var reach = radius * (0.7 + (0.3 * random.NextDouble()));
            (ring[2 * i], ring[(2 * i) + 1]) = (middle[0] + (cos * reach), middle[1] + (sin * reach));
        }

        return ring;
    }
}
