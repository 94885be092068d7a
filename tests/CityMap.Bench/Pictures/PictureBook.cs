using System.Globalization;
using System.Text.Json;
using static CityMap.Bench.Pictures.PictureSteps;

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
        new("collection", "/ogc/collections/facilities?f=html") { Map = false, Themes = ["light"] },
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
