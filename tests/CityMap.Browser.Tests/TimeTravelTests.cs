using System.Net.Http.Json;
using CityMap.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>Leaving the present and coming back: everything on the screen is of the same moment.</summary>
[Collection(nameof(BrowserTests))]
public sealed class TimeTravelTests(BrowserCity browser)
{
    private const string Type = "BUS";
    private const string View = "/?types=BUS&open=true#map=12/21.8405/106.8005";

    [Fact]
    public async Task A_day_back_by_the_keyboard_and_list_map_detail_and_address_are_of_yesterday()
    {
        await OccurredAsync("Trạm xe buýt mất điện", TimeSpan.FromDays(2), 106.8005);
        await OccurredAsync("Mái trạm xe buýt đổ", TimeSpan.FromHours(1), 106.8405);
        await using var page = await browser.OpenAsync(new(Path: View));
        await page.Page.WatchMapAsync();
        await page.Page.SeenAsync(2);

        await page.Page.Keyboard.PressAsync("{");
        await Expect(page.Page.Locator(".past")).ToContainTextAsync("Đang xem tại thời điểm");
        await Expect(page.Row("Mái trạm xe buýt đổ")).ToHaveCountAsync(0);
        await Expect(page.Row("Trạm xe buýt mất điện")).ToBeVisibleAsync();
        await page.Page.SeenAsync(1);
        Assert.Contains("asOf=", page.Page.Url, StringComparison.Ordinal);

        await page.Row("Trạm xe buýt mất điện").ClickAsync();
        await Expect(page.Page.Locator(".moves-past")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("0");
        await Expect(page.Page.Locator(".past")).ToHaveCountAsync(0);
        await Expect(page.Move("receive")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Row("Mái trạm xe buýt đổ")).ToBeVisibleAsync();
        await page.Page.SeenAsync(2);
        await page.LiveAsync();
    }

    [Fact]
    public async Task The_calendar_takes_the_day_of_the_city_and_a_moment_that_has_not_come_is_refused()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Locator(".time-button").ClickAsync();
        await page.Page.GetByLabel("Ngày giờ (giờ Việt Nam)").FillAsync("31/12/2099 10:00");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.GetByText("Thời điểm này chưa tới.")).ToBeVisibleAsync();

        await page.Page.GetByLabel("Ngày giờ (giờ Việt Nam)").FillAsync("15/03/2026 08:30");
        await page.Page.Locator(".calendar-day[aria-pressed=true]").ClickAsync();
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Page.GetByLabel("Ngày giờ (giờ Việt Nam)")).ToHaveValueAsync("08/03/2026 08:30");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Xem", Exact = true }).ClickAsync();
        await page.Page.WaitForURLAsync(url => url.Contains(Uri.EscapeDataString("2026-03-08T01:30:00Z"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_film_plays_from_then_to_now_and_ends_there()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Locator(".time-select").First.SelectOptionAsync("day");
        await page.Page.Locator("#time-slider").FocusAsync();
        for (var i = 0; i < 3; i++) await page.Page.Keyboard.PressAsync("PageDown");
        await Expect(page.Page.Locator(".past")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("p");
        await Expect(page.Page.Locator(".past")).ToHaveCountAsync(0);
        await page.LiveAsync();
    }

    private async Task OccurredAsync(string title, TimeSpan ago, double lon)
    {
        var body = new { title, type = Type, severity = 2, position = new { lon, lat = 21.8405 }, occurredAt = TimeProvider.System.GetUtcNow() - ago };
        using var answer = await browser.City.Http.PostAsJsonAsync($"{browser.City.Address}/api/incidents", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
