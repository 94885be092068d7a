using CityMap.Browser.Tests.Support;

namespace CityMap.Browser.Tests;

/// <summary>An incident is on the map once: in a tile, in the group of a tile, or beside the tiles.</summary>
[Collection(nameof(BrowserTests))]
public sealed class SeenOnceTests(BrowserCity browser)
{
    private const double Lon = 106.8005;
    private const double Lat = 21.8405;

    [Theory]
    [InlineData(12)]
    [InlineData(16)]
    public async Task A_live_incident_is_never_seen_twice_whether_tiles_gather_it_or_not(int zoom)
    {
        var type = zoom < 15 ? "NOISE" : "TOURISM";
        var first = await SmallTown.ReportAsync(browser.City, "Loa kéo", type, 2, Lon, Lat);
        await SmallTown.ReportAsync(browser.City, "Công trường", type, 3, Lon + 0.0003, Lat);
        await using var page = await browser.OpenAsync(new(Path: FormattableString.Invariant($"/?types={type}&open=true#map={zoom}/{Lat}/{Lon}")));
        await page.LiveAsync();
        await page.Page.WatchMapAsync();
        await page.Page.SeenAsync(2, beside: 0);

        await SmallTown.ReportAsync(browser.City, "Quán khuya", type, 5, Lon, Lat + 0.0003);
        await page.Page.SeenAsync(3, beside: 1);
        await page.Page.SeenAsync(3, beside: 0);
        Assert.Equal(3, await page.Page.MostSeenAsync());

        await SmallTown.CommandAsync(browser.City, first, "receive");
        await page.Row("Loa kéo").Filter(new() { HasText = "Đã tiếp nhận" }).WaitForAsync();
        await page.Page.SeenAsync(3, beside: 0);
        Assert.Equal(3, await page.Page.MostSeenAsync());

        // Between two frames the mark that just changed may be in neither place, so only the upper bound is a law here.
        await SmallTown.CommandAsync(browser.City, first, "reject", "Báo nhầm");
        await page.Page.SeenAsync(2, beside: 0);
        Assert.True(await page.Page.MostSeenAsync() <= 3, "Some frame showed an incident twice.");
    }
}
