using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>A planner edits the features of a layer of their own: attributes, corners, new ones, deleted ones, there and back.</summary>
[Collection(nameof(BrowserTests))]
public sealed class FeatureEditingTests(BrowserCity browser)
{
    private const string Parcels = """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","id":"p1","properties":{"name":"Thửa 12","area":120.5,"floors":2},"geometry":{"type":"Polygon","coordinates":[[[106.716,21.842],[106.720,21.842],[106.720,21.845],[106.716,21.845],[106.716,21.842]]]}},
        {"type":"Feature","id":"p2","properties":{"name":"Thửa 13","area":80,"floors":1},"geometry":{"type":"Polygon","coordinates":[[[106.722,21.842],[106.725,21.842],[106.725,21.845],[106.722,21.845],[106.722,21.842]]]}}]}
        """;

    [Fact]
    public async Task A_planner_changes_draws_and_deletes_features_and_takes_it_all_back()
    {
        await ImportAsync("parcels");
        await using var page = await browser.OpenAsync(new(Path: "/#map=15/21.8435/106.7265"));
        await page.LiveAsync();
        await EditAsync(page.Page, "parcels");

        // Attributes.
        await page.Page.ClickMapAsync(106.718, 21.8435);
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Thửa 12" })).ToBeVisibleAsync();
        await page.Page.Locator(".feature-form [name=floors]").FillAsync("2,5");
        await Expect(page.Page.Locator(".feature-form")).ToContainTextAsync("Cần số nguyên.");
        await page.Page.Locator(".feature-form [name=floors]").FillAsync("3");
        await page.Page.Locator(".feature-form [name=name]").FillAsync("Thửa mười hai");
        await page.Page.Locator(".feature-form").GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.Page.Locator(".history")).ToContainTextAsync("Hoàng Lan sửa thuộc tính");
        await Expect(page.Page.Locator(".history")).ToContainTextAsync("Thửa 12 → Thửa mười hai");
        Assert.Equal(("Thửa mười hai", 3, 120.5), Values(await ReadAsync("parcels", "p1")));

        // Corners, by the keyboard.
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sửa hình" }).ClickAsync();
        await Expect(page.Page.Locator(".vertex:not(.vertex-between)")).ToHaveCountAsync(4);
        await page.Page.Locator("[data-vertex='v0-0']").FocusAsync();
        for (var i = 0; i < 5; i++) await page.Page.Keyboard.PressAsync("ArrowLeft");
        await page.Page.Locator("[data-vertex='m0-1']").ClickAsync();
        await Expect(page.Page.Locator(".toolbar")).ToContainTextAsync("5 điểm");
        await page.Page.Locator("[data-vertex='v0-1']").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Locator("[data-vertex='v0-3']").FocusAsync();
        await page.Page.Keyboard.PressAsync("Delete");
        await Expect(page.Page.Locator(".toolbar")).ToContainTextAsync("4 điểm");
        await Axe.BreaksNothingAsync(page.Page);
        await page.Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.Page.Locator(".history")).ToContainTextAsync("sửa hình");
        var ring = (await ReadAsync("parcels", "p1")).GetProperty("geometry").GetProperty("coordinates")[0];
        Assert.Equal(5, ring.GetArrayLength());
        Assert.InRange(ring[0][0].GetDouble(), 106.714, 106.71599);
        Assert.InRange(ring[1][1].GetDouble(), 21.8415, 21.84199);

        // There and back.
        await UndoAsync(page.Page);
        await Eventually("parcels", "p1", feature => feature.GetProperty("geometry").GetProperty("coordinates")[0][0][0].GetDouble() == 106.716);
        await UndoAsync(page.Page);
        await Eventually("parcels", "p1", feature => Values(feature).Name == "Thửa 12");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Thửa 12" })).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Làm lại" }).ClickAsync();
        await Eventually("parcels", "p1", feature => Values(feature).Name == "Thửa mười hai");

        // A new one.
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm vùng" }).ClickAsync();
        foreach (var (lon, lat) in new[] { (106.716, 21.8385), (106.720, 21.8385), (106.720, 21.8405) }) await page.Page.ClickMapAsync(lon, lat);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Xong" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Đối tượng chưa có tên" })).ToBeVisibleAsync();
        await page.Page.Locator(".feature-form [name=name]").FillAsync("Thửa mới");
        await page.Page.Locator(".feature-form").GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Thửa mới" })).ToBeVisibleAsync();
        Assert.Equal(3, await CountAsync("parcels"));
        var made = Regex.Match(page.Page.Url, "feature=parcels%2F([^&#]+)").Groups[1].Value;

        // Deleted, after being asked, and taken back with its id.
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Xoá" }).ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Giữ lại" })).ToBeFocusedAsync();
        await page.Page.Locator(".button-danger").ClickAsync();
        await Expect(page.Page.Locator(".toasts")).ToContainTextAsync("Đã xoá đối tượng");
        Assert.Equal(2, await CountAsync("parcels"));
        await UndoAsync(page.Page);
        await Expect(page.Page.Locator(".history")).ToContainTextAsync("xoá đối tượng");
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Thửa mới" })).ToBeVisibleAsync();
        Assert.Equal("Thửa mới", Values(await ReadAsync("parcels", made)).Name);

        // Out of it: a click means what it meant before.
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Xong" }).ClickAsync();
        await Expect(page.Page.Locator(".toolbar")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_overwrites_nothing()
    {
        await ImportAsync("gardens");
        await using var page = await browser.OpenAsync(new(Language: "en", Theme: "night", Path: "/?feature=gardens%2Fp1#map=15/21.8435/106.7265", RequestsMayFail: true));
        await page.LiveAsync();
        await page.Page.Locator(".feature-form [name=name]").FillAsync("Mine");
        await page.Page.RouteAsync("**/ogc/collections/gardens/items/p1", async route =>
        {
            if (route.Request.Method == "PATCH") await PatchAsync("gardens", "p1", """{"properties":{"floors":9}}""");
            await route.ContinueAsync();
        });
        await page.Page.Locator(".feature-form").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Page.Locator(".problem")).ToContainTextAsync("Somebody else has just changed this feature");
        await Expect(page.Page.Locator(".feature-form [name=floors]")).ToHaveValueAsync("9");
        await Expect(page.Page.Locator(".feature-form [name=name]")).ToHaveValueAsync("Mine");
        Assert.Equal(("Thửa 12", 9, 120.5), Values(await ReadAsync("gardens", "p1")));
    }

    [Fact]
    public async Task On_a_phone_a_feature_is_chosen_by_a_finger_and_nothing_is_too_small()
    {
        await ImportAsync("yards");
        await using var page = await browser.OpenAsync(new(Width: 390, Height: 844, Path: "/?feature=yards%2Fp2#map=15/21.8435/106.7235"));
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Thửa 13" })).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Toolbar)).ToContainTextAsync("Đang sửa lớp");
        await Axe.BreaksNothingAsync(page.Page);
        var wide = await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth");
        Assert.False(wide);
    }

    private static async Task EditAsync(IPage page, string layer)
    {
        await page.RestAsync();
        await page.Keyboard.PressAsync("l");
        await page.Locator($"[data-layer={layer}] .icon-button[aria-expanded]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa đối tượng" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Toolbar)).ToContainTextAsync("Đang sửa lớp");
        await page.Keyboard.PressAsync("l");
        await page.WaitForFunctionAsync("layer => { const map = document.querySelector('#map').map; return map.queryRenderedFeatures({ layers: [`${layer}-fill`] }).length > 0; }", layer);
    }

    private static async Task UndoAsync(IPage page)
    {
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác", Exact = true })).ToBeEnabledAsync();
        await page.Locator("#map canvas").FocusAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator(".toasts")).ToContainTextAsync("Đã hoàn tác");
        await page.EvaluateAsync("() => document.activeElement.blur()");
    }

    private async Task ImportAsync(string layer)
    {
        using var body = new StringContent(Parcels, Encoding.UTF8, "application/geo+json");
        using var answer = await browser.City.Http.PostAsync($"{browser.City.Address}/api/imports?layer={layer}&format=geojson&mode=replace", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> ReadAsync(string layer, string id)
    {
        using var answer = await browser.City.Http.GetAsync($"{browser.City.Address}/ogc/collections/{layer}/items/{id}");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task Eventually(string layer, string id, Func<JsonElement, bool> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!holds(await ReadAsync(layer, id))) await timer.WaitForNextTickAsync(limit.Token);
    }

    private async Task PatchAsync(string layer, string id, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"{browser.City.Address}/ogc/collections/{layer}/items/{id}") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/merge-patch+json");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await browser.City.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<long> CountAsync(string layer)
    {
        using var answer = await browser.City.Http.GetAsync($"{browser.City.Address}/ogc/collections/{layer}/items?limit=1");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("numberMatched").GetInt64();
    }

    private static (string? Name, int Floors, double Area) Values(JsonElement feature)
    {
        var properties = feature.GetProperty("properties");
        return (properties.GetProperty("name").GetString(), properties.GetProperty("floors") is { ValueKind: JsonValueKind.Number } floors ? floors.GetInt32() : 0,
            properties.GetProperty("area") is { ValueKind: JsonValueKind.Number } area ? area.GetDouble() : 0);
    }
}
