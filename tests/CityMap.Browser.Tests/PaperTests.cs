using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>The map is laid out for paper as it is on the screen.</summary>
[Collection(nameof(BrowserTests))]
public sealed class PaperTests(BrowserCity browser)
{
    [Theory]
    [InlineData("vi", "light", "Công cụ bản đồ", "In bản đồ")]
    [InlineData("en", "night", "Map tools", "Print the map")]
    public async Task The_page_is_previewed_with_the_filter_and_the_figure_of_the_screen(string language, string theme, string tools, string print)
    {
        await using var page = await browser.OpenAsync(new(theme, language, Path: "/?severities=4,5"));
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("l");
        await page.Page.Locator("[data-layer=districts] select").SelectOptionAsync("overdue");
        await page.Page.Keyboard.PressAsync("l");
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^" + tools) }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^" + print) }).ClickAsync();

        var dialog = page.Page.Locator("dialog.paper");
        await Expect(dialog.Locator("img")).ToBeVisibleAsync();
        await Axe.BreaksNothingAsync(page.Page, "dialog.paper");
        var make = dialog.Locator("footer a");
        await Expect(make).ToHaveAttributeAsync("href", new Regex("figure=overdue.*severities=4%2C5"));
        using var answer = await browser.City.Http.GetAsync(browser.City.Address + await make.GetAttributeAsync("href"));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
    }
}
