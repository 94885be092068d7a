using System.Diagnostics;
using CityMap.Bench.Figures;
using CityMap.Geo.Demo;
using CityMap.Viewer.Data;
using CityMap.Viewer.Output;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;

namespace CityMap.Bench.Paper;

/// <summary>Maps of the pilot city: a picture of 1600 × 1000 with labels, and a page of A3 as PDF.</summary>
internal sealed class PaperScenario : Scenario
{
    private const int Pictures = 9;
    private Dictionary<string, FeatureSet> _sources = [];
    private MapSheet? _sheet;

    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("map_png", "ms", FigureKind.Time, 120, "1600 × 1000 of the pilot city with labels, p50 of nine") { Group = "paper" },
        new("map_pdf", "s", FigureKind.Time, 2, "A3 of the pilot city with legend and grid") { Group = "paper" },
        new("map_pdf_memory", "MB", FigureKind.Cost, 250, "what the process holds more at its peak while it draws that page") { Group = "paper" },
    ];

    public override string? Missing => File.Exists(Path.Combine(Folder, "sheet.json")) ? null : "the console is not built (./citymap build)";

    private static string Folder => PaperSheet.Folder;

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        _sheet = MapSheet.Load(Folder);
        var city = DemoCity.Generate(new DemoOptions(), new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));
        _sources = DemoCity.Layers.ToDictionary(l => l.Id, l => new FeatureSet([.. city.Features(l.Id).Select(MapFeatures.Of).OfType<MapFeature>()]), StringComparer.Ordinal);
        Picture();
        return Task.CompletedTask;
    }

    public override Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var pictures = Enumerable.Range(0, Pictures).Select(_ => Picture()).Order().ToList();
        GC.Collect();
        using var peak = new PeakMemory();
        var watch = Stopwatch.StartNew();
        Page();
        var pdf = watch.Elapsed.TotalSeconds;
        return Task.FromResult<IReadOnlyDictionary<string, Measure>>(new Dictionary<string, Measure>
        {
            ["map_png"] = new(pictures[Pictures / 2]),
            ["map_pdf"] = new(pdf),
            ["map_pdf_memory"] = new(peak.Stop() / 1e6),
        });
    }

    public override ValueTask DisposeAsync()
    {
        _sheet?.Dispose();
        return ValueTask.CompletedTask;
    }

    private double Picture()
    {
        var watch = Stopwatch.StartNew();
        var scene = new SceneBuilder(_sheet!).Build(Document(1600, 1000, 13.6, 1), _sources, null, CancellationToken.None);
        MapOutput.Png(scene, _sheet!, 1, CancellationToken.None);
        return watch.Elapsed.TotalMilliseconds;
    }

    private void Page()
    {
        var size = PageSize.Parse("A3")!;
        var (width, height) = PageLayout.Frame(size, side: true);
        var document = Document(width, height, 14, 4);
        var scene = new SceneBuilder(_sheet!).Build(document, _sources, null, CancellationToken.None);
        var page = new MapPage(size, scene, "Phường Đông Kinh") { Graticule = GraticuleKind.Vn2000, Side = Legend.Of(document, scene, [new("districts", "Địa bàn"), new("water", "Sông, hồ")]) };
        using var output = new MemoryStream();
        PageOutput.Pdf([page], _sheet!, page.Title, TimeProvider.System.GetUtcNow(), output, CancellationToken.None);
    }

    private MapDocument Document(float width, float height, double zoom, float ratio) =>
        new(new MapView(new(106.7605, 21.8525), zoom, width, height), _sheet!.Style(MapTheme.Light, MapLanguage.Vi), MapTheme.Light, MapLanguage.Vi) { PixelRatio = ratio };
}
