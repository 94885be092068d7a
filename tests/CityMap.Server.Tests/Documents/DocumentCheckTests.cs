using CityMap.Server.Tests.Api;
using static CityMap.Server.Tests.Ogc.OtherPrograms;

namespace CityMap.Server.Tests.Documents;

/// <summary>What CityMap serves for other programs, held against the checkers of those who wrote the standards' tools.</summary>
public sealed class DocumentCheckTests(City city) : IClassFixture<City>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("citymap-documents-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("/openapi/v1.json")]
    [InlineData("/ogc/api")]
    public async Task Spectral_finds_nothing_in_a_description_of_the_api(string path)
    {
        await ImportAsync("wells");
        var file = await SaveAsync(path, "api.json");
        var tools = Path.Combine(Repository.Root, "tests", "conformance");
        await RunAsync(Path.Combine(tools, "node_modules", ".bin", "spectral"), "lint", file, "--ruleset", Path.Combine(tools, ".spectral.yaml"), "--fail-severity", "hint", "--quiet");
    }

    [Theory]
    [InlineData("single", """{"kind":"Single","colour":"#2a6fa8","size":4}""")]
    [InlineData("categorised", """{"kind":"Categorised","field":"name","colour":"#888888","classes":[{"value":"A","colour":"#c2470a"}],"label":{"field":"name","size":12,"minZoom":13}}""")]
    [InlineData("graduated", """{"kind":"Graduated","field":"depth","method":"Quantile","colour":"#999999","size":4,"classes":[{"from":10,"to":12,"colour":"#cfe1f7"},{"from":12,"to":80,"colour":"#0b3d91"}]}""")]
    [InlineData("heat", """{"kind":"HeatMap","colour":"#a80f27","size":30}""")]
    public async Task MapLibre_finds_nothing_in_the_style_of_a_layer(string layer, string style)
    {
        await ImportAsync(layer);
        using var answer = await city.Client.PatchAsync($"/api/layers/{layer}", City.Json($$"""{"style":{{style}}}"""));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var file = await SaveAsync($"/styles/{layer}.json", "style.json");
        await RunAsync(Path.Combine(Repository.Root, "viewer", "web", "node_modules", ".bin", "gl-style-validate"), file);
    }

    private async Task ImportAsync(string layer)
    {
        using var file = City.Json("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","id":"a","properties":{"name":"A","depth":10},"geometry":{"type":"Point","coordinates":[106.76,21.85]}},
              {"type":"Feature","id":"b","properties":{"name":"B","depth":80},"geometry":{"type":"Point","coordinates":[106.77,21.86]}}]}
            """);
        using var answer = await city.Client.PostAsync($"/api/imports?layer={layer}&mode=replace", file);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> SaveAsync(string path, string name)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(file, await city.Client.GetStringAsync(path));
        return file;
    }
}
