using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace CityMap.Bench.Pictures;

/// <summary>Every picture of the documents.</summary>
internal static class PictureBook
{
    private const string Streets = "#map=15.2/21.8535/106.7610";
    private const string City = "#map=13.2/21.8530/106.7600";

    /// <summary>The pictures, with the incident, facility and district they show found in the city.</summary>
    public static async Task<IReadOnlyList<Picture>> OfAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        var incident = await FirstAsync(client, "/api/incidents?open=true&severities=4,5&states=InProgress,Assigned&sort=-severity&limit=1", At);
        var facility = await FirstAsync(client, "/api/facilities?kinds=pump_station&statuses=Down,Degraded&limit=1", At);
        var district = await FirstAsync(client, "/api/incidents?open=true&limit=1", static item => item.GetProperty("district").GetProperty("id").GetString()!);
        return [.. Views(incident, facility, district), .. Hands(district), .. Aids(incident), .. Phones(incident, facility), .. Elsewhere(incident), .. Made()];
    }

    private static IEnumerable<Picture> Views(string incident, string facility, string district) =>
    [
        new("work", "/" + City),
        new("map", "/?view=map" + Streets, page => PressAsync(page, "l")),
        new("incident", $"/?incident={incident}", page => page.Locator(".history li").First.WaitForAsync()),
        new("districts", "/?view=districts", ColourAsync),
        new("district", $"/?view=districts&district={Uri.EscapeDataString(district)}", page => page.Locator(".trend-read").WaitForAsync()),
        new("compare", "/?view=districts", CompareAsync) { Width = 1440 },
        new("facilities", "/?view=facilities" + Streets),
        new("facility", $"/?view=facilities&facility={facility}", page => page.Locator(".detail-body h1").WaitForAsync()),
        new("handover", "/?view=handover", page => page.Locator(".handover, #list-title").First.WaitForAsync()),
        new("time", "/" + City, async page => { await PressAsync(page, "{"); await page.Locator(".past").WaitForAsync(); }),
        new("english", $"/?incident={incident}", page => page.Locator(".history li").First.WaitForAsync()) { Language = "en", Themes = ["light"] },
    ];

    private static IEnumerable<Picture> Hands(string district) =>
    [
        new("filters", "/" + City, page => page.Locator(".filters .chip-add").ClickAsync()),
        new("empty", "/?q=UFO&all=", page => page.Locator(".list .empty").WaitForAsync()),
        new("search", "/" + City, SearchAsync),
        new("alerts", "/" + City, page => page.Locator(".alert-button").ClickAsync()),
        new("bulk", "/" + City, ChooseAsync),
        new("report", "/" + Streets, ReportAsync),
        new("layer-about", "/?view=map" + Streets, page => EditAsync(page, "Thông tin")),
        new("layer-style", "/?view=map" + Streets, StyleAsync),
        new("bookmarks", "/?view=map" + Streets, BookmarkAsync),
        new("import", "/?view=map" + City, ImportAsync),
        new("editions", "/?view=map" + City, EditionsAsync),
        new("measure", "/?view=map" + Streets, MeasureAsync),
        new("paper", $"/?district={Uri.EscapeDataString(district)}", PaperAsync),
    ];

    private static IEnumerable<Picture> Aids(string incident) =>
    [
        new("help", "/" + City, page => PressAsync(page, "?")),
        new("preferences", $"/?incident={incident}", page => page.Locator(".actor-button").ClickAsync()),
        new("components", "/?components", page => page.Locator(".components").WaitForAsync()) { Height = 1600, Map = false },
    ];

    private static IEnumerable<Picture> Phones(string incident, string facility) =>
    [
        new("phone", "/" + City) { Width = 360, Height = 780 },
        new("phone-incident", $"/?incident={incident}", page => page.Locator(".history li").First.WaitForAsync()) { Width = 360, Height = 780 },
        new("phone-facility", $"/?view=facilities&facility={facility}", FullSheetAsync) { Width = 360, Height = 780 },
        new("phone-report", "/" + Streets, ReportAsync) { Width = 360, Height = 780 },
        new("phone-english", "/?view=map" + Streets, page => page.Locator(".rail-button").Last.ClickAsync()) { Width = 360, Height = 780, Language = "en", Themes = ["night"] },
        new("phone-compare", "/?view=districts", async page => { await FullSheetAsync(page); await CompareAsync(page); }) { Width = 360, Height = 780 },
    ];

    private static IEnumerable<Picture> Elsewhere(string incident) =>
    [
        new("wall", "/?wall=1", page => page.Locator(".wall-line").First.WaitForAsync()) { Width = 1920, Height = 1080 },
        new("wall-4k", "/?wall=1", page => page.Locator(".wall-line").First.WaitForAsync()) { Width = 3840, Height = 2160, Themes = ["night"] },
        new("print-work", "/" + City, PrintAsync) { Printed = true, Themes = ["light"] },
        new("print-incident", $"/?incident={incident}", PrintAsync) { Printed = true, Themes = ["light"] },
        new("print-handover", "/?view=handover", PrintAsync) { Printed = true, Themes = ["light"] },
    ];

    // What they make stays in the city: they come last.
    private static IEnumerable<Picture> Made() =>
    [
        new("edit", "/?view=map" + Streets, EditFeatureAsync),
        new("analysis", "/?view=map" + City, CoverAsync),
    ];

    private static Task PressAsync(IPage page, string key) => page.Keyboard.PressAsync(key);

    private static async Task ColourAsync(IPage page)
    {
        await PressAsync(page, "l");
        await page.GetByLabel("Tô màu địa bàn theo").SelectOptionAsync("open");
    }

    private static async Task CompareAsync(IPage page)
    {
        await page.Locator(".list-modes button").Last.ClickAsync();
        await page.Locator(".compare-card path").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task SearchAsync(IPage page)
    {
        await PressAsync(page, "/");
        await page.Keyboard.TypeAsync("tran");
        await page.Locator("[role=listbox] [role=option]").First.WaitForAsync();
    }

    private static async Task ChooseAsync(IPage page)
    {
        foreach (var key in new[] { "j", "x", "j", "x", "j", "x" }) await PressAsync(page, key);
    }

    private static async Task EditAsync(IPage page, string what)
    {
        await PressAsync(page, "l");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chi tiết lớp Đường phố" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = what, Exact = true }).ClickAsync();
    }

    private static async Task StyleAsync(IPage page)
    {
        await EditAsync(page, "Kiểu vẽ");
        await page.Locator(".style-form").GetByRole(AriaRole.Button, new() { Name = "Giá trị" }).ClickAsync();
        await page.Locator(".style-form .legend-lines li").First.WaitForAsync();
    }

    private static async Task BookmarkAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Nơi đã lưu" }).ClickAsync();
        await page.GetByLabel("Tên nơi này").FillAsync("Chợ Kỳ Lừa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu khung nhìn" }).ClickAsync();
        await page.Locator(".bookmark").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static async Task ImportAsync(IPage page)
    {
        await PressAsync(page, "l");
        await page.Locator(".layer-import").ClickAsync();
        var text = "ten,kinh do,vi do\nTrạm bơm Kỳ Lừa,106.7612,21.8533\nTrạm bơm Tam Thanh,106.7528,21.8561\nSai chỗ,21.8533,106.7612\nThiếu cột,106.76\n"u8;
        await page.Locator(".import-file input").SetInputFilesAsync(new FilePayload { Name = "tram-bom.csv", MimeType = "text/csv", Buffer = text.ToArray() });
        await page.Locator(".import-notes li").First.WaitForAsync();
    }

    // An earlier division of the land, made up, whose two halves overlap. The second theme finds it there already.
    private static async Task EditionsAsync(IPage page)
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

    private static async Task ReportAsync(IPage page)
    {
        await page.Locator(".report-button").ClickAsync();
        await page.Locator("#report-title").WaitForAsync();
    }

    // How much street lies too far from a hydrant.
    private static async Task CoverAsync(IPage page)
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

    private static async Task MeasureAsync(IPage page)
    {
        await PressAsync(page, "m");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vùng", Exact = true }).ClickAsync();
        foreach (var (x, y) in new[] { (380, 240), (640, 260), (700, 470), (420, 520) }) await page.Mouse.ClickAsync(x, y);
    }

    private static async Task EditFeatureAsync(IPage page)
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
        await page.WaitForFunctionAsync(Consoles.ConsoleScripts.MapDrawn);
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

    private static async Task PaperAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Công cụ bản đồ" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "In bản đồ" }).ClickAsync();
        await page.Locator(".paper-preview img").WaitForAsync();
    }

    private static async Task FullSheetAsync(IPage page)
    {
        for (var press = 0; press < 2; press++) await page.Locator(".sheet-handle").PressAsync("ArrowUp");
    }

    private static Task PrintAsync(IPage page) => page.EvaluateAsync("() => { dispatchEvent(new Event('beforeprint')); }");

    // Its id, and the streets around it.
    private static string At(JsonElement item)
    {
        var position = item.GetProperty("position");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Uri.EscapeDataString(item.GetProperty("id").GetString()!)}#map=15.4/{position.GetProperty("lat").GetDouble():0.0000}/{position.GetProperty("lon").GetDouble():0.0000}");
    }

    private static async Task<string> FirstAsync(HttpClient client, string path, Func<JsonElement, string> pick)
    {
        // What is looked for is not there at every hour of the day; then any other will do.
        foreach (var one in new[] { path, path[..path.IndexOf('?', StringComparison.Ordinal)] + "?limit=1" })
        {
            using var answer = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(one, UriKind.Relative)));
            if (answer.RootElement.GetProperty("items").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } item) return pick(item);
        }

        throw new InvalidOperationException($"The city has nothing at {path}.");
    }
}
