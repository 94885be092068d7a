using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;

namespace CityMap.Bench.Open;

/// <summary>Pages of OGC API Features over a layer of a million points: boxes that hold about five thousand, and a page far down.</summary>
internal sealed class ItemsScenario(bool postGis) : Scenario
{
    private const int Rows = 1_000_000;
    private const int Boxes = 200;
    private const int DeepPage = 500;
    private const int Repeats = 50;
    private const int PageSize = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-items-").FullName;
    private BenchServer? _server;
    private string _deep = "";

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new(Name("items_page", postGis), "ms", FigureKind.Cost, 20, "none; p50 of boxes with 5,000 of 1M, counted exactly") { Group = "open" },
        new(Name("items_deep_page", postGis), "x", FigureKind.Cost, 1.2, $"page 1; page {DeepPage} of the whole layer") { Group = "open" },
    ];

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, "points.csv");
        await PointFile.WriteCsvAsync(file, Rows, cancellationToken);
        _server = await BenchServer.StartAsync(postGis, ServerProgram.Path, cancellationToken);
        await Importing.RunAsync(_server.Address, file, "layer=points", cancellationToken);
        using var client = new HttpClient { BaseAddress = _server.Address };
        _deep = First;
        for (var page = 1; page < DeepPage; page++)
        {
            using var document = JsonDocument.Parse(await client.GetByteArrayAsync(_deep, cancellationToken));
            _deep = document.RootElement.GetProperty("links").EnumerateArray().First(link => link.GetProperty("rel").GetString() == "next").GetProperty("href").GetString()!;
        }
    }

    private static string First => $"/ogc/collections/points/items?f=json&limit={PageSize}";

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = _server!.Address };
        var random = new Random(round);
        var boxes = new List<double>();
        var matched = 0L;
        for (var i = 0; i < Boxes; i++)
        {
            var (west, south, east, north) = PointFile.Box(random, 0.005);
            var (time, body) = await TimeAsync(client, string.Create(CultureInfo.InvariantCulture, $"{First}&bbox={west},{south},{east},{north}"), cancellationToken);
            using var document = JsonDocument.Parse(body);
            matched += document.RootElement.GetProperty("numberMatched").GetInt64();
            boxes.Add(time);
        }

        if (matched / Boxes is < 4_500 or > 5_500) throw new InvalidOperationException($"A box holds {matched / Boxes} points.");
        var (first, deep) = (new List<double>(), new List<double>());
        for (var i = 0; i < Repeats; i++)
        {
            first.Add((await TimeAsync(client, First, cancellationToken)).Time);
            deep.Add((await TimeAsync(client, _deep, cancellationToken)).Time);
        }

        return new Dictionary<string, Measure>
        {
            [Name("items_page", postGis)] = new(Median(boxes)),
            [Name("items_deep_page", postGis)] = new(Median(deep), Median(first)),
        };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Name(string figure, bool postGis) => postGis ? figure : figure + "_geopackage";

    private static async Task<(double Time, byte[] Body)> TimeAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var body = await client.GetByteArrayAsync(path, cancellationToken);
        return (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, body);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
