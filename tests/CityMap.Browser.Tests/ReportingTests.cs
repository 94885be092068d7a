using CityMap.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

[Collection(nameof(BrowserTests))]
public sealed class ReportingTests(BrowserCity browser)
{
    [Fact]
    public async Task A_report_made_in_one_page_is_seen_in_a_second_page_at_once()
    {
        await using var first = await browser.OpenAsync();
        await using var second = await browser.OpenAsync(new(Language: "en", Theme: "night"));
        await second.LiveAsync();

        await first.Page.Locator(".report-button").ClickAsync();
        await first.Page.Locator("#report-title").FillAsync("Vỡ ống nước trên vỉa hè");
        await first.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Cấp thoát nước, ngập" }).ClickAsync();
        await first.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();

        await Expect(first.Page.Locator(".headline h1")).ToHaveTextAsync("Vỡ ống nước trên vỉa hè");
        await Expect(second.Row("Vỡ ống nước trên vỉa hè")).ToBeVisibleAsync();
        await Expect(second.Row("Vỡ ống nước trên vỉa hè")).ToContainTextAsync("Water, drainage, flooding");
    }

    [Fact]
    public async Task What_endangers_lives_shows_the_emergency_numbers_first()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Locator(".report-button").ClickAsync();
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Cháy nổ, cứu nạn" }).ClickAsync();

        foreach (var number in new[] { "113", "114", "115", "112" }) await Expect(page.Page.Locator($"a[href='tel:{number}']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_report_that_cannot_be_sent_yet_keeps_what_was_typed_and_says_that_it_waits()
    {
        await using var page = await browser.OpenAsync(new(RequestsMayFail: true));
        await page.Page.RouteAsync("**/api/incidents", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());
        await page.Page.Locator(".report-button").ClickAsync();
        await page.Page.Locator("#report-title").FillAsync("Cột điện nghiêng");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Điện", Exact = true }).ClickAsync();
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();

        await Expect(page.Page.Locator(".report [role=status]")).ToContainTextAsync("tự gửi khi có máy chủ");
        await Expect(page.Page.Locator(".problem")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator("#report-title")).ToHaveValueAsync("Cột điện nghiêng");

        await page.Page.UnrouteAsync("**/api/incidents");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator(".headline h1")).ToHaveTextAsync("Cột điện nghiêng");
    }
}
