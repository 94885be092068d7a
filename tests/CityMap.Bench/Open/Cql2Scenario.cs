using System.Diagnostics;
using CityMap.Bench.Figures;
using CityMap.Geo.Filtering.Cql2;

namespace CityMap.Bench.Open;

/// <summary>The slowest of the standard's examples of CQL2, text and JSON: parsed many times, its median.</summary>
internal sealed class Cql2Scenario : Scenario
{
    private const int Repeats = 200;

    private static readonly string _folder = Path.Combine(TestData.Folder, "cql2", "examples");

    private (string Name, Action Parse)[] _examples = [];

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [new("cql2_parse", "ms", FigureKind.Cost, 1, "none; the slowest of the standard's examples") { Group = "open" }];

    /// <inheritdoc/>
    public override string? Missing => Directory.Exists(_folder) ? null : $"{_folder} is missing: set CITYMAP_TESTDATA to the folder of real data.";

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var examples = new List<(string, Action)>();
        foreach (var file in Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal))
        {
            var text = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
            if (Path.GetExtension(file) == ".json") examples.Add((file, () => Cql2Filter.FromJson(text)));
            else if (Path.GetExtension(file) == ".txt") examples.Add((file, () => Cql2Filter.FromText(text)));
        }

        _examples = [.. examples];
        if (_examples.Length < 120) throw new InvalidOperationException($"There are {_examples.Length} examples in {_folder}.");
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var slowest = 0d;
        foreach (var (_, parse) in _examples) slowest = Math.Max(slowest, Median(parse));
        return Task.FromResult<IReadOnlyDictionary<string, Measure>>(new Dictionary<string, Measure> { ["cql2_parse"] = new(slowest) });
    }

    private static double Median(Action parse)
    {
        var times = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                parse();
            }
            catch (Cql2Exception)
            {
                // The standard's examples hold some that it calls wrong; refusing is an answer too.
            }

            times[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        Array.Sort(times);
        return times[Repeats / 2];
    }
}
