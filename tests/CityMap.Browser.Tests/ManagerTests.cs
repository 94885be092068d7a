using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>A manager looks in the morning: how the district stands, how it got there, how the others stand, and what is broken.</summary>
[Collection(nameof(BrowserTests))]
public sealed class ManagerTests(BrowserCity browser)
{
    private const string West = "06001@2025";

    [Fact]
    public async Task The_morning_begins_with_the_district_and_every_number_opens_its_list()
    {
        await SmallTown.ReportAsync(browser.City, "Cống tắc trước trường", "WATER", 3, 106.731, 21.861);
        var open = await FiguresAsync();
        await using var page = await browser.OpenAsync(new(Path: "/?view=districts", WaitFor: ".row-district"));
        await page.Page.Locator(".row-district").Filter(new() { HasText = SmallTown.West }).ClickAsync();
        var panel = page.Page.Locator(".panel-over .detail");
        await Expect(panel.Locator("h1")).ToHaveTextAsync(SmallTown.West);
        await Expect(panel.Locator(".figures-row .figure b").First).ToHaveTextAsync($"{open}");
        await Expect(panel.Locator(".changes-line")).ToContainTextAsync(new Regex($"Từ .*{open} bây giờ"));
        await Expect(panel.Locator(".change-item").Filter(new() { HasText = "Cống tắc trước trường" })).ToContainTextAsync("Mới báo");
        foreach (var range in new[] { "24 giờ", "90 ngày" })
        {
            await panel.GetByText(range, new() { Exact = true }).ClickAsync();
            await Expect(panel.Locator(".trend-read")).ToContainTextAsync($"Trong {range}");
        }

        await Expect(panel.Locator("canvas").First).ToBeVisibleAsync();
        await Axe.BreaksNothingAsync(page.Page, ".panel-over");

        await panel.Locator(".figures-row .figure").First.ClickAsync();
        await Expect(page.Page.Locator(".list-count")).ToHaveTextAsync(new Regex($"^{open} "));
        await Expect(page.Page.Locator(".chip-on").Filter(new() { HasText = SmallTown.West })).ToHaveCountAsync(1);
        await Expect(page.Row("Cống tắc trước trường")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Districts_stand_side_by_side_and_what_is_down_is_a_click_away()
    {
        await using var page = await browser.OpenAsync(new(Language: "en", Theme: "night", Path: "/?view=districts", WaitFor: ".row-district"));
        await page.Page.GetByText("Compare", new() { Exact = true }).ClickAsync();
        await Expect(page.Page.Locator(".compare li")).ToHaveCountAsync(2);
        await page.Page.Locator(".compare-tools select").SelectOptionAsync("overdue");
        await Axe.BreaksNothingAsync(page.Page, ".panel-list");

        await page.Page.Locator(".compare-name").Filter(new() { HasText = "Dong Kinh" }).ClickAsync();
        var panel = page.Page.Locator(".panel-over .detail");
        await panel.GetByRole(AriaRole.Button, new() { NameRegex = new("Thác Mạ") }).ClickAsync();
        await Expect(panel.Locator("h1")).ToContainTextAsync("Thác Mạ");
        await Expect(panel.Locator(".headline-tags")).ToContainTextAsync("Down");
        await Axe.BreaksNothingAsync(page.Page, ".panel-over");
    }

    [Fact]
    public async Task A_figure_of_the_comparison_opens_the_list_of_what_it_counts()
    {
        await using var page = await browser.OpenAsync(new(Path: "/?view=districts", WaitFor: ".row-district"));
        await page.Page.GetByText("So sánh", new() { Exact = true }).ClickAsync();
        await page.Page.Locator(".compare-tools select").SelectOptionAsync("opened");
        await page.Page.Locator(".compare-figure").First.ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new Regex("occurredSince="));
        await Expect(page.Page.Locator(".list-count")).ToBeVisibleAsync();
    }

    // How many incidents are open in the west, once the carried figures say what the list says.
    private async Task<long> FiguresAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            await Task.Delay(20, limit.Token);
            var district = await GetAsync($"/api/districts/{West}");
            var list = await GetAsync($"/api/incidents?districts={West}&open=true&exercise=false&limit=1");
            var open = district.GetProperty("counts").GetProperty("open").GetInt64();
            if (open > 0 && open == list.GetProperty("numberMatched").GetInt64()) return open;
        }
    }

    private Task<JsonElement> GetAsync(string path) => browser.City.Http.GetFromJsonAsync<JsonElement>(browser.City.Address + path);
}
