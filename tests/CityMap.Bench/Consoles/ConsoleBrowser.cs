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
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }
}
