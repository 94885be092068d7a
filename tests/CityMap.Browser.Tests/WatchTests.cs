using CityMap.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>An operator's watch: many at once, from anywhere, and handed over.</summary>
[Collection(nameof(BrowserTests))]
public sealed class WatchTests(BrowserCity browser)
{
    [Fact]
    public async Task Many_are_chosen_and_received_and_the_one_that_changed_meanwhile_is_told()
    {
        string[] ids =
        [
            await SmallTown.ReportAsync(browser.City, "Loa phường hỏng 1", "NOISE", 2, 106.741, 21.842),
            await SmallTown.ReportAsync(browser.City, "Loa phường hỏng 2", "NOISE", 2, 106.742, 21.843),
            await SmallTown.ReportAsync(browser.City, "Loa phường hỏng 3", "NOISE", 2, 106.743, 21.844),
        ];
        await SmallTown.CommandAsync(browser.City, ids[1], "receive");
        await using var page = await browser.OpenAsync(new(Path: "/?q=loa+phuong+hong"));
        var keys = page.Page.Keyboard;
        await Expect(page.Rows).ToHaveCountAsync(3);
        foreach (var key in new[] { "j", "x", "j", "j", "Shift+X" }) await keys.PressAsync(key);
        await Expect(page.Page.Locator(".bulk-line")).ToContainTextAsync("Đã chọn 3");
        await Axe.BreaksNothingAsync(page.Page);

        await page.Page.Locator(".bulk-moves button", new() { HasText = "Tiếp nhận" }).ClickAsync();

        await Expect(page.Page.Locator(".bulk-outcome")).ToContainTextAsync("Đã tiếp nhận 2 sự cố.");
        await Expect(page.Page.Locator(".bulk-outcome li")).ToContainTextAsync(["Loa phường hỏng 2"]);
        await Expect(page.Page.Locator(".bulk-outcome li")).ToContainTextAsync(["Trạng thái hiện tại không cho phép."]);
        await keys.PressAsync("Escape");
        await Expect(page.Page.Locator(".bulk-line")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_first_of_the_queue_is_acknowledged_from_anywhere_and_the_watch_is_handed_over()
    {
        await SmallTown.ReportAsync(browser.City, "Cháy kho vật liệu", "FIRE", 5, 106.744, 21.845);
        await using var page = await browser.OpenAsync(new(Language: "en", Theme: "night", Path: "/?view=handover", WaitFor: ".handover-tiles"));
        await page.LiveAsync();
        await page.Page.Keyboard.PressAsync("Shift+A");
        await Expect(page.Page.Locator(".toast-good")).ToContainTextAsync("severity 5");

        await page.Page.Keyboard.PressAsync("u");
        await page.Page.Locator(".alert-queue, .alert-none").First.WaitForAsync();
        await Axe.BreaksNothingAsync(page.Page, ".popover");
        await page.Page.Keyboard.PressAsync("Escape");

        await page.Page.Locator(".handover-form input").Nth(1).FillAsync("Trần Minh");
        await page.Page.Locator(".handover-form textarea").FillAsync("Kho còn khói");
        await page.Page.Locator(".handover-form button").ClickAsync();
        await Expect(page.Page.Locator(".handover-log li").First).ToContainTextAsync("Trần Minh");
        await Expect(page.Page.Locator(".handover-log blockquote").First).ToHaveTextAsync("Kho còn khói");
        await Axe.BreaksNothingAsync(page.Page);
    }
}
