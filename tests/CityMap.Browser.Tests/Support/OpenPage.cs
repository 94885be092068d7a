using System.Text.Json;
using Microsoft.Playwright;

namespace CityMap.Browser.Tests.Support;

/// <summary>A page of the console that is watched: errors in its console and requests to other hosts are remembered.</summary>
internal sealed class OpenPage(IBrowserContext context, IPage page, string address, Stack<IBrowserContext> idle) : IAsyncDisposable
{
    private readonly List<string> _faults = [];
    private bool _apart;

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>The rows of the work list.</summary>
    public ILocator Rows => page.Locator("[data-incident]");

    /// <summary>The row with a title.</summary>
    public ILocator Row(string title) => Rows.Filter(new() { HasText = title });

    /// <summary>A move of the open incident.</summary>
    public ILocator Move(string command) => page.Locator($"[data-move={command}]");

    /// <summary>The profile with rights and a place that no other page shall have; it serves no other page.</summary>
    public IBrowserContext Apart()
    {
        _apart = true;
        return context;
    }

    /// <summary>Opens the console as asked, and waits for its list.</summary>
    public async Task PrepareAsync(PageOptions options)
    {
        page.Console += (_, message) => { if (message.Type == "error" && !(options.RequestsMayFail && IsOfARequest(message.Text))) _faults.Add("console: " + message.Text); };
        page.PageError += (_, error) => _faults.Add("error: " + error);
        page.Request += (_, request) => { if (IsForeign(request.Url)) _faults.Add("another host: " + request.Url); };
        var prefs = JsonSerializer.Serialize(new { theme = options.Theme, language = options.Language, actor = options.Actor });
        // What the profile's last page left behind goes once, before anything of the console runs; a page that is loaded again keeps its own.
        await page.AddInitScriptAsync(
            "if (!sessionStorage.getItem('begun')) { localStorage.clear(); sessionStorage.setItem('begun', 'yes');"
            + $" localStorage.setItem('citymap.prefs', {JsonSerializer.Serialize(prefs)}); }}");
        await page.GotoAsync(address + options.Path);
        await page.Locator(options.WaitFor).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Waits until the live line stands.</summary>
    public Task LiveAsync() => page.Locator("[data-connection=live]").WaitForAsync();

    /// <summary>Asserts that nothing went wrong, then closes the page.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_apart)
        {
            await context.CloseAsync();
        }
        else
        {
            await page.CloseAsync();
            idle.Push(context);
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private static bool IsOfARequest(string message) =>
        message.StartsWith("Failed to load resource", StringComparison.Ordinal) || message.StartsWith("WebSocket connection to", StringComparison.Ordinal);

    private bool IsForeign(string url) =>
        !url.StartsWith(address, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal);
}
