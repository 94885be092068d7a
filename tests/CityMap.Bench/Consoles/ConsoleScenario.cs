using System.Diagnostics;
using CityMap.Bench.Figures;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;
using Microsoft.Playwright;
using IRequest = Microsoft.Playwright.IRequest;

namespace CityMap.Bench.Consoles;

/// <summary>The console in a real browser, with a million incidents on the server.</summary>
internal sealed class ConsoleScenario : Scenario
{
    private const int Incidents = 1_000_000;
    private const int ChangesPerSecond = 5_000;
    private const int Keys = 40;
    private const int Visits = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-console-").FullName;
    private ServerProcess? _server;
    private ConsoleBrowser? _browser;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("console_first_map", "s", FigureKind.Cost, 2.5, "none") { Group = "console" },
        new("console_js", "kB", FigureKind.Cost, 400, "none") { Group = "console" },
        new("console_css", "kB", FigureKind.Cost, 30, "none") { Group = "console" },
        new("console_pan", "x", FigureKind.Cost, 1.3, "the same style without incidents") { Group = "console" },
        new("console_input", "ms", FigureKind.Cost, 50, "added to the same keys without changes") { Group = "console" },
    ];

    /// <inheritdoc/>
    public override string? Missing => ConsoleBrowser.Missing;

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await PilotStore.MakeAsync(_folder, layers: true, Incidents, cancellationToken);
        _server = await ServerProcess.StartAsync(_folder, null, cancellationToken, ServerProgram.Path);
        _browser = await ConsoleBrowser.StartAsync();
        // A warm server: some have looked before, so that its compiler is done with what a first map asks for, and the browser's with starting.
        for (var visit = 0; visit < Visits; visit++) await (await FirstMapAsync(_browser, _server.Address)).Page.Context.CloseAsync();
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyDictionary<string, Measure>> RoundAsync(int round, CancellationToken cancellationToken)
    {
        var first = await FirstMapAsync(_browser!, _server!.Address);
        var pan = await PanAsync(first.Page, round % 2 == 1);
        await first.Page.Context.CloseAsync();
        return new Dictionary<string, Measure>
        {
            ["console_first_map"] = new(first.Seconds),
            ["console_js"] = new(first.Scripts / 1000d),
            ["console_css"] = new(first.Styles / 1000d),
            ["console_pan"] = pan,
            ["console_input"] = new(await AddedByChangesAsync()),
        };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens the console with an empty cache; seconds until the map is drawn, and the bytes of what came over the line for it.</summary>
    private static async Task<(IPage Page, double Seconds, long Scripts, long Styles)> FirstMapAsync(ConsoleBrowser browser, Uri address)
    {
        var page = await browser.OpenAsync();
        var finished = new List<IRequest>();
        page.RequestFinished += (_, request) => { lock (finished) finished.Add(request); };
        var clock = Stopwatch.StartNew();
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync(ConsoleScripts.MapDrawn);
        var seconds = clock.Elapsed.TotalSeconds;
        List<IRequest> all;
        lock (finished) all = [.. finished];
        return (page, seconds, await BytesAsync(all, ".js"), await BytesAsync(all, ".css"));
    }

    // Page and worker share chunks: the second to ask takes them from the cache, so each address came over the line once.
    private static async Task<long> BytesAsync(List<IRequest> requests, string ending)
    {
        var bytes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var request in requests.Where(r => new Uri(r.Url).AbsolutePath.EndsWith(ending, StringComparison.Ordinal)))
        {
            var answer = await request.ResponseAsync();
            var length = long.Parse(await answer!.HeaderValueAsync("content-length") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
            bytes[request.Url] = length;
        }

        return bytes.Values.Sum();
    }

    private static async Task<Measure> PanAsync(IPage page, bool referenceFirst)
    {
        var (with, without) = (0d, 0d);
        foreach (var show in referenceFirst ? new[] { false, true } : [true, false])
        {
            await page.EvaluateAsync(ConsoleScripts.ShowIncidents, show);
            await page.WaitForFunctionAsync(ConsoleScripts.MapDrawn);
            var frame = await page.EvaluateAsync<double>(ConsoleScripts.PanFrame);
            if (show) with = frame;
            else without = frame;
        }

        return new(with, without);
    }

    /// <summary>How much later the slowest twentieth of keys is answered while changes pour in.</summary>
    private async Task<double> AddedByChangesAsync()
    {
        var page = await _browser!.OpenAsync(ConsoleScripts.Stream);
        await page.GotoAsync(_server!.Address.ToString());
        await page.Locator(".list .row").First.WaitForAsync();
        await page.WaitForFunctionAsync(ConsoleScripts.MapDrawn);
        await page.EvaluateAsync<double[]>(ConsoleScripts.KeyTimes, 6);
        var quiet = Percentile(await page.EvaluateAsync<double[]>(ConsoleScripts.KeyTimes, Keys));
        await page.EvaluateAsync("rate => window.stream.start(rate)", ChangesPerSecond);
        await page.WaitForFunctionAsync("() => window.stream.sent > 5000");
        var busy = Percentile(await page.EvaluateAsync<double[]>(ConsoleScripts.KeyTimes, Keys));
        await page.Context.CloseAsync();
        return Math.Max(0, busy - quiet);
    }

    private static double Percentile(double[] times)
    {
        Array.Sort(times);
        return times[(int)Math.Ceiling(times.Length * 0.95) - 1];
    }
}
