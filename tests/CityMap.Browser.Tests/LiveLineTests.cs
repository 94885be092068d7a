using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

[Collection(nameof(BrowserTests))]
public sealed class LiveLineTests(BrowserCity browser)
{
    [Fact]
    public async Task After_a_restart_of_the_server_the_open_page_goes_on_by_itself()
    {
        await using var page = await browser.OpenAsync(new(RequestsMayFail: true));
        await page.LiveAsync();

        await browser.City.KillAsync();
        await page.Page.Locator("[data-connection=stale]").WaitForAsync();
        await browser.City.StartAsync();
        await SmallTown.ReportAsync(browser.City, "Sau khi khởi động lại", "OTHER", 1, 106.75, 21.85);

        await Expect(page.Row("Sau khi khởi động lại")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Page.Locator("[data-connection=live]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_map_moved_while_the_server_was_away_is_filled_once_it_is_back()
    {
        await using var page = await browser.OpenAsync(new(Path: "/?view=map#map=15/21.86/106.72", RequestsMayFail: true));
        await page.LiveAsync();
        await page.Page.RestAsync();
        await browser.City.KillAsync();
        await page.Page.Locator("[data-connection=stale]").WaitForAsync();
        await page.Page.EvaluateAsync("() => { document.querySelector('#map').map.jumpTo({ center: [106.75, 21.85], zoom: 17 }); }");
        await page.Page.RestAsync();
        await browser.City.StartAsync();

        await page.Page.WaitForFunctionAsync(
            """
            () => {
                const map = document.querySelector('#map').map;
                return map.isSourceLoaded('streets') && map.queryRenderedFeatures().some(({ source, properties }) => source === 'streets' && properties.name === 'Đường Lê Lợi');
            }
            """);
    }

    [Fact]
    public async Task What_is_closed_elsewhere_leaves_the_list_of_what_is_open()
    {
        var id = await SmallTown.ReportAsync(browser.City, "Báo nhầm", "OTHER", 1, 106.75, 21.85);
        await using var page = await browser.OpenAsync();
        await page.LiveAsync();
        await Expect(page.Row("Báo nhầm")).ToBeVisibleAsync();

        using var answer = await browser.City.Http.PostAsync(
            $"{browser.City.Address}/api/incidents/{id}/commands",
            new StringContent("""{"command":"reject","reason":"Báo nhầm"}""", System.Text.Encoding.UTF8, "application/json"));
        Assert.True(answer.IsSuccessStatusCode);

        await Expect(page.Row("Báo nhầm")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_past_is_unmistakable_and_cannot_be_changed()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Locator(".time-button").ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "7 ngày trước" }).ClickAsync();

        await Expect(page.Page.Locator(".past")).ToContainTextAsync("Đang xem tại thời điểm");
        await Expect(page.Page.Locator(".report-button")).ToHaveCountAsync(0);
        await Expect(page.Rows).ToHaveCountAsync(0);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Về hiện tại" }).ClickAsync();
        await Expect(page.Page.Locator(".past")).ToHaveCountAsync(0);
        await Expect(page.Rows.First).ToBeVisibleAsync();
    }
}
