using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>What the page does when the server goes away, and when the device slept.</summary>
[Collection(nameof(BrowserTests))]
public sealed class ConnectionTests(BrowserCity browser)
{
    [Fact]
    public async Task A_note_written_while_the_server_is_away_waits_and_is_added_once_when_it_is_back()
    {
        var id = await SmallTown.ReportAsync(browser.City, "Biển báo mờ", "TRAFFIC", 1, 106.75, 21.85);
        await using var page = await browser.OpenAsync(new(Path: $"/?incident={id}", WaitFor: ".history li", RequestsMayFail: true));
        await page.LiveAsync();

        await browser.City.KillAsync();
        await Expect(page.Page.Locator(".stale-band")).ToContainTextAsync("Mất liên lạc với máy chủ từ");
        await page.Page.Locator(".note textarea").FillAsync("Đã gọi đội sơn đường");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm ghi chú" }).ClickAsync();
        await Expect(page.Page.Locator(".toasts")).ToContainTextAsync("Tự gửi lại khi có máy chủ");
        await Expect(page.Page.Locator(".note textarea")).ToHaveValueAsync("Đã gọi đội sơn đường");

        await browser.City.StartAsync();
        await Expect(page.Page.Locator(".toasts")).ToContainTextAsync("Đã gửi");
        await Expect(page.Page.Locator(".stale-band")).ToHaveCountAsync(0);
        var history = await browser.City.Http.GetStringAsync($"{browser.City.Address}/api/incidents/{id}/history");
        Assert.Equal(2, history.Split("Đã gọi đội sơn đường").Length);
    }

    [Fact]
    public async Task A_report_being_written_survives_a_reload_of_the_page()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Locator(".report-button").ClickAsync();
        await page.Page.Locator("#report-title").FillAsync("Nắp cống vỡ trước chợ");
        await page.Page.ReloadAsync();
        await page.Page.Locator(".report-button").ClickAsync();
        await Expect(page.Page.Locator("#report-title")).ToHaveValueAsync("Nắp cống vỡ trước chợ");
    }

    [Fact]
    public async Task A_page_that_slept_for_an_hour_takes_a_fresh_line_and_shows_what_it_missed()
    {
        await using var page = await browser.OpenAsync();
        await page.LiveAsync();
        var line = page.Page.WaitForRequestAsync(request => request.Url.Contains("/api/live", StringComparison.Ordinal));
        await page.Page.EvaluateAsync("() => { const now = Date.now; Date.now = () => now() + 3600000; dispatchEvent(new Event('focus')); }");
        Assert.Contains("lastEventId=", (await line).Url, StringComparison.Ordinal);

        await SmallTown.ReportAsync(browser.City, "Xảy ra khi đang ngủ", "OTHER", 1, 106.75, 21.85);
        await Expect(page.Row("Xảy ra khi đang ngủ")).ToBeVisibleAsync();
        await page.LiveAsync();
    }
}
