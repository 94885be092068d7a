using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

[Collection(nameof(BrowserTests))]
public sealed class WhoActsTests(BrowserCity browser)
{
    [Fact]
    public async Task The_first_move_asks_for_the_name_and_then_goes_on_under_it()
    {
        await SmallTown.ReportAsync(browser.City, "Nắp hố ga bị mất", "TRAFFIC", 3, 106.741, 21.851);
        await using var page = await browser.OpenAsync(new(Actor: ""));
        await Expect(page.Page.Locator(".actor-name")).ToHaveTextAsync("Chưa đặt tên");
        await page.Row("Nắp hố ga bị mất").ClickAsync();
        await page.Move("receive").ClickAsync();

        await Expect(Name(page)).ToBeFocusedAsync();
        await Axe.BreaksNothingAsync(page.Page, "dialog.who-acts");
        await Name(page).FillAsync("Lê Minh");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator(".tag-state")).ToHaveTextAsync("Đã tiếp nhận");
        await Expect(page.Page.Locator(".history")).ToContainTextAsync("Lê Minh tiếp nhận");
        await Expect(page.Page.Locator(".actor-name")).ToHaveTextAsync("Lê Minh");

        await page.Page.Locator(".note textarea").FillAsync("Đã báo đội trực");
        await page.Page.Locator(".note button").ClickAsync();
        await Expect(page.Page.Locator(".history")).ToContainTextAsync("Lê Minh ghi chú");
        await Expect(Dialog(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_move_given_up_loses_nothing_and_one_without_a_name_is_asked_about_once()
    {
        await SmallTown.ReportAsync(browser.City, "Vỉa hè lún", "TRAFFIC", 2, 106.742, 21.852);
        await using var page = await browser.OpenAsync(new(Actor: ""));
        await page.Row("Vỉa hè lún").ClickAsync();
        await page.Page.Locator(".note textarea").FillAsync("Đã rào lại");
        await page.Page.Locator(".note button").ClickAsync();
        await Expect(Name(page)).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(Dialog(page)).ToBeHiddenAsync();
        await Expect(page.Page.Locator(".note textarea")).ToHaveValueAsync("Đã rào lại");
        await Expect(page.Page.Locator(".headline h1")).ToHaveTextAsync("Vỉa hè lún");
        await Expect(page.Page.Locator(".history blockquote")).ToHaveCountAsync(0);

        await page.Page.Locator(".note button").ClickAsync();
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "Tiếp tục không tên" }).ClickAsync();
        await Expect(page.Page.Locator(".history blockquote")).ToHaveTextAsync("Đã rào lại");
        await Expect(page.Page.Locator(".history")).ToContainTextAsync("Người ẩn danh");
        await page.Page.ReloadAsync();
        await page.Move("receive").ClickAsync();
        await Expect(page.Page.Locator(".tag-state")).ToHaveTextAsync("Đã tiếp nhận");
        await Expect(Dialog(page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_report_goes_without_a_name_and_nobody_is_asked()
    {
        await using var page = await browser.OpenAsync(new(Actor: ""));
        await page.Page.Locator(".report-button").ClickAsync();
        await page.Page.Locator("#report-title").FillAsync("Vòi nước công cộng chảy mãi");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Cấp thoát nước, ngập" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();

        await Expect(page.Page.Locator(".headline h1")).ToHaveTextAsync("Vòi nước công cộng chảy mãi");
        await Expect(Dialog(page)).ToBeHiddenAsync();
    }

    private static ILocator Dialog(OpenPage page) => page.Page.Locator("dialog.who-acts");

    private static ILocator Name(OpenPage page) => Dialog(page).Locator("input");
}
