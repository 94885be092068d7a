using System.Globalization;
using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;

namespace CityMap.Bench.Open;

/// <summary>What importing adds at its peak to the memory of a server, over files of several kinds and of millions of rows.</summary>
internal sealed class ImportMemoryScenario : Scenario
{
    private const int Rows = 3_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-memory-").FullName;

    private string Csv => Path.Combine(_folder, "points.csv");

    private string Areas => Path.Combine(_folder, "areas.geojson");

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [new("import_memory", "MB", FigureKind.Cost, 300, "none; the peak above an idle server, the worst of the files") { Group = "open" }];

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PointFile.WriteCsvAsync(Csv, Rows, cancellationToken);
        await AreaFile.WriteAsync(Areas, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var worst = 0d;
        foreach (var file in new[] { Csv, Areas, Path.Combine(TestData.Folder, "osm", "merged-real-8cities.osm.pbf") })
        {
            if (!File.Exists(file)) throw new InvalidOperationException($"{file} is missing: set CITYMAP_TESTDATA to the folder of real data.");
            await using var server = await BenchServer.StartAsync(postGis: round % 2 == 1, ServerProgram.Path, cancellationToken);
            var before = await StatusAsync(server.Process.Id, "VmRSS", cancellationToken);
            await Importing.RunAsync(server.Address, file, "layer=memory&acceptPartial=true", cancellationToken);
            var added = (await StatusAsync(server.Process.Id, "VmHWM", cancellationToken) - before) / 1e6;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Path.GetFileName(file)}: {added:0} MB above {before / 1e6:0} MB"));
            worst = Math.Max(worst, added);
        }

        return new Dictionary<string, Measure> { ["import_memory"] = new(worst) };
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // Bytes; the kernel writes kB.
    private static async Task<long> StatusAsync(int process, string name, CancellationToken cancellationToken)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{process}/status", cancellationToken);
        var value = lines.First(line => line.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Replace("kB", "", StringComparison.Ordinal);
        return long.Parse(value, CultureInfo.InvariantCulture) * 1024;
    }
}
