using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Imports;

/// <summary>What every test of imports does with a city.</summary>
internal static class CityImports
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Uploads a file.</summary>
    public static Task<(HttpStatusCode Status, JsonElement Body)> ImportAsync(this City city, string query, byte[] file) =>
        city.UploadAsync("/api/imports?" + query, file);

    /// <summary>Uploads a file to any route, and reads what is answered.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> UploadAsync(this City city, string path, byte[] file)
    {
        using var response = await city.Client.PostAsync(path, new ByteArrayContent(file), Stop);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Stop));
    }

    /// <summary>A layer of the catalogue.</summary>
    public static async Task<JsonElement> LayerAsync(this City city, string id) =>
        (await city.GetAsync("/api/layers")).GetProperty("items").EnumerateArray().Single(l => l.GetProperty("id").GetString() == id);

    /// <summary>Asserts that the catalogue has no layer of that id.</summary>
    public static async Task NoLayerAsync(this City city, string id) =>
        Assert.DoesNotContain((await city.GetAsync("/api/layers")).GetProperty("items").EnumerateArray(), l => l.GetProperty("id").GetString() == id);
}
