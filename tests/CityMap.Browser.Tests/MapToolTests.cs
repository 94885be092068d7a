using System.Text.Json;
using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>An operator's tools on the map; what they do is seen in a second page at once.</summary>
[Collection(nameof(BrowserTests))]
public sealed class MapToolTests(BrowserCity browser)
{
    private const double Lon = 106.7205;
    private const double Lat = 21.8305;

    [Theory]
    [InlineData("Vùng", "Polygon")]
    [InlineData("Đường", "LineString")]
    public async Task A_footprint_is_drawn_point_by_point_and_seen_in_a_second_page(string shape, string kind)
    {
        var id = await SmallTown.ReportAsync(browser.City, $"Ngập {kind}", "WATER", 4, Lon, Lat);
        await using var second = await browser.OpenAsync(new(Path: At("types=WATER", 15)));
        await using var first = await browser.OpenAsync(new(Path: At($"incident={id}", 15)));
        await second.LiveAsync();

        await first.Move("drawFootprint").ClickAsync();
        await first.Page.GetByRole(AriaRole.Button, new() { Name = shape, Exact = true }).ClickAsync();
        var done = first.Page.GetByRole(AriaRole.Button, new() { Name = "Xong" });
        await Expect(done).ToBeDisabledAsync();
        foreach (var (east, north) in new[] { (0.002, 0.001), (0.004, 0.001), (0.004, 0.003) }) await first.Page.ClickMapAsync(Lon + east, Lat + north);
        await Expect(first.Page.Locator(".toolbar")).ToContainTextAsync("3 điểm");
        await done.ClickAsync();

        await Expect(first.Page.Locator(".toolbar")).ToHaveCountAsync(0);
        await Expect(first.Page.Locator(".history")).ToContainTextAsync("vẽ phạm vi");
        await second.Page.DrawnAsync("incident_footprints-line", id);
        var footprint = (await ReadAsync(id)).GetProperty("footprint");
        Assert.Equal(kind, footprint.GetProperty("type").GetString());
        var start = kind == "Polygon" ? footprint.GetProperty("coordinates")[0][0] : footprint.GetProperty("coordinates")[0];
        Assert.Equal(Lon + 0.002, start[0].GetDouble(), 4);
        Assert.Equal(Lat + 0.001, start[1].GetDouble(), 4);

        await first.Move("drawFootprint").ClickAsync();
        await first.Page.Locator(".toolbar").GetByRole(AriaRole.Button, new() { Name = "Xoá phạm vi" }).ClickAsync();
        await Expect(first.Page.Locator(".toolbar")).ToHaveCountAsync(0);
        await Expect(first.Page.Locator(".history")).ToContainTextAsync("xoá phạm vi đã vẽ");
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(id)).GetProperty("footprint").ValueKind);
    }

    [Fact]
    public async Task A_pin_is_moved_and_the_second_page_shows_it_at_its_new_place()
    {
        var id = await SmallTown.ReportAsync(browser.City, "Ghim đặt nhầm", "ORDER", 3, Lon, Lat);
        await using var second = await browser.OpenAsync(new(Language: "en", Path: At($"incident={id}", 15)));
        await using var first = await browser.OpenAsync(new(Path: At($"incident={id}", 15)));
        await second.LiveAsync();
        await Expect(second.Page.Locator(".facts")).ToContainTextAsync("21.83050, 106.72050");

        await first.Move("move").ClickAsync();
        await first.Page.ClickMapAsync(Lon + 0.003, Lat + 0.002);
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();

        await Expect(first.Page.Locator(".history")).ToContainTextAsync("dời vị trí");
        await Expect(second.Page.Locator(".facts")).ToContainTextAsync(new System.Text.RegularExpressions.Regex("21\\.832[45]\\d, 106\\.723[45]\\d"));
        await second.Page.DrawnAtAsync(id, Lon + 0.003, Lat + 0.002);
    }

    [Fact]
    public async Task A_facility_is_linked_from_those_nearby_and_the_second_page_names_it()
    {
        var id = await SmallTown.ReportAsync(browser.City, "Mất nước khu chợ", "WATER", 3, 106.7525, 21.8525);
        await using var second = await browser.OpenAsync(new(Path: $"/?incident={id}"));
        await using var first = await browser.OpenAsync(new(Path: $"/?incident={id}"));
        await second.LiveAsync();

        await first.Move("linkFacility").ClickAsync();
        await first.Page.Locator(".choose-item").Filter(new() { HasText = "Chợ Kỳ Lừa" }).ClickAsync();

        await Expect(first.Page.Locator(".facts")).ToContainTextAsync("Chợ Kỳ Lừa");
        await Expect(second.Page.Locator(".facts")).ToContainTextAsync("Chợ Kỳ Lừa");
        await Expect(second.Page.Locator(".history")).ToContainTextAsync("gắn công trình Chợ Kỳ Lừa");

        await first.Page.Locator(".facts .take-back").ClickAsync();
        await Expect(first.Page.Locator(".history")).ToContainTextAsync("bỏ liên kết công trình Chợ Kỳ Lừa");
        await Expect(second.Page.Locator(".facts")).Not.ToContainTextAsync("Chợ Kỳ Lừa");
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(id)).GetProperty("facility").ValueKind);
    }

    [Fact]
    public async Task A_facility_far_away_is_found_by_its_kind_without_diacritics_and_linked_instead_of_another()
    {
        var id = await SmallTown.ReportAsync(browser.City, "Ngập do bơm", "WATER", 3, 106.7525, 21.8525);
        await using var page = await browser.OpenAsync(new(Path: $"/?incident={id}"));
        await page.Move("linkFacility").ClickAsync();
        await Expect(page.Page.Locator(".choose-item").First).ToContainTextAsync("Chợ Kỳ Lừa");
        await page.Page.Locator(".ask input").FillAsync("benh vien");
        await Expect(page.Page.Locator(".ask [role=status]")).ToHaveTextAsync("Không có công trình nào tên hoặc loại “benh vien”.");
        await page.Page.Locator(".ask input").FillAsync("tram bom");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page.Locator(".facts")).ToContainTextAsync("Trạm bơm Thác Mạ");

        await page.Move("linkFacility").ClickAsync();
        await Expect(page.Page.Locator(".linked-now")).ToContainTextAsync("Trạm bơm Thác Mạ");
        await page.Page.Locator(".linked-now button").ClickAsync();
        await Expect(page.Page.Locator(".history")).ToContainTextAsync("bỏ liên kết công trình Trạm bơm Thác Mạ");
    }

    [Fact]
    public async Task A_drawing_survives_that_somebody_else_was_first_and_is_saved_the_second_time()
    {
        var id = await SmallTown.ReportAsync(browser.City, "Sạt taluy", "HAZARD", 5, Lon, Lat);
        await using var page = await browser.OpenAsync(new(Path: At($"incident={id}", 15)));
        await page.LiveAsync();
        await page.Move("drawFootprint").ClickAsync();
        foreach (var east in new[] { 0.002, 0.003, 0.004 }) await page.Page.ClickMapAsync(Lon + east, Lat + (east / 2) + (east == 0.003 ? 0.002 : 0));
        await SmallTown.CommandAsync(browser.City, id, "receive");
        await Expect(page.Page.Locator(".tag-state")).ToHaveTextAsync("Đã tiếp nhận");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Xong" }).ClickAsync();

        await Expect(page.Page.Locator(".history")).ToContainTextAsync("vẽ phạm vi");
        Assert.Equal("Polygon", (await ReadAsync(id)).GetProperty("footprint").GetProperty("type").GetString());
    }

    private static string At(string query, int zoom) => FormattableString.Invariant($"/?{query}#map={zoom}/{Lat}/{Lon}");

    private async Task<JsonElement> ReadAsync(string id) =>
        JsonDocument.Parse(await browser.City.Http.GetStringAsync($"{browser.City.Address}/api/incidents/{id}")).RootElement;
}
