using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>A planner looks at an earlier division of the land: its borders, where they do not fit, and what its names mean today.</summary>
[Collection(nameof(BrowserTests))]
public sealed class EditionTests(BrowserCity browser)
{
    // Two areas that overlap by a strip, the western one named as a ward of today that lies elsewhere.
    private const string Earlier = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"code":"181","name":"Huyện Đông Kinh"},"geometry":{"type":"Polygon","coordinates":[[[106.60,21.82],[106.705,21.82],[106.705,21.90],[106.60,21.90],[106.60,21.82]]]}},
        {"type":"Feature","properties":{"code":"178","name":"Thành phố Lạng Sơn"},"geometry":{"type":"Polygon","coordinates":[[[106.70,21.82],[106.90,21.82],[106.90,21.90],[106.70,21.90],[106.70,21.82]]]}}]}
        """;

    [Fact]
    public async Task An_earlier_edition_is_shown_checked_and_compared_with_todays()
    {
        using (var content = new StringContent(Earlier))
        using (var stored = await browser.City.Http.PostAsync($"{browser.City.Address}/api/areas/editions?edition=2015&validFrom=2015-01-01&validTo=2025-07-01", content))
        {
            Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        }

        await using var page = await browser.OpenAsync(new(Path: "/?view=map"));
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("l");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Chi tiết lớp Địa bàn" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Các lần ban hành địa giới" }).ClickAsync();
        await Expect(page.Page.Locator("[data-edition='2025']")).ToContainTextAsync("Đang hiệu lực");
        await Expect(page.Page.Locator(".editions .import-stored")).ToBeVisibleAsync();

        await page.Page.Locator("[data-edition='2015']").ClickAsync();
        await Expect(page.Page.Locator("[data-fault=overlap] dd")).ToHaveTextAsync("1");
        var fault = page.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Huyện Đông Kinh.*Chồng lấn") });
        await fault.ClickAsync();
        await page.Page.WaitForFunctionAsync(
            """
            () => {
                const map = document.querySelector('#map').map;
                return !map.isMoving() && map.areTilesLoaded() && map.getZoom() > 11 && map.queryRenderedFeatures({ layers: ['edition-faults-area'] }).length > 0
                    && map.queryRenderedFeatures({ layers: ['edition-borders-line'] }).some((feature) => feature.properties.code === '181');
            }
            """);
        await page.Page.GetByLabel("So với").SelectOptionAsync("2025");
        await Expect(page.Page.Locator(".edition-changes")).ToContainTextAsync(new Regex("1 mã hoặc tên đã đổi nghĩa.*Huyện Đông Kinh"));
        await Axe.BreaksNothingAsync(page.Page, ".editions");

        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator(".editions")).ToHaveCountAsync(0);
        // What a panel drew is taken off after the paint without it.
        await page.Page.WaitForFunctionAsync("() => !document.querySelector('#map').map.getSource('edition-faults')");
    }
}
