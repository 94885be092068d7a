using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>No state of a view breaks a rule of accessibility, in either theme and language.</summary>
[Collection(nameof(BrowserTests))]
public sealed class AccessibilityTests(BrowserCity browser)
{
    [Theory]
    [InlineData("light", "vi", 1280)]
    [InlineData("night", "en", 1280)]
    [InlineData("night", "vi", 360)]
    public async Task Neither_the_past_nor_its_calendar_does(string theme, string language, int width)
    {
        await using var page = await browser.OpenAsync(new(theme, language, width, 780));
        await page.Page.Keyboard.PressAsync("{");
        await page.Page.Locator(".past").WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page);
        await page.Page.Locator(".time-button").ClickAsync();
        await page.Page.Locator(".calendar").WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page, ".popover");
    }

    [Theory]
    [InlineData("light", "en", 1280)]
    [InlineData("night", "vi", 360)]
    public async Task Neither_preferences_nor_help_nor_more_contrast_nor_the_largest_text_do(string theme, string language, int width)
    {
        await using var page = await browser.OpenAsync(new(theme, language, width, 780));
        await page.Page.Locator(".actor-button").ClickAsync();
        await Axe.BreaksNothingAsync(page.Page, ".popover");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = language == "vi" ? "Cao" : "High", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-contrast", "more");
        await page.Page.Locator(".prefs .segmented button", new() { HasText = "A+" }).ClickAsync();
        await Axe.BreaksNothingAsync(page.Page, ".popover");
        await page.Page.Keyboard.PressAsync("Escape");
        await Axe.BreaksNothingAsync(page.Page);
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "Something sticks out of the page at the largest text.");
        await page.Page.Keyboard.PressAsync("?");
        await page.Page.Locator(".help[open]").WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page);
    }

    [Theory]
    [InlineData("light", "vi", "Nơi đã lưu")]
    [InlineData("night", "en", "Saved places")]
    public async Task Neither_what_is_done_to_many_nor_saved_views_nor_saved_places_do(string theme, string language, string places)
    {
        await using var page = await browser.OpenAsync(new(theme, language));
        await page.Page.Locator(".row-check").First.ClickAsync();
        await page.Page.Locator(".row-chosen").WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page, ".panel-list");
        await page.Page.Locator(".row-check").First.ClickAsync();
        await page.Page.Locator(".views-button").ClickAsync();
        await Axe.BreaksNothingAsync(page.Page, ".popover");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = places }).ClickAsync();
        await Axe.BreaksNothingAsync(page.Page, ".popover");
    }

    [Theory]
    [InlineData("light", "vi", "/?types=BORDER&all=", ".list .empty")]
    [InlineData("night", "en", "/?incident=01890000-0000-7000-8000-000000000000", ".panel-over .empty")]
    [InlineData("night", "vi", "/?wall=1", ".wall-line")]
    [InlineData("light", "en", "/?wall=1", ".wall-line")]
    [InlineData("light", "vi", "/?view=map", ".map-buttons")]
    public async Task Neither_what_is_empty_nor_what_failed_nor_the_wall_does(string theme, string language, string path, string there)
    {
        await using var page = await browser.OpenAsync(new(theme, language, Path: path, WaitFor: there, RequestsMayFail: path.Contains("incident=")));
        await Axe.BreaksNothingAsync(page.Page);
    }
}
