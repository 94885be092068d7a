using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;
using Microsoft.Playwright;

namespace CityMap.Bench.Consoles;

/// <summary>A list of 100,000 incidents in a real browser: how long after a click on a chip its first rows stand there.</summary>
internal sealed class FilterScenario : Scenario
{
    private const int Incidents = 100_000;
    private const int Clicks = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-filter-").FullName;
    private ServerProcess? _server;
    private ConsoleBrowser? _browser;
    private IPage? _page;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("console_filter", "ms", FigureKind.Cost, 100, "none; the median of the clicks") { Group = "console" },
    ];

    /// <inheritdoc/>
    public override string? Missing => ConsoleBrowser.Missing;

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PilotStore.MakeAsync(_folder, layers: true, Incidents, cancellationToken);
        _server = await ServerProcess.StartAsync(_folder, null, cancellationToken, ServerProgram.Path);
        _browser = await ConsoleBrowser.StartAsync();
        _page = await _browser.OpenAsync();
        await _page.GotoAsync(new Uri(_server.Address, "/?all").ToString());
        await _page.Locator(".list .row").First.WaitForAsync();
        await _page.WaitForFunctionAsync(ConsoleScripts.MapDrawn);
        var rows = await _page.EvaluateAsync<int>(FilterScripts.Rows);
        if (rows != Incidents) throw new InvalidOperationException($"The list is of {rows} incidents, not of {Incidents}.");
        await _page.Locator(".filters .chip-add").ClickAsync();
        await _page.EvaluateAsync<double[]>(FilterScripts.ChipTimes, 2);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var times = await _page!.EvaluateAsync<double[]>(FilterScripts.ChipTimes, Clicks);
        Array.Sort(times);
        return new Dictionary<string, Measure> { ["console_filter"] = new(times[times.Length / 2]) };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
