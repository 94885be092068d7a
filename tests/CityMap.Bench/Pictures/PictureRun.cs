using System.Text.Json;
using CityMap.Bench.Consoles;
using CityMap.Bench.Reports;
using CityMap.Bench.Start;
using Microsoft.Playwright;
using SkiaSharp;

namespace CityMap.Bench.Pictures;

/// <summary>Takes the pictures of the documents: the demo city of one seed, every view, in both themes.</summary>
internal static class PictureRun
{
    /// <summary>How it is asked for: <c>--pictures FOLDER [NAME…]</c>.</summary>
    public const string Command = "--pictures";

    private const int Quality = 82;

    private static readonly string[] _arguments =
    [
        "--headless", "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Takes all, or those whose names begin as one of the given does.</summary>
    /// <returns>0, or 2 when there is no browser.</returns>
    public static async Task<int> RunAsync(string folder, IReadOnlyList<string> names)
    {
        if (ConsoleBrowser.Missing is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        var store = Directory.CreateTempSubdirectory("citymap-pictures-").FullName;
        Directory.CreateDirectory(folder);
        try
        {
            // The demo makes the city; it is then served as it stands, so that nothing happens between two pictures.
            await using (await ServerProcess.StartAsync(store, null, CancellationToken.None, ServerProgram.Path, "demo")) { }
            await using var server = await ServerProcess.StartAsync(store, null, CancellationToken.None, ServerProgram.Path);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ConsoleBrowser.Chromium, Args = _arguments });
            var book = await PictureBook.OfAsync(server.Address);
            foreach (var picture in book.Where(one => names.Count == 0 || names.Any(name => one.Name.StartsWith(name, StringComparison.Ordinal))))
            {
                foreach (var theme in picture.Themes) await TakeAsync(browser, server.Address, picture, theme, Path.Combine(folder, $"{picture.Name}-{theme}.webp"));
            }
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }

        return 0;
    }

    private static async Task TakeAsync(IBrowser browser, Uri address, Picture picture, string theme, string file)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = picture.Width, Height = picture.Height },
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var prefs = JsonSerializer.Serialize(new { theme, language = picture.Language, actor = "Hoàng Lan", unit = "Công ty Điện lực Lạng Sơn" });
        await page.AddInitScriptAsync($"localStorage.setItem('citymap.prefs', {JsonSerializer.Serialize(prefs)});");
        await page.GotoAsync(new Uri(address, picture.Path).ToString());
        if (picture.Map) await page.WaitForFunctionAsync(ConsoleScripts.MapDrawn);
        if (picture.Do is not null) await picture.Do(page);
        await page.WaitForFunctionAsync(PictureScripts.Settled);
        if (picture.Printed) await page.EmulateMediaAsync(new() { Media = Media.Print });
        if (picture.Printed) await page.SetViewportSizeAsync(Picture.PaperWidth, Picture.PaperHeight);
        Write(await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, FullPage = picture.Printed, Caret = ScreenshotCaret.Hide }), file);
        await context.CloseAsync();
        Console.WriteLine(file);
    }

    private static void Write(byte[] png, string file)
    {
        using var bitmap = SKBitmap.Decode(png);
        using var data = bitmap.Encode(SKEncodedImageFormat.Webp, Quality);
        using var stream = File.Create(file);
        data.SaveTo(stream);
    }
}
