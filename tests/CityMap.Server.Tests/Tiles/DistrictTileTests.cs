using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Tiles;

/// <summary>Tiles of areas depend on the day as well as on the layer's version.</summary>
public sealed class DistrictTileTests(City city) : IClassFixture<City>
{
    private const string Areas = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","id":"D1@2025","properties":{"code":"D1","edition":"2025","name_vi":"Phường Một","name_en":"Ward One","kind":"ward","valid_from":"2020-01-01","valid_to":"2090-01-01"},
           "geometry":{"type":"Polygon","coordinates":[[[106.7,21.8],[106.76,21.8],[106.76,21.9],[106.7,21.9],[106.7,21.8]]]}}]}
        """;

    [Fact]
    public async Task The_areas_of_today_are_never_kept_for_good_and_those_of_a_moment_are()
    {
        var version = await ImportAsync();
        Assert.Equal("no-cache", await KeptAsync($"/tiles/districts/12/3262/1793.mvt?v={version}"));
        Assert.Contains("immutable", await KeptAsync($"/tiles/districts/12/3262/1793.mvt?v={version}&asOf=2026-01-01T00:00:00Z"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_carries_the_moment_to_the_tiles_beside_the_version()
    {
        var version = await ImportAsync();
        var document = await city.GetAsync("/tiles/districts.json?asOf=2026-01-01T00:00:00Z&v=0");
        Assert.EndsWith($".mvt?asOf=2026-01-01T00%3A00%3A00Z&v={version}", document.GetProperty("tiles")[0].GetString(), StringComparison.Ordinal);
    }

    private async Task<string> KeptAsync(string path)
    {
        using var answer = await city.Client.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return answer.Headers.CacheControl!.ToString();
    }

    // The fixture's city is shared by the tests of the class; whoever is first brings the areas in.
    private async Task<long> ImportAsync()
    {
        if (await VersionAsync() is { } known) return known;
        using var answer = await city.Client.PostAsync("/api/imports?layer=districts&mode=replace", new StringContent(Areas, null, "application/geo+json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await VersionAsync())!.Value;
    }

    private async Task<long?> VersionAsync() => (await city.GetAsync("/api/layers")).GetProperty("items").EnumerateArray()
        .Where(layer => layer.GetProperty("id").GetString() == "districts").Select(layer => (long?)layer.GetProperty("version").GetInt64()).SingleOrDefault();
}
