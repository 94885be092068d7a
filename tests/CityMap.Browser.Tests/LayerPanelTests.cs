using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>The panel of layers: found by name, drawn fainter, coloured by a figure, and honest about what is not known.</summary>
[Collection(nameof(BrowserTests))]
public sealed class LayerPanelTests(BrowserCity browser)
{
    [Fact]
    public async Task A_layer_is_found_without_accents_and_drawn_fainter_also_after_a_reload()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("l");
        await page.Page.GetByLabel("Tìm lớp").FillAsync("dia ban");
        await Expect(page.Page.Locator("[data-layer]")).ToHaveCountAsync(1);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Chi tiết lớp Địa bàn" }).ClickAsync();
        var slider = page.Page.GetByLabel("Độ đậm");
        await slider.FillAsync("40");
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#map').map.getPaintProperty('districts-border', 'line-opacity') === 0.4");

        await page.Page.ReloadAsync();
        await page.Page.RestAsync();
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#map').map.getPaintProperty('districts-border', 'line-opacity') === 0.4");
        await page.Page.GetByLabel("Tìm lớp").FillAsync("không có đâu");
        await Expect(page.Page.Locator(".layer-none")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Districts_are_coloured_by_the_chosen_figure_with_a_legend()
    {
        await SmallTown.ReportAsync(browser.City, "Trường hết nước", "EDU", 2, 106.7305, 21.8705);
        await using var page = await browser.OpenAsync(new(Language: "en", Theme: "night"));
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("l");
        await page.Page.GetByLabel("Colour districts by").SelectOptionAsync("type:EDU");

        await Expect(page.Page.Locator(".theme-legend")).ToContainTextAsync(new Regex("Districts by: Education.*0.*1.*no data yet"));
        await page.Page.WaitForFunctionAsync(
            """
            () => {
                const map = document.querySelector('#map').map;
                const shade = (id) => map.getFeatureState({ source: 'districts', sourceLayer: 'districts', id }).shade;
                return shade('06001@2025') === 4 && shade('05977@2025') === 0;
            }
            """);
        await page.Page.GetByLabel("Colour districts by").SelectOptionAsync("none");
        await Expect(page.Page.Locator(".theme-legend")).ToHaveCountAsync(0);
        await page.Page.WaitForFunctionAsync("() => !document.querySelector('#map').map.getLayer('districts-shade')");
    }

    [Fact]
    public async Task An_order_of_layers_tried_out_here_becomes_that_of_everyone()
    {
        foreach (var layer in new[] { "order_a", "order_b" })
        {
            using var body = new StringContent("""{"type":"FeatureCollection","features":[{"type":"Feature","id":"1","properties":{},"geometry":{"type":"Point","coordinates":[106.75,21.85]}}]}""");
            using var stored = await browser.City.Http.PostAsync($"{browser.City.Address}/api/imports?layer={layer}&format=geojson&mode=replace", body);
            Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync());
        }

        await using (var first = await browser.OpenAsync(new(Path: "/?view=map")))
        {
            await first.Page.RestAsync();
            await first.Page.Keyboard.PressAsync("l");
            await first.Page.Locator("[data-layer=order_a] .order-handle").FocusAsync();
            await first.Page.Keyboard.PressAsync("End");
            await first.Page.GetByRole(AriaRole.Button, new() { Name = "Đặt thứ tự này cho mọi người" }).ClickAsync();
            await Expect(first.Page.Locator(".toasts")).ToContainTextAsync("Mọi người đã thấy các lớp theo thứ tự này");
            await Expect(first.Page.Locator(".order-reset")).ToHaveCountAsync(0);
        }

        await using var second = await browser.OpenAsync(new(Language: "en", Path: "/?view=map"));
        await second.Page.RestAsync();
        await second.Page.Keyboard.PressAsync("l");
        await second.Page.Locator("[data-layer=order_a]").WaitForAsync();
        await second.Page.WaitForFunctionAsync(
            """
            () => {
                const rows = [...document.querySelectorAll('[data-layer]')].map((row) => row.dataset.layer);
                const drawn = document.querySelector('#map').map.getStyle().layers.map((layer) => layer.source);
                return rows.indexOf('order_b') < rows.indexOf('order_a') && drawn.indexOf('order_a') < drawn.indexOf('order_b');
            }
            """);
    }

    [Fact]
    public async Task A_planner_makes_a_layer_and_stands_ready_to_draw_on_it()
    {
        await using var page = await browser.OpenAsync(new(Path: "/?view=map"));
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("l");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Lớp mới để vẽ" }).ClickAsync();
        await page.Page.GetByLabel("Tên lớp").FillAsync("Điểm đen giao thông");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm thuộc tính" }).ClickAsync();
        await page.Page.GetByLabel("Tên thuộc tính").Last.FillAsync("Từ năm");
        await page.Page.GetByLabel("Kiểu").Last.SelectOptionAsync("Integer");
        await Axe.BreaksNothingAsync(page.Page, ".layer-panel");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Tạo và vẽ" }).ClickAsync();
        await Expect(page.Page.Locator("[data-layer=diem_den_giao_thong]")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".edit-bar")).ToContainTextAsync("Điểm đen giao thông");
        await Expect(page.Page.Locator(".make-layer")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_layer_without_data_says_so_and_never_zero()
    {
        await using var page = await browser.OpenAsync(new(Path: "/?view=map"));
        await page.Page.RestAsync();
        await page.Page.Keyboard.PressAsync("l");
        var names = await page.Page.Locator("[data-layer] .layer-name small").AllTextContentsAsync();
        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, text => Regex.IsMatch(text, "^0\\b"));
        await Expect(page.Page.Locator("[data-layer=incidents] .fresh")).ToHaveTextAsync("trực tiếp");
    }
}
