using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>The city on a wall.</summary>
[Collection(nameof(BrowserTests))]
public sealed class WallTests(BrowserCity browser)
{
    private static readonly PageOptions _wall = new("night", Width: 1920, Height: 1080, Path: "/?wall=1&pace=5", WaitFor: ".wall-figure");

    [Fact]
    public async Task The_wall_walks_through_city_themes_and_districts_at_the_pace_it_states()
    {
        await using var page = await browser.OpenAsync(_wall);
        await Expect(page.Page.Locator(".wall-open dd")).ToHaveTextAsync(new Regex("^[1-9]"));
        await Expect(page.Page.Locator(".wall-pace")).ToContainTextAsync("đổi sau mỗi 5 giây");
        foreach (var scene in new[] { "city", "open", "overdue", "05977@2025" }) await page.Page.Locator($"[data-scene='{scene}']").WaitForAsync();
        await Expect(page.Page.Locator("button, input, select, a")).ToHaveCountAsync(0);
        Assert.Contains("wall=1", page.Page.Url, StringComparison.Ordinal);
        var smallest = await page.Page.EvaluateAsync<double>(
            "() => Math.min(...[...document.querySelectorAll('.wall-head *, .wall-side *, .wall-scene *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => parseFloat(getComputedStyle(e).fontSize)))");
        Assert.True(smallest >= 28, $"{smallest} px is too small to be read from across a room.");
    }

    [Fact]
    public async Task While_the_server_is_away_the_wall_keeps_its_figures_and_says_of_when_they_are()
    {
        await using var page = await browser.OpenAsync(_wall with { RequestsMayFail = true });
        await page.LiveAsync();
        await Expect(page.Page.Locator(".wall-open dd")).ToHaveTextAsync(new Regex("^[1-9]"));
        var figure = await page.Page.Locator(".wall-open dd").TextContentAsync();
        await browser.City.KillAsync();
        await Expect(page.Page.Locator(".wall-away")).ToContainTextAsync(new Regex(@"Số liệu của lúc \d\d:\d\d"));
        await Expect(page.Page.Locator(".wall-open dd")).ToHaveTextAsync(figure!);
        await browser.City.StartAsync();
        await Expect(page.Page.Locator(".wall-away")).ToHaveCountAsync(0);
    }
}
