using System.Diagnostics;
using System.Text.RegularExpressions;
using CityMap.Browser.Tests.Support;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Tests.Formats.Shapefile;
using CityMap.Server.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>A planner brings what the departments have, looks at it, works something out and takes the answer to another program.</summary>
[Collection(nameof(BrowserTests))]
public sealed class PlannerTests(BrowserCity browser)
{
    // VN-2000, zone of three degrees around 107°15′: the one of Lạng Sơn.
    private const int Zone = 9215;

    [Fact]
    public async Task The_old_districts_are_dropped_on_the_map_and_coloured_by_name_and_by_area()
    {
        await using var page = await browser.OpenAsync(new(Path: "/?view=map"));
        await page.Page.RestAsync();
        await page.Page.DropAsync(("langson_districts_pre2025.geojson", await File.ReadAllBytesAsync(TestFiles.File("boundaries/langson_districts_pre2025.geojson").FullName)));
        var panel = page.Page.Locator(".import");
        await Expect(panel).ToContainTextAsync(new Regex("11 vùng"));
        await Axe.BreaksNothingAsync(page.Page, ".import");
        await StoreAsync(page.Page);

        await page.Page.Keyboard.PressAsync("l");
        await page.Page.Locator("[data-layer=langson_districts_pre2025]").GetByRole(AriaRole.Button, new() { NameRegex = new("^Chi tiết lớp") }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Kiểu vẽ", Exact = true }).ClickAsync();
        var form = page.Page.Locator(".style-form");
        await form.GetByRole(AriaRole.Button, new() { Name = "Giá trị" }).ClickAsync();
        await form.Locator("select").First.SelectOptionAsync("name");
        await Expect(form.Locator(".legend-lines")).ToContainTextAsync("Huyện Bắc Sơn");
        await form.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await ColoursAsync(page.Page, 5, 11);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Kiểu vẽ", Exact = true }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Số liệu" }).ClickAsync();
        await form.Locator("select").First.SelectOptionAsync("area_km2");
        await form.Locator("select").Nth(1).SelectOptionAsync("NaturalBreaks");
        await Expect(form.Locator(".legend-lines")).ToContainTextAsync(new Regex("78,.*–"));
        await form.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await ColoursAsync(page.Page, 3, 5);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Ngừng dùng", Exact = true }).ClickAsync();
        var retired = page.Page.Locator(".layer-retired").Filter(new() { HasTextRegex = new("(?i)langson.districts") });
        await retired.GetByRole(AriaRole.Button, new() { Name = "Dùng lại" }).ClickAsync();
        await Expect(page.Page.Locator("[data-layer=langson_districts_pre2025]")).ToBeVisibleAsync();
        await Expect(retired).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_Shapefile_in_metres_dropped_in_its_parts_is_asked_about_buffered_and_read_by_ogrinfo()
    {
        await using var page = await browser.OpenAsync(new(Path: "/?view=map"));
        await page.Page.RestAsync();
        var zone = CrsCatalogue.Find(Zone)!;
        var wells = new[] { (106.741, 21.848), (106.752, 21.853), (106.766, 21.846) }.Select(at => zone.FromGround(at.Item1, at.Item2)).ToArray();
        await page.Page.DropAsync(
            ("gieng.shp", Shapes.Points(wells)), ("gieng.dbf", Shapes.Names(0, "Gieng 1"u8.ToArray(), "Gieng 2"u8.ToArray(), "Gieng 3"u8.ToArray())), ("gieng.qix", [1, 2, 3]));
        var choice = page.Page.Locator(".import-crs").GetByRole(AriaRole.Button, new() { NameRegex = new("107°15′") });
        await Expect(choice).ToContainTextAsync($"EPSG:{Zone}");
        await Axe.BreaksNothingAsync(page.Page, ".import");
        await choice.ClickAsync();
        await Expect(page.Page.Locator(".import")).ToContainTextAsync(new Regex("3 điểm"));
        await StoreAsync(page.Page);
        await page.Page.WaitForFunctionAsync("at => { const c = document.querySelector('#map').map.getCenter(); return Math.abs(c.lng - at[0]) < 0.02 && Math.abs(c.lat - at[1]) < 0.02; }", new[] { 106.753, 21.849 });

        await page.Page.Keyboard.PressAsync("l");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Phân tích…" }).ClickAsync();
        await page.Page.Locator("[data-analysis=Buffer]").ClickAsync();
        await page.Page.GetByLabel("Quanh").SelectOptionAsync("gieng");
        await page.Page.GetByLabel("Khoảng cách (m)").FillAsync("200");
        await page.Page.GetByLabel("Gộp thành một vùng").UncheckAsync();
        await Expect(page.Page.Locator("[data-preview]")).ToHaveTextAsync("Sẽ dùng 3 đối tượng.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Phân tích", Exact = true }).ClickAsync();
        var result = page.Page.Locator("[data-result]");
        await Expect(result.Locator("[data-figure=features] dd")).ToHaveTextAsync("3");
        var id = await result.GetAttributeAsync("data-result");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).Last.ClickAsync();

        var row = page.Page.Locator($"[data-layer={id}]");
        await row.GetByRole(AriaRole.Button).Last.ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Tải xuống" }).ClickAsync();
        foreach (var format in new[] { "GeoPackage", "Shapefile" })
        {
            var download = await page.Page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link, new() { Name = format }).ClickAsync());
            var file = Path.Combine(Directory.CreateTempSubdirectory("citymap-planner-").FullName, download.SuggestedFilename);
            await download.SaveAsAsync(file);
            var told = await OgrInfoAsync(file);
            Assert.Contains("Feature Count: 3", told, StringComparison.Ordinal);
            Assert.Matches("Geometry: (Multi )?Polygon", told);
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    // How many colours the old districts on the map have.
    private static Task ColoursAsync(IPage page, int least, int most) => page.WaitForFunctionAsync(
        """
        ([least, most]) => {
            const map = document.querySelector('#map').map;
            const fills = map.getStyle().layers.filter(layer => layer.source === 'langson_districts_pre2025' && layer.type === 'fill').map(layer => layer.id);
            const shown = new Set(map.areTilesLoaded() ? map.queryRenderedFeatures({ layers: fills }).map(one => JSON.stringify(one.layer.paint['fill-color'])) : []);
            return shown.size >= least && shown.size <= most;
        }
        """,
        new[] { least, most });

    private static async Task StoreAsync(IPage page)
    {
        await page.Locator(".import").GetByRole(AriaRole.Button, new() { Name = "Đưa vào bản đồ", Exact = true }).ClickAsync();
        await Expect(page.Locator(".import-stored")).ToBeVisibleAsync();
        await page.Locator(".import-foot").GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
    }

    private static async Task<string> OgrInfoAsync(string file)
    {
        using var process = Process.Start(new ProcessStartInfo("ogrinfo", ["-ro", "-so", "-al", file.EndsWith(".zip", StringComparison.Ordinal) ? "/vsizip/" + file : file]) { RedirectStandardOutput = true })!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return told;
    }
}
