using System.Diagnostics;
using System.Globalization;
using CityMap.Bench.Figures;

namespace CityMap.Bench.Start;

/// <summary>What a million incidents with titles cost in resident memory, above the same server on an empty store.</summary>
internal sealed class MemoryScenario : Scenario
{
    private const int Incidents = 1_000_000;
    private readonly string _empty = Directory.CreateTempSubdirectory("citymap-memory-").FullName;
    private readonly string _full = Directory.CreateTempSubdirectory("citymap-memory-").FullName;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [new("memory_million", "MB", FigureKind.Cost, 150, "none; above an empty server")];

    /// <inheritdoc/>
    public override Task PrepareAsync(CancellationToken cancellationToken) => PilotStore.MakeAsync(_full, layers: false, Incidents, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var empty = await ResidentAsync(_empty, cancellationToken);
        var full = await ResidentAsync(_full, cancellationToken);
        return new Dictionary<string, Measure> { ["memory_million"] = new((full - empty) / 1e6) };
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_empty, true);
        Directory.Delete(_full, true);
        return ValueTask.CompletedTask;
    }

    private static async Task<long> ResidentAsync(string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(MemoryScenario).Assembly.Location);
        start.ArgumentList.Add(MemoryServer.Command);
        start.ArgumentList.Add(folder);
        using var server = Process.Start(start)!;
        await server.StandardInput.WriteLineAsync("collect".AsMemory(), cancellationToken);
        long resident = 0;
        while (resident == 0 && await server.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("resident ", StringComparison.Ordinal)) resident = long.Parse(line.AsSpan(9), CultureInfo.InvariantCulture);
        }

        server.StandardInput.Close();
        await server.StandardOutput.ReadToEndAsync(cancellationToken);
        await server.WaitForExitAsync(cancellationToken);
        return resident > 0 ? resident : throw new InvalidOperationException("The server ended before it answered.");
    }
}
