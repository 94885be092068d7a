using Microsoft.Playwright;

namespace CityMap.Browser.Tests.Support;

/// <summary>One server with a small town and one Chromium, shared by every test.</summary>
public sealed class BrowserCity : IAsyncLifetime
{
    private static readonly string[] _arguments =
    [
        "--headless", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--process-per-site",
    ];

    // A profile of its own costs a second each time on two cores: one that is done with serves the next page of its size, emptied.
    private readonly Dictionary<(int Width, int Height), Stack<IBrowserContext>> _idle = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal RunningCity City { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await City.StartAsync();
        await SmallTown.BuildAsync(City);
        // Software drawing on few cores keeps a page busy for seconds: patience, not sleeping.
        Assertions.SetDefaultExpectTimeout(45_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = _arguments });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        await City.DisposeAsync();
    }

    /// <summary>Opens the console in a browser profile of its own, far away from Vietnam, and waits for its list.</summary>
    internal async Task<OpenPage> OpenAsync(PageOptions? options = null)
    {
        options ??= new();
        var idle = _idle.TryGetValue((options.Width, options.Height), out var known) ? known : _idle[(options.Width, options.Height)] = [];
        var context = idle.TryPop(out var empty) ? empty : await NewContextAsync(options);
        var page = new OpenPage(context, await context.NewPageAsync(), City.Address, idle);
        await page.PrepareAsync(options);
        return page;
    }

    private async Task<IBrowserContext> NewContextAsync(PageOptions options)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            TimezoneId = "America/New_York",
            Locale = "en-US",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        // A small page that stays keeps the process in which the profile's pages run, and with it the console as it was compiled for the first.
        await (await context.NewPageAsync()).GotoAsync(City.Address + "/health/live");
        return context;
    }
}

/// <summary>How a page is opened.</summary>
/// <param name="Theme">light or night.</param>
/// <param name="Language">vi or en.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Path">Path and query of the address.</param>
/// <param name="WaitFor">What is there once the page is.</param>
/// <param name="Actor">The name the page's person gave; empty when they gave none.</param>
/// <param name="RequestsMayFail">The test lets requests fail on purpose, so the browser's word of one that did is no fault of the page.</param>
internal sealed record PageOptions(
    string Theme = "light", string Language = "vi", int Width = 1280, int Height = 800, string Path = "/", string WaitFor = ".list .row, .list .empty", string Actor = "Hoàng Lan", bool RequestsMayFail = false);

/// <summary>Every browser test shares one server and one browser, one after the other: two cores draw one map at a time.</summary>
[CollectionDefinition(nameof(BrowserTests), DisableParallelization = true)]
public sealed class BrowserTests : ICollectionFixture<BrowserCity>;
