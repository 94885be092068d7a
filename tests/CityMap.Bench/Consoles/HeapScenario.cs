using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;
using Microsoft.Playwright;

namespace CityMap.Bench.Consoles;

/// <summary>What the console's heap holds, after collection, at the end of ten minutes of live changes more than at their beginning.</summary>
internal sealed class HeapScenario : Scenario
{
    private const int ChangesPerSecond = 100;

    private static readonly TimeSpan _warmUp = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _length = TimeSpan.FromMinutes(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-heap-").FullName;
    private double? _grown;
    private ServerProcess? _server;
    private ConsoleBrowser? _browser;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [new("console_heap", "MB", FigureKind.Cost, 5, "none; one round of ten minutes") { Group = "console" }];

    /// <inheritdoc/>
    public override string? Missing => ConsoleBrowser.Missing;

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PilotStore.MakeAsync(_folder, layers: true, 3_000, cancellationToken);
        _server = await ServerProcess.StartAsync(_folder, null, cancellationToken, ServerProgram.Path);
        _browser = await ConsoleBrowser.StartAsync();
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        // One round: every further one would take as long and say the same.
        _grown ??= await GrowAsync(cancellationToken);
        return new Dictionary<string, Measure> { ["console_heap"] = new(_grown.Value) };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<double> GrowAsync(CancellationToken cancellationToken)
    {
        var page = await _browser!.OpenAsync(ConsoleScripts.Stream);
        await page.GotoAsync(_server!.Address.ToString());
        await page.Locator(".list .row").First.WaitForAsync();
        await page.WaitForFunctionAsync(ConsoleScripts.MapDrawn);
        await page.EvaluateAsync("rate => window.stream.start(rate)", ChangesPerSecond);
        await Task.Delay(_warmUp, cancellationToken);
        var before = await HeldAsync(page);
        await Task.Delay(_length, cancellationToken);
        var after = await HeldAsync(page);
        await page.Context.CloseAsync();
        return (after - before) / 1e6;
    }

    private static async Task<double> HeldAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("HeapProfiler.enable");
        // Twice: what finalizers let go is collected by the second.
        for (var i = 0; i < 2; i++) await devtools.SendAsync("HeapProfiler.collectGarbage");
        var usage = await devtools.SendAsync("Runtime.getHeapUsage");
        await devtools.DetachAsync();
        return usage!.Value.GetProperty("usedSize").GetDouble();
    }
}
