using Microsoft.Playwright;

namespace CityMap.Bench.Consoles;

/// <summary>Chromium with software drawing: what it measures is the worst a desk will see.</summary>
internal sealed class ConsoleBrowser : IAsyncDisposable
{
    /// <summary>Where Debian keeps it.</summary>
    public const string Chromium = "/usr/bin/chromium";

    private static readonly string[] _arguments =
    [
        "--headless", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--enable-precise-memory-info", "--js-flags=--expose-gc",
    ];

    private const double AtRest = 0.02;
    private const int Looks = 60;

    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private ConsoleBrowser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Says why it cannot run here, or null.</summary>
    public static string? Missing => File.Exists(Chromium) ? null : $"The figures of the console need {Chromium}.";

    /// <summary>Starts it.</summary>
    public static async Task<ConsoleBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = _arguments }));
    }

    /// <summary>A page with an empty cache and a script that runs before its own.</summary>
    public async Task<IPage> OpenAsync(string? before = null)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        if (before is not null) await page.AddInitScriptAsync(before);
        await RestAsync();
        return page;
    }

    /// <summary>
    /// Waits until the browser has nothing to do. A new window also loads pages of the browser's own, such as the list under its address bar:
    /// two seconds of work on these cores, which is not the console's and which nobody waits for whose window is open.
    /// </summary>
    private async Task RestAsync()
    {
        var devtools = await _browser.NewBrowserCDPSessionAsync();
        for (var (look, quiet, before) = (0, 0, double.MaxValue); look < Looks && quiet < 3; look++)
        {
            await Task.Delay(_look);
            var answer = await devtools.SendAsync("SystemInfo.getProcessInfo");
            var used = answer!.Value.GetProperty("processInfo").EnumerateArray().Sum(process => process.GetProperty("cpuTime").GetDouble());
            quiet = used - before < AtRest ? quiet + 1 : 0;
            before = used;
        }

        await devtools.DetachAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}
