using CityMap.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

[Collection(nameof(BrowserTests))]
public sealed class ListTests(BrowserCity browser)
{
    [Fact]
    public async Task A_filter_is_added_from_the_menu_and_taken_away_by_its_chip()
    {
        await SmallTown.ReportAsync(browser.City, "Tổ ong trên cột", "OTHER", 2, 106.755, 21.856);
        await using var page = await browser.OpenAsync(new(Path: "/?q=to+ong"));
        await Expect(page.Row("Tổ ong trên cột")).ToBeVisibleAsync();

        await page.Page.Locator(".chip-add").ClickAsync();
        await page.Page.Locator(".filter-form button", new() { HasText = "Chỉ diễn tập" }).ClickAsync();
        await Expect(page.Rows).ToHaveCountAsync(0);
        Assert.Contains("exercise=true", page.Page.Url, StringComparison.Ordinal);

        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Locator(".chip-on", new() { HasText = "Chỉ diễn tập" }).ClickAsync();
        await Expect(page.Row("Tổ ong trên cột")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_file_taken_away_holds_the_rows_of_the_list_in_its_order()
    {
        await SmallTown.ReportAsync(browser.City, "Rêu trơn ở bậc thềm", "OTHER", 2, 106.756, 21.857);
        await SmallTown.ReportAsync(browser.City, "Rêu trơn ở bến xe", "OTHER", 4, 106.757, 21.858);
        await using var page = await browser.OpenAsync(new(Language: "en", Theme: "night", Path: "/?q=reu+tron"));
        await page.Page.Locator(".sort select").SelectOptionAsync("-severity");
        await Expect(page.Rows.First).ToContainTextAsync("bến xe");

        await page.Page.Locator(".export-button").ClickAsync();
        await Axe.BreaksNothingAsync(page.Page, ".export");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.Locator(".export-link", new() { HasText = "CSV" }).ClickAsync());
        var lines = (await File.ReadAllTextAsync(await download.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("Id,Type,Title,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(["Rêu trơn ở bến xe", "Rêu trơn ở bậc thềm"], lines.Skip(1).Select(line => line.Split(',')[2]));
    }
}
