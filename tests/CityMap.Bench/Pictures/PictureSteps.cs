using CityMap.Bench.Consoles;
using Microsoft.Playwright;

namespace CityMap.Bench.Pictures;

/// <summary>What hands do in the console before a picture is taken.</summary>
internal static class PictureSteps
{
    public static Task PressAsync(IPage page, string key) => page.Keyboard.PressAsync(key);

    public static async Task ColourAsync(IPage page)
    {
        await PressAsync(page, "l");
        await page.GetByLabel("Tô màu địa bàn theo").SelectOptionAsync("open");
    }

    public static async Task CompareAsync(IPage page)
    {
        await page.Locator(".list-modes button").Last.ClickAsync();
        await page.Locator(".compare-card path").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public static async Task SearchAsync(IPage page)
    {
        await PressAsync(page, "/");
        await page.Keyboard.TypeAsync("tran");
        await page.Locator("[role=listbox] [role=option]").First.WaitForAsync();
    }

    public static async Task ChooseAsync(IPage page)
    {
        foreach (var key in new[] { "j", "x", "j", "x", "j", "x" }) await PressAsync(page, key);
    }

    public static async Task EditAsync(IPage page, string what)
    {
        await PressAsync(page, "l");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chi tiết lớp Đường phố" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = what, Exact = true }).ClickAsync();
    }

    public static async Task StyleAsync(IPage page)
    {
        await EditAsync(page, "Kiểu vẽ");
        await page.Locator(".style-form").GetByRole(AriaRole.Button, new() { Name = "Giá trị" }).ClickAsync();
        await page.Locator(".style-form .legend-lines li").First.WaitForAsync();
    }

    public static async Task BookmarkAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Nơi đã lưu" }).ClickAsync();
        await page.GetByLabel("Tên nơi này").FillAsync("Chợ Kỳ Lừa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu khung nhìn" }).ClickAsync();
        await page.Locator(".bookmark").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public static async Task ImportAsync(IPage page)
    {
        await PressAsync(page, "l");
        await page.Locator(".layer-import").ClickAsync();
        var text = "ten,kinh do,vi do\nTrạm bơm Kỳ Lừa,106.7612,21.8533\nTrạm bơm Tam Thanh,106.7528,21.8561\nSai chỗ,21.8533,106.7612\nThiếu cột,106.76\n"u8;
        await page.Locator(".import-file input").SetInputFilesAsync(new FilePayload { Name = "tram-bom.csv", MimeType = "text/csv", Buffer = text.ToArray() });
        await page.Locator(".import-notes li").First.WaitForAsync();
    }

    // An earlier division of the land, made up, whose two halves overlap. The second theme finds it there already.
    public static async Task EditionsAsync(IPage page)
    {
        await page.EvaluateAsync(
            """
            () => {
                const area = (code, name, west, east) => ({
                    type: 'Feature', properties: { code, name },
                    geometry: { type: 'Polygon', coordinates: [[[west, 21.81], [east, 21.80], [east + 0.004, 21.86], [east, 21.905], [west, 21.9], [west, 21.81]]] },
                });
                const features = [area('178', 'Thành phố Lạng Sơn', 106.7, 106.768), area('183', 'Huyện Cao Lộc', 106.766, 106.84)];
                return fetch('/api/areas/editions?edition=2020&validFrom=2020-01-01&validTo=2025-07-01', { method: 'POST', body: JSON.stringify({ type: 'FeatureCollection', features }) }).then(() => undefined);
            }
            """);
        await PressAsync(page, "l");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chi tiết lớp Địa bàn" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Các lần ban hành địa giới" }).ClickAsync();
        await page.Locator("[data-edition='2020']").ClickAsync();
        await page.Locator(".edition-faults ol li").First.WaitForAsync();
        await page.GetByLabel("So với").SelectOptionAsync("2025");
        await page.Locator(".edition-changes p b").WaitForAsync();
    }

    public static async Task ReportAsync(IPage page)
    {
        await page.Locator(".report-button").ClickAsync();
        await page.Locator("#report-title").WaitForAsync();
    }

    // How much street lies too far from a hydrant.
    public static async Task CoverAsync(IPage page)
    {
        await PressAsync(page, "l");
        await page.GetByRole(AriaRole.Button, new() { Name = "Phân tích…" }).ClickAsync();
        await page.Locator("[data-analysis=Coverage]").ClickAsync();
        await page.GetByLabel("Chỉ lấy loại").Last.SelectOptionAsync("hydrant");
        await page.GetByLabel("Khoảng cách (m)").FillAsync("150");
        await page.GetByRole(AriaRole.Button, new() { Name = "Phân tích", Exact = true }).ClickAsync();
        var id = await page.Locator("[data-result]").GetAttributeAsync("data-result");
        await page.WaitForFunctionAsync("id => document.querySelector('#map').map.getStyle().layers.some(layer => layer.source === id)", id);
    }

    public static async Task MeasureAsync(IPage page)
    {
        await PressAsync(page, "m");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vùng", Exact = true }).ClickAsync();
        foreach (var (x, y) in new[] { (380, 240), (640, 260), (700, 470), (420, 520) }) await page.Mouse.ClickAsync(x, y);
    }

    public static async Task EditFeatureAsync(IPage page)
    {
        await page.EvaluateAsync(
            """
            async () => {
                const area = (name, west, south, floors) => ({
                    type: 'Feature', id: name, properties: { name, floors },
                    geometry: { type: 'Polygon', coordinates: [[[west, south], [west + 0.0016, south], [west + 0.0019, south + 0.0012], [west + 0.0003, south + 0.0014], [west, south]]] },
                });
                const features = [area('Thửa 12', 106.7566, 21.8530, 2), area('Thửa 13', 106.7590, 21.8532, 1), area('Thửa 14', 106.7570, 21.8552, 3)];
                await fetch('/api/imports?layer=parcels&title=Th%E1%BB%ADa+%C4%91%E1%BA%A5t&mode=replace&format=geojson', { method: 'POST', body: JSON.stringify({ type: 'FeatureCollection', features }) });
            }
            """);
        await page.ReloadAsync();
        await page.WaitForFunctionAsync(ConsoleScripts.MapDrawn);
        await PressAsync(page, "l");
        await page.Locator("[data-layer=parcels] .icon-button[aria-expanded]").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa đối tượng" }).ClickAsync();
        await PressAsync(page, "l");
        await page.WaitForFunctionAsync("() => document.querySelector('#map').map.queryRenderedFeatures({ layers: ['parcels-fill'] }).length > 0");
        var at = await page.EvaluateAsync<float[]>("() => { const map = document.querySelector('#map').map, p = map.project([106.7575, 21.8536]), box = map.getCanvas().getBoundingClientRect(); return [p.x + box.left, p.y + box.top]; }");
        await page.Mouse.ClickAsync(at[0], at[1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa hình" }).ClickAsync();
        await page.Locator("[data-vertex='v0-0']").WaitForAsync();
    }

    public static async Task PaperAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Công cụ bản đồ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "In bản đồ" }).ClickAsync();
        await page.Locator(".paper-preview img").WaitForAsync();
    }

    public static async Task FullSheetAsync(IPage page)
    {
        for (var press = 0; press < 2; press++) await page.Locator(".sheet-handle").PressAsync("ArrowUp");
    }

    public static Task PrintAsync(IPage page) => page.EvaluateAsync("() => { dispatchEvent(new Event('beforeprint')); }");
}
