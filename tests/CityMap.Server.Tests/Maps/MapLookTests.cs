using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityMap.Server.Tests.Api;
using CityMap.Server.Tests.Live;
using CityMap.Server.Tests.Ogc;
using SkiaSharp;

namespace CityMap.Server.Tests.Maps;

/// <summary>A map on paper looks as the screen it was ordered from: faint layers, their order, coloured districts, chosen incidents.</summary>
public sealed class MapLookTests(City city) : IClassFixture<City>, IDisposable
{
    private const string Frame = "bbox=106.755,21.845,106.765,21.855&size=400x300&legend=false";
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-look-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Layers_lie_over_each_other_in_the_order_that_is_asked_for()
    {
        await AreaAsync("wards_red", "#d02020");
        await AreaAsync("wards_blue", "#2020d0");
        const string Both = $"/api/maps.png?{Frame}&layers=wards_red,wards_blue";
        Assert.Equal("#ffd02020", await MiddleAsync($"{Both}&order=wards_red,wards_blue"));
        Assert.Equal("#ff2020d0", await MiddleAsync($"{Both}&order=wards_blue,wards_red"));
    }

    [Fact]
    public async Task A_layer_is_as_faint_as_is_asked_for()
    {
        await AreaAsync("wards_black", "#000000");
        const string Path = $"/api/maps.png?{Frame}&layers=wards_black";
        var (full, half, none) = (Colour(await MiddleAsync(Path)), Colour(await MiddleAsync($"{Path}&opacity=wards_black:0.5")), Colour(await MiddleAsync($"{Path}&opacity=wards_black:0")));
        Assert.Equal(0, full.Red);
        Assert.InRange(half.Red, (none.Red / 2) - 2, (none.Red / 2) + 2);
    }

    [Fact]
    public async Task Only_the_incidents_of_the_filter_are_drawn_and_the_page_says_which()
    {
        await city.ReportAsync("""{"type":"NOISE","title":"Karaoke khuya","severity":1,"position":{"lon":106.76,"lat":21.85}}""");
        const string Path = $"/api/maps.png?{Frame}&layers=incidents";
        var (open, noise, fire) = (await PictureAsync(Path), await PictureAsync($"{Path}&types=NOISE"), await PictureAsync($"{Path}&types=FIRE&q=khong-co"));
        Assert.Equal(open, noise);
        Assert.NotEqual(open, fire);

        var paper = await PaperAsync("/api/maps.pdf?bbox=106.755,21.845,106.765,21.855&size=A4&types=NOISE,FIRE&severities=1&overdue=false&maxAge=P1D");
        Assert.Contains("sự cố: mức 1, Tiếng ồn hoặc Cháy nổ, cứu nạn, trong hạn, ghi nhận trong 1 ngày qua", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("sự cố:", await PaperAsync("/api/maps.pdf?bbox=106.755,21.845,106.765,21.855&size=A4&open=true"), StringComparison.Ordinal);
        Assert.Contains("sự cố: mức 5, kể cả đã kết thúc", await PaperAsync("/api/maps.pdf?bbox=106.755,21.845,106.765,21.855&size=A4&severities=5"), StringComparison.Ordinal);
        Assert.Contains("all incidents", await PaperAsync("/api/maps.pdf?bbox=106.755,21.845,106.765,21.855&size=A4&all=true&lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Districts_are_coloured_by_a_figure_and_the_legend_says_what_the_shades_mean()
    {
        using var districts = City.Json("""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"90001@2025","properties":{"code":"90001","name_vi":"Xã Tây","name_en":"West","kind":"commune","edition":"2025","valid_from":"2025-07-01"},
             "geometry":{"type":"Polygon","coordinates":[[[105.0,20.0],[105.1,20.0],[105.1,20.1],[105.0,20.1],[105.0,20.0]]]}},
            {"type":"Feature","id":"90002@2025","properties":{"code":"90002","name_vi":"Xã Đông","name_en":"East","kind":"commune","edition":"2025","valid_from":"2025-07-01"},
             "geometry":{"type":"Polygon","coordinates":[[[105.1,20.0],[105.2,20.0],[105.2,20.1],[105.1,20.1],[105.1,20.0]]]}}]}
            """);
        using var stored = await city.Client.PostAsync("/api/imports?layer=districts&mode=append&format=geojson", districts, TestContext.Current.CancellationToken);
        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await OpenInEastAsync(0);
        for (var i = 0; i < 2; i++) await city.ReportAsync("""{"type":"WASTE","title":"Rác tồn","severity":2,"position":{"lon":105.15,"lat":20.05}}""");
        await OpenInEastAsync(2);

        using var plain = SKBitmap.Decode(await PictureAsync("/api/maps.png?bbox=105.0,20.0,105.2,20.1&size=400x200&layers=districts"));
        using var shaded = SKBitmap.Decode(await PictureAsync("/api/maps.png?bbox=105.0,20.0,105.2,20.1&size=400x200&layers=districts&figure=type:WASTE"));
        // Away from the names in the middle of each.
        var (west, east) = (shaded.GetPixel(60, 60), shaded.GetPixel(340, 60));
        Assert.NotEqual(plain.GetPixel(340, 60), east);
        Assert.True(west.Red + west.Green + west.Blue > east.Red + east.Green + east.Blue, $"{west} is not lighter than {east}.");

        var paper = await PaperAsync("/api/maps.pdf?bbox=105.0,20.0,105.2,20.1&size=A4&figure=type:WASTE");
        Assert.Matches("(?s)Địa bàn: vệ sinh môi trường.*0.*2", paper);
    }

    [Theory]
    [InlineData("figure=happiness", "figure")]
    [InlineData("figure=type:NOPE", "figure")]
    [InlineData("opacity=streets", "opacity")]
    [InlineData("opacity=streets:2", "opacity")]
    [InlineData("opacity=streets:-1", "opacity")]
    [InlineData("opacity=dragons:0.5", "opacity")]
    [InlineData("order=dragons", "order")]
    [InlineData("severities=9", "severities")]
    public async Task What_cannot_be_drawn_so_is_named(string query, string field)
    {
        using var answer = await city.Client.GetAsync($"/api/maps.png?{Frame}&{query}", TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.StatusCode, problem.GetProperty("field").GetString()));
    }

    // A district is known, and its figures are true, a moment after what makes them so was stored.
    private Task OpenInEastAsync(long open) => Until.TrueAsync(async () =>
    {
        var items = (await city.GetAsync("/api/districts")).GetProperty("items").EnumerateArray();
        return items.Any(d => d.GetProperty("id").GetString() == "90002@2025" && d.GetProperty("counts").GetProperty("open").GetInt64() == open);
    });

    private async Task AreaAsync(string layer, string colour)
    {
        using var areas = City.Json("""
            {"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"use":"x"},
              "geometry":{"type":"Polygon","coordinates":[[[106.75,21.84],[106.77,21.84],[106.77,21.86],[106.75,21.86],[106.75,21.84]]]}}]}
            """);
        using var stored = await city.Client.PostAsync($"/api/imports?layer={layer}&mode=replace&format=geojson", areas, TestContext.Current.CancellationToken);
        Assert.True(stored.IsSuccessStatusCode, await stored.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var styled = await city.Client.PatchAsync(
            $"/api/layers/{layer}", City.Json($$$"""{"style":{"kind":"Categorised","field":"use","colour":"#888888","opacity":1,"classes":[{"value":"x","colour":"{{{colour}}}"}]}}"""), TestContext.Current.CancellationToken);
        Assert.True(styled.IsSuccessStatusCode, await styled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private Task<byte[]> PictureAsync(string path) => city.Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken);

    private async Task<string> MiddleAsync(string path)
    {
        using var picture = SKBitmap.Decode(await PictureAsync(path));
        return picture.GetPixel(200, 150).ToString();
    }

    private static SKColor Colour(string text) => SKColor.Parse(text);

    private async Task<string> PaperAsync(string path)
    {
        var file = Path.Combine(_folder, "page.pdf");
        await File.WriteAllBytesAsync(file, await PictureAsync(path), TestContext.Current.CancellationToken);
        return await OtherPrograms.RunAsync("pdftotext", "-layout", file, "-");
    }
}
