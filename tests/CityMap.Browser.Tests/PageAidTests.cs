using CityMap.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityMap.Browser.Tests;

/// <summary>Reading aloud, printing, the keyboard's focus, and a phone in one hand.</summary>
[Collection(nameof(BrowserTests))]
public sealed class PageAidTests(BrowserCity browser)
{
    private const string NoVoices = "() => { Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [] }); }";

    private const string Voices = """
        () => {
        window.spoken = [];
        Object.defineProperty(speechSynthesis, 'getVoices', { value: () => [{ lang: 'en-US', name: 'E' }, { lang: 'vi-VN', name: 'V' }] });
        Object.defineProperty(speechSynthesis, 'speak', { value: (speech) => window.spoken.push(speech.lang + ' ' + speech.text) });
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        }
        """;

    [Fact]
    public async Task The_selection_is_read_aloud_in_the_language_of_the_page()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.EvaluateAsync(Voices);
        await page.Page.EvaluateAsync("() => getSelection().selectAllChildren(document.querySelector('#list-title'))");
        await page.Page.Keyboard.PressAsync("r");
        await page.Page.WaitForFunctionAsync("() => window.spoken[0] === 'vi-VN Sự cố'");
    }

    [Fact]
    public async Task Without_a_voice_of_the_language_the_page_says_so()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.EvaluateAsync(NoVoices);
        await page.Page.Keyboard.PressAsync("r");
        await Expect(page.Page.Locator(".toasts")).ToContainTextAsync("chưa có giọng đọc tiếng Việt");
    }

    [Fact]
    public async Task On_paper_there_is_the_list_with_its_time_filter_and_source_and_no_control()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.RestAsync();
        await page.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Page.Locator(".print-head")).ToContainTextAsync("giờ Việt Nam");
        await Expect(page.Page.Locator(".print-head")).ToContainTextAsync("Bộ lọc: Đang mở");
        Assert.True(await page.Page.Locator(".print-table tbody tr").CountAsync() >= 6);
        await Expect(page.Page.Locator(".print-map img")).ToBeVisibleAsync();
        foreach (var control in new[] { ".topbar", ".rail", ".timebar", ".map-buttons", ".panel" }) await Expect(page.Page.Locator(control)).ToBeHiddenAsync();

        await page.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.Rows.First.ClickAsync();
        await page.Page.Locator(".history li").First.WaitForAsync();
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Page.Locator(".headline h1")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".moves")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Closing_by_the_keyboard_brings_the_focus_back_to_where_it_came_from()
    {
        await using var page = await browser.OpenAsync();
        await page.Page.Locator(".list [role=listbox]").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Locator(".panel-over-open .headline").WaitForAsync();
        await page.Page.Locator(".panel-over .panel-head button").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForFunctionAsync("() => document.activeElement.getAttribute('role') === 'listbox'");
    }

    [Fact]
    public async Task On_a_phone_a_report_starts_where_one_stands()
    {
        await using var page = await browser.OpenAsync(new(Width: 360, Height: 740));
        await page.Apart().GrantPermissionsAsync(["geolocation"]);
        await page.Apart().SetGeolocationAsync(new() { Latitude = 21.8461f, Longitude = 106.7583f });
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Báo sự cố tại chỗ tôi" }).ClickAsync();
        await page.Page.Locator("#report-title").WaitForAsync();
        await Expect(page.Page.Locator(".report")).ToContainTextAsync("21.84610, 106.75830");
        await Expect(page.Page.Locator(".sheet")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("sheet-half|sheet-full"));
    }
}
