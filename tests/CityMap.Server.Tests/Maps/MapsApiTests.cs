using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CityMap.Server.Tests.Api;
using CityMap.Server.Tests.Ogc;
using SkiaSharp;

namespace CityMap.Server.Tests.Maps;

/// <summary>Maps of a running city as files.</summary>
public sealed class MapsApiTests(City city) : IClassFixture<City>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-maps-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("png", "image/png", "\u0089PNG")]
    [InlineData("pdf", "application/pdf", "%PDF-")]
    [InlineData("svg", "image/svg+xml", "<?xml")]
    public async Task A_map_comes_in_three_formats(string format, string type, string begins)
    {
        using var answer = await city.Client.GetAsync($"/api/maps.{format}?bbox=106.74,21.84,106.78,21.87&size=400x300", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(begins, Encoding.Latin1.GetString(file, 0, begins.Length));
    }

    [Fact]
    public async Task An_incident_appears_on_the_next_map_and_an_unchanged_map_is_not_sent_again()
    {
        const string path = "/api/maps.png?bbox=106.755,21.845,106.765,21.855&size=400x300";
        var before = await city.Client.GetByteArrayAsync(path, TestContext.Current.CancellationToken);
        var incident = await city.ReportAsync();
        using var after = await city.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.NotEqual(before, await after.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/maps.pdf?incident={incident.GetProperty("id").GetString()}&size=A4&lang=en");
        using var sheet = await city.Client.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, sheet.StatusCode);
        using var same = new HttpRequestMessage(HttpMethod.Get, path);
        same.Headers.TryAddWithoutValidation("If-None-Match", after.Headers.ETag!.Tag);
        using var notModified = await city.Client.SendAsync(same, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, notModified.StatusCode);
    }

    [Fact]
    public async Task An_unknown_layer_is_named_with_those_there_are()
    {
        using var answer = await city.Client.GetAsync("/api/maps.png?layers=incidents,dragons", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("layers", "There is no layer \"dragons\"."), (problem.GetProperty("field").GetString(), problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task A_layer_is_drawn_on_paper_in_the_colours_a_planner_gave_it()
    {
        using var layer = City.Json("""
            {"type":"FeatureCollection","features":[{"type":"Feature","id":"a","properties":{"use":"chợ"},
              "geometry":{"type":"Polygon","coordinates":[[[106.75,21.84],[106.77,21.84],[106.77,21.86],[106.75,21.86],[106.75,21.84]]]}}]}
            """);
        using var stored = await city.Client.PostAsync("/api/imports?layer=zoning&mode=replace", layer, TestContext.Current.CancellationToken);
        Assert.True(stored.IsSuccessStatusCode);
        using var styled = await city.Client.PatchAsync(
            "/api/layers/zoning",
            City.Json("""{"style":{"kind":"Categorised","field":"use","colour":"#888888","opacity":1,"classes":[{"value":"chợ","colour":"#c2470a"}]}}"""),
            TestContext.Current.CancellationToken);
        Assert.True(styled.IsSuccessStatusCode);
        using var picture = SKBitmap.Decode(await city.Client.GetByteArrayAsync("/api/maps.png?bbox=106.755,21.845,106.765,21.855&size=400x300&layers=zoning&legend=false", TestContext.Current.CancellationToken));
        Assert.Equal(new SKColor(0xc2, 0x47, 0x0a), picture.GetPixel(200, 150));
        var file = Path.Combine(_folder, "zoning.pdf");
        await File.WriteAllBytesAsync(file, await city.Client.GetByteArrayAsync("/api/maps.pdf?bbox=106.755,21.845,106.765,21.855&size=A4&layers=zoning", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        var paper = await OtherPrograms.RunAsync("pdftotext", "-layout", file, "-");
        Assert.Contains("Còn lại", paper, StringComparison.Ordinal);
        Assert.Contains("chợ", paper, StringComparison.Ordinal);
    }
}
