using System.Text.Json.Nodes;
using CityMap.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

[Collection(nameof(BrowserTests))]
public sealed class OperatorTests(BrowserCity browser)
{
    [Fact]
    public async Task An_incident_is_received_assigned_and_started_from_its_detail()
    {
        await SmallTown.ReportAsync(browser.City, "Đèn tín hiệu hỏng", "TRAFFIC", 4, 106.751, 21.851);
        await using var page = await browser.OpenAsync();
        await page.Row("Đèn tín hiệu hỏng").ClickAsync();

        await page.Move("receive").ClickAsync();
        await Expect(page.Page.Locator(".tag-state")).ToHaveTextAsync("Đã tiếp nhận");
        await page.Move("assign").ClickAsync();
        await page.Page.Locator(".ask input").FillAsync("Đội Quản lý đô thị");
        await page.Page.Locator(".ask button[type=submit]").ClickAsync();
        await Expect(page.Page.Locator(".tag-state")).ToHaveTextAsync("Đã phân công");
        await page.Move("start").ClickAsync();
        await Expect(page.Page.Locator(".tag-state")).ToHaveTextAsync("Đang xử lý");

        await Expect(page.Page.Locator(".history")).ToContainTextAsync("Hoàng Lan phân công cho Đội Quản lý đô thị");
        await Expect(page.Page.Locator(".facts")).ToContainTextAsync(SmallTown.West);
    }

    [Fact]
    public async Task The_agencies_that_were_given_work_are_offered_and_a_new_name_is_told_as_new()
    {
        var before = await SmallTown.ReportAsync(browser.City, "Cống tắc cũ", "WATER", 2, 106.7515, 21.8515);
        await SmallTown.CommandAsync(browser.City, before, new { command = "receive" });
        await SmallTown.CommandAsync(browser.City, before, new { command = "assign", agency = "Công ty Thoát nước" });
        var id = await SmallTown.ReportAsync(browser.City, "Cống tắc", "WATER", 2, 106.7516, 21.8516);
        await SmallTown.CommandAsync(browser.City, id, new { command = "receive" });
        await using var page = await browser.OpenAsync(new(Path: $"/?incident={id}"));
        await page.Move("assign").ClickAsync();
        await page.Page.Locator(".ask input").FillAsync("Đội mới lập");
        await Expect(page.Page.Locator(".ask [role=status]")).ToHaveTextAsync("Tên mới, chưa từng được phân công.");
        await page.Page.Locator(".ask input").FillAsync("thoat");
        await page.Page.Locator(".agency-offers .chip").Filter(new() { HasText = "Công ty Thoát nước" }).ClickAsync();
        await Expect(page.Page.Locator(".ask [role=status]")).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator(".history")).ToContainTextAsync("Hoàng Lan phân công cho Công ty Thoát nước");
    }

    [Fact]
    public async Task A_note_is_kept_in_the_history()
    {
        await SmallTown.ReportAsync(browser.City, "Biển tên phố mờ", "TRAFFIC", 2, 106.752, 21.853);
        await using var page = await browser.OpenAsync();
        await page.Row("Biển tên phố mờ").ClickAsync();
        await page.Page.Locator(".note textarea").FillAsync("Đã gọi cho đội duy tu");
        await page.Page.Locator(".note button").ClickAsync();

        await Expect(page.Page.Locator(".history blockquote")).ToHaveTextAsync("Đã gọi cho đội duy tu");
        await Expect(page.Page.Locator(".note textarea")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task When_somebody_else_was_first_the_page_shows_what_changed_and_offers_again()
    {
        var id = await SmallTown.ReportAsync(browser.City, "Nắp cống vỡ", "WATER", 3, 106.753, 21.854);
        await using var page = await browser.OpenAsync(new(RequestsMayFail: true));
        await page.Page.RouteAsync("**/commands", async route =>
        {
            var body = JsonNode.Parse(route.Request.PostData!)!;
            body["expectedVersion"] = 1;
            await route.ContinueAsync(new() { PostData = System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()) });
        });
        await page.Row("Nắp cống vỡ").ClickAsync();
        await page.Move("reject").ClickAsync();
        await page.Page.Locator(".ask input").FillAsync("Báo trùng");
        await SmallTown.CommandAsync(browser.City, id, "acknowledge");
        await Expect(page.Page.Locator(".conflict-who")).ToContainTextAsync("xác nhận");
        await Expect(page.Page.Locator(".ask input")).ToHaveValueAsync("Báo trùng");
        await page.Page.Locator(".ask .form-buttons button").First.ClickAsync();
        await Expect(page.Page.Locator(".tag-unacknowledged")).ToHaveCountAsync(0);
        await page.Move("receive").ClickAsync();

        await Expect(page.Page.Locator(".conflict")).ToContainTextAsync("Có người vừa thay đổi sự cố này");
        await page.Page.UnrouteAsync("**/commands");
        await page.Move("receive").ClickAsync();
        await Expect(page.Page.Locator(".tag-state")).ToHaveTextAsync("Đã tiếp nhận");
    }

    [Fact]
    public async Task The_whole_shift_can_be_worked_from_the_keyboard()
    {
        await using var page = await browser.OpenAsync();
        var keys = page.Page.Keyboard;
        await keys.PressAsync("j");
        await keys.PressAsync("j");
        await keys.PressAsync("Enter");
        await Expect(page.Page.Locator(".headline h1")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(page.Page.Locator(".headline h1")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".panel-list [role=listbox]")).ToBeFocusedAsync();
        await keys.PressAsync("?");
        await Expect(page.Page.Locator("dialog.help")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("/");
        await Expect(page.Page.Locator("#search")).ToBeFocusedAsync();
        await page.Page.Locator("#search").FillAsync("tram bom");
        await Expect(page.Page.Locator("[role=option]").Filter(new() { HasText = "Trạm bơm Thác Mạ" })).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await Expect(page.Page.Locator(".headline h1")).ToHaveTextAsync("Trạm bơm Thác Mạ");
    }
}
