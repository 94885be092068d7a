using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>What helps on the map: measuring, coordinates, sharing, turning, and the keyboard.</summary>
[Collection(nameof(BrowserTests))]
public sealed class MapAidTests(BrowserCity browser)
{
    private const double Lon = 106.7205;
    private const double Lat = 21.8605;
    private const string Path = "/?types=NOISE&open=true#map=15/21.8605/106.7205";

    [Fact]
    public async Task A_way_is_measured_along_the_ground_and_an_area_too()
    {
        await using var page = await browser.OpenAsync(new(Path: Path));
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("m");
        foreach (var (east, north) in new[] { (0.0, 0.0), (0.004, 0.0), (0.004, 0.003) }) await page.Page.ClickMapAsync(Lon + east, Lat + north);

        var result = page.Page.Locator(".toolbar output");
        await Expect(result).ToHaveTextAsync(new Regex("^7[34]\\d m$"));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Vùng", Exact = true }).ClickAsync();
        await Expect(result).ToHaveTextAsync(new Regex("^6,[89]\\d? ha · 1,3 km$"));
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator(".toolbar")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Typed_coordinates_take_the_map_there_and_what_cannot_be_read_is_said()
    {
        await using var page = await browser.OpenAsync(new(Language: "en", Theme: "night", Path: Path));
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("g");
        var field = page.Page.GetByLabel("Latitude, longitude");
        await Expect(field).ToBeFocusedAsync();
        await field.FillAsync("somewhere");
        await field.PressAsync("Enter");
        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no coordinates");

        await field.FillAsync("21.84; 106.79");
        await field.PressAsync("Enter");
        await Expect(page.Page.Locator(".map-card")).ToContainTextAsync("21.84000, 106.79000");
        await page.Page.RestAsync();
        var (x, y) = await page.Page.PlaceOnScreenAsync(106.79, 21.84);
        await page.Page.Mouse.MoveAsync(x + 40, y + 60);
        await Expect(page.Page.Locator(".map-coordinates")).ToContainTextAsync(new Regex("21\\.8[34]\\d+, 106\\.79\\d+"));
    }

    [Fact]
    public async Task The_map_moves_zooms_and_turns_by_keys_and_turns_back_north()
    {
        await using var page = await browser.OpenAsync(new(Path: Path));
        await page.Page.RestAsync();
        await page.Page.Locator(".maplibregl-canvas").FocusAsync();
        var keys = page.Page.Keyboard;
        await keys.PressAsync("ArrowRight");
        await page.Page.WaitForFunctionAsync("lon => document.querySelector('#map').map.getCenter().lng > lon + 0.0005", Lon);
        await keys.PressAsync("+");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#map').map.getZoom() > 15.9");
        await keys.PressAsync("Shift+ArrowRight");
        await page.Page.WaitForFunctionAsync("() => Math.abs(document.querySelector('#map').map.getBearing()) > 5");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Quay về hướng bắc" }).ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#map').map.getBearing() === 0");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Công cụ bản đồ" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Xoay theo chiều kim đồng hồ" }).ClickAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#map').map.getBearing() !== 0");
    }

    [Fact]
    public async Task The_copied_link_opens_the_same_view()
    {
        await using var page = await browser.OpenAsync(new(Path: Path));
        await page.Apart().GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Page.RestAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Công cụ bản đồ" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Chép đường dẫn tới khung nhìn này" }).ClickAsync();
        await Expect(page.Page.Locator(".toast")).ToContainTextAsync("Đã chép đường dẫn");

        var link = await page.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("types=NOISE", link, StringComparison.Ordinal);
        Assert.Contains("#map=15/21.86", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incidents_lying_on_one_another_open_as_a_list_to_choose_from()
    {
        await SmallTown.ReportAsync(browser.City, "Tầng trên", "TELECOM", 2, 106.8105, 21.8705);
        await SmallTown.ReportAsync(browser.City, "Tầng dưới", "TELECOM", 4, 106.8105, 21.8705);
        await using var page = await browser.OpenAsync(new(Path: "/?types=TELECOM#map=16/21.8705/106.8105"));
        await page.Page.WatchMapAsync();
        await page.Page.SeenAsync(2);
        await page.Page.ClickMapAsync(106.8105, 21.8705);

        var card = page.Page.Locator(".map-card");
        await Expect(card).ToContainTextAsync("2 sự cố ở đây");
        await card.GetByRole(AriaRole.Button, new() { Name = "Tầng dưới" }).ClickAsync();
        await Expect(page.Page.Locator(".headline h1")).ToHaveTextAsync("Tầng dưới");
        await Expect(card).ToHaveCountAsync(0);
    }
}
