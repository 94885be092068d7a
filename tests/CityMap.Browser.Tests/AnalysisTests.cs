using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>A planner finds something out: chooses, sees how much it takes, runs it, reads the figures, and comes back to how it was made.</summary>
[Collection(nameof(BrowserTests))]
public sealed class AnalysisTests(BrowserCity browser)
{
    [Fact]
    public async Task Coverage_is_chosen_previewed_worked_out_shown_and_can_be_taken_away()
    {
        await using var page = await browser.OpenAsync(new(Path: "/?view=map"));
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("l");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Phân tích…" }).ClickAsync();
        await page.Page.Locator("[data-analysis=Coverage]").ClickAsync();
        // Each layer's kinds come by themselves: while only one has come, the last is not yet the facilities'.
        await Expect(page.Page.GetByLabel("Chỉ lấy loại")).ToHaveCountAsync(2);
        await page.Page.GetByLabel("Chỉ lấy loại").Last.SelectOptionAsync("market");
        await Expect(page.Page.Locator("[data-preview]")).ToHaveTextAsync("Sẽ dùng 2 và 1 đối tượng.");
        await page.Page.GetByLabel("Khoảng cách (m)").FillAsync("2,5x");
        await Expect(page.Page.Locator(".analysis-form .field-problem")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Khoảng cách (m)").FillAsync("500");
        await Expect(page.Page.Locator("[data-preview]")).ToBeVisibleAsync();
        await Axe.BreaksNothingAsync(page.Page, ".analysis");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Phân tích", Exact = true }).ClickAsync();

        var result = page.Page.Locator("[data-result]");
        await Expect(result.Locator("[data-figure=beyond] dd")).ToHaveTextAsync(new Regex("^1[0-9],\\d+ km$|^1[0-9] km$"));
        await Axe.BreaksNothingAsync(page.Page, ".analysis");
        var id = await result.GetAttributeAsync("data-result");
        await page.Page.WaitForFunctionAsync("id => document.querySelector('#map').map.getStyle().layers.some(layer => layer.source === id)", id);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).Last.ClickAsync();

        var row = page.Page.Locator($"[data-layer={id}]");
        await row.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Expect(row.Locator("[data-fresh=true]")).ToBeVisibleAsync();
        await Expect(row.Locator(".analysis-method")).ToContainTextAsync("đường chim bay");
        await row.GetByRole(AriaRole.Button, new() { Name = "Tải xuống" }).ClickAsync();
        await Expect(row.Locator(".legend-lines")).ToContainTextAsync("Ngoài tầm");
        await Axe.BreaksNothingAsync(page.Page, ".layer-panel");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link, new() { Name = "GeoPackage" }).ClickAsync());
        Assert.Matches($@"^{id}-\d{{8}}-\d{{4}}\.gpkg$", download.SuggestedFilename);
    }

    [Fact]
    public async Task On_a_phone_a_draft_is_placed_on_the_map_and_its_gain_is_told_at_night_in_English()
    {
        await using var page = await browser.OpenAsync(new("night", "en", 390, 800, "/?view=map"));
        await page.Page.RestAsync();
        await page.Page.Locator(".rail-button").Last.ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Analyse…" }).ClickAsync();
        await page.Page.Locator("[data-analysis=WhatIf]").ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Place on the map" }).ClickAsync();
        await Expect(page.Page.Locator(".toolbar")).ToContainTextAsync("planned place");
        await page.Page.Locator(".toolbar").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Page.Locator("[data-preview]")).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Analyse", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator("[data-figure=gained] dd")).ToHaveTextAsync(new Regex("[1-9]"));
        await Axe.BreaksNothingAsync(page.Page, ".analysis");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Show on the map" }).ClickAsync();
        await Expect(page.Page.Locator(".analysis")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".layer-panel")).ToHaveCountAsync(0);
    }
}
