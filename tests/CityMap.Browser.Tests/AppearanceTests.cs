using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

[Collection(nameof(BrowserTests))]
public sealed class AppearanceTests(BrowserCity browser)
{
    [Fact]
    public async Task Language_and_theme_switch_at_once_and_are_remembered()
    {
        await using var page = await browser.OpenAsync();
        await Expect(page.Page.Locator("#list-title")).ToHaveTextAsync("Sự cố");
        await page.Page.Locator(".language-button").ClickAsync();
        await Expect(page.Page.Locator("#list-title")).ToHaveTextAsync("Incidents");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Switch to the night theme" }).ClickAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "night");

        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator("#list-title")).ToHaveTextAsync("Incidents");
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "night");
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(page.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("CityMap"));
    }

    [Fact]
    public async Task The_map_is_drawn_and_a_click_on_the_ground_offers_to_report_there()
    {
        await using var page = await browser.OpenAsync(new(Path: "/?types=NOISE&all=#map=15/21.8300/106.7100"));
        await page.Page.Locator(".report-button").WaitForAsync();
        await page.Page.Locator(".maplibregl-canvas").ClickAsync(new() { Position = new() { X = 300, Y = 300 } });
        await Expect(page.Page.Locator(".map-card")).ToContainTextAsync("Báo sự cố ở đây");
    }

    [Theory]
    [InlineData("/", "light", "vi", 1280)]
    [InlineData("/", "night", "en", 1280)]
    [InlineData("/?view=districts", "light", "en", 1280)]
    [InlineData("/?view=facilities", "night", "vi", 1280)]
    [InlineData("/?facility=tram-bom-1", "light", "vi", 1280)]
    [InlineData("/?district=05977@2025", "night", "vi", 1280)]
    [InlineData("/", "light", "vi", 390)]
    public async Task No_view_breaks_a_rule_of_accessibility(string path, string theme, string language, int width)
    {
        await using var page = await browser.OpenAsync(new(theme, language, width, 844, path));
        await page.Page.Locator(path.Contains("facility=", StringComparison.Ordinal) || path.Contains("district=", StringComparison.Ordinal) ? ".detail-body h1" : "#list-title").WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page);
    }

    [Fact]
    public async Task Neither_the_open_incident_nor_the_report_breaks_a_rule_of_accessibility()
    {
        await using var page = await browser.OpenAsync();
        await page.Rows.First.ClickAsync();
        await page.Page.Locator(".history li").First.WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page);
        await page.Page.Locator(".report-button").ClickAsync();
        await page.Page.Locator("#report-title").WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page);
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("night", 390)]
    public async Task Neither_the_layers_nor_the_tools_of_the_map_break_a_rule_of_accessibility(string theme, int width)
    {
        await using var page = await browser.OpenAsync(new(theme, Width: width, Height: 844));
        await page.Page.RestAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Công cụ bản đồ" }).ClickAsync();
        await Axe.BreaksNothingAsync(page.Page);
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("g");
        await Axe.BreaksNothingAsync(page.Page);
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("m");
        await page.Page.Locator(".toolbar").WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page);
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("l");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Chi tiết lớp Địa bàn" }).ClickAsync();
        await page.Page.GetByLabel("Tô màu địa bàn theo").SelectOptionAsync("open");
        await Axe.BreaksNothingAsync(page.Page);
    }

    [Theory]
    [InlineData("light", "vi", "Thành phần giao diện")]
    [InlineData("night", "en", "Components")]
    public async Task The_component_page_shows_every_component_and_breaks_no_rule_of_accessibility(string theme, string language, string title)
    {
        await using var page = await browser.OpenAsync(new(theme, language, Path: "/?components", WaitFor: ".components"));
        await Expect(page.Page.Locator("h1")).ToHaveTextAsync(title);
        await Expect(page.Page.Locator(".sample-rows [role=option]")).ToHaveCountAsync(7);
        Assert.True(await page.Page.Locator(".sample-icons li").CountAsync() > 40);
        await Axe.BreaksNothingAsync(page.Page);
    }

    [Fact]
    public async Task On_a_phone_the_list_is_a_sheet_of_three_heights()
    {
        await using var page = await browser.OpenAsync(new(Width: 390, Height: 844));
        var sheet = page.Page.Locator(".sheet");
        await Expect(sheet).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("sheet-half"));
        await page.Page.Locator(".sheet-handle").PressAsync("ArrowUp");
        await Expect(sheet).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("sheet-full"));
        await page.Page.Locator(".sheet-handle").PressAsync("ArrowDown");
        await page.Page.Locator(".sheet-handle").PressAsync("ArrowDown");
        await Expect(sheet).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("sheet-low"));
    }
}
