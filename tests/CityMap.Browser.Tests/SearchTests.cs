using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>The search box, by keyboard: everything of the city in groups, places by numbers, and honest when there is nothing.</summary>
[Collection(nameof(BrowserTests))]
public sealed class SearchTests(BrowserCity browser)
{
    [Fact]
    public async Task What_is_found_stands_in_groups_and_is_chosen_with_the_arrows()
    {
        await using var page = await browser.OpenAsync();
        await TypeAsync(page, "le loi");
        await Expect(page.Page.GetByRole(AriaRole.Group, new() { Name = "Đường phố" })).ToContainTextAsync("Đường Lê Lợi");
        await Expect(Option(page, "Đường Lê Lợi").First).ToHaveAttributeAsync("aria-selected", "true");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Option(page, "Đường Lê Lợi").First).ToHaveAttributeAsync("aria-selected", "false");

        await page.Page.Locator("#search").FillAsync("thac ma");
        await Expect(page.Page.GetByRole(AriaRole.Group, new() { Name = "Công trình" })).ToContainTextAsync("Trạm bơm Thác Mạ");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator(".headline h1")).ToHaveTextAsync("Trạm bơm Thác Mạ");
        await Expect(page.Page.Locator(".search-panel")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Numbers_are_a_place_in_degrees_or_in_metres_of_VN_2000()
    {
        await using var page = await browser.OpenAsync(new(Language: "en", Theme: "night"));
        await TypeAsync(page, "21.85, 106.76");
        await Expect(Option(page, "Go to 21.85000, 106.76000")).ToBeVisibleAsync();
        await page.Page.Locator("#search").FillAsync("2417700 449400");
        await Expect(Option(page, "VN-2000")).ToContainTextAsync(new Regex("Go to 21\\.8.*106\\.7"));
    }

    [Fact]
    public async Task Words_that_nothing_has_say_so_and_Esc_leaves()
    {
        await using var page = await browser.OpenAsync();
        await TypeAsync(page, "khongcogica");
        await Expect(page.Page.Locator(".search-note")).ToHaveTextAsync("Không thấy gì khớp. Thử ít từ hơn, không cần dấu.");
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator("#search")).ToHaveValueAsync("");
        await Expect(page.Page.Locator(".search-panel")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_of_not_taken_for_nothing()
    {
        await using var page = await browser.OpenAsync(new(RequestsMayFail: true));
        await page.Page.RouteAsync("**/api/search?*", route => route.AbortAsync());
        await TypeAsync(page, "tram bom");
        await Expect(page.Page.Locator(".search-note")).Not.ToBeEmptyAsync();
        await Expect(page.Page.Locator(".search-note")).Not.ToContainTextAsync("Không thấy gì khớp");
    }

    private static async Task TypeAsync(OpenPage page, string words)
    {
        await page.Page.Keyboard.PressAsync("/");
        await page.Page.Locator("#search").FillAsync(words);
    }

    private static ILocator Option(OpenPage page, string text) => page.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = text });
}
