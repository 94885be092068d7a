using System.Net;
using System.Text;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Hosting;

/// <summary>What pages of elsewhere may do: change nothing, and read only when they are of this machine.</summary>
public sealed class HostNamesTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData("http://localhost:3000")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_may_change_nothing(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports?layer=stolen") { Content = new StringContent("id,lon,lat\n1,106.7,21.8\n", Encoding.UTF8, "text/plain") };
        request.Headers.TryAddWithoutValidation("Origin", origin);
        using var response = await city.Client.SendAsync(request);
        await BadBodyTests.HasProblemAsync(response, 403, "forbidden", "Origin");
    }

    [Fact]
    public async Task A_page_of_the_server_itself_may_change_what_it_likes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/incidents") { Content = City.Json(City.Report()) };
        request.Headers.Add("Origin", city.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var response = await city.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Theory]
    [InlineData("/ogc/collections", "http://localhost:3000")]
    [InlineData("/ogc/collections/incidents/items", "https://[::1]:8443")]
    [InlineData("/ogc/collections/incidents/tiles/WebMercatorQuad/10/448/815", "http://127.0.0.1")]
    public async Task A_page_of_this_machine_may_read(string path, string origin)
    {
        using var response = await ReadAsync(path, origin);
        Assert.Equal(origin, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("Origin", response.Headers.Vary);
    }

    [Theory]
    [InlineData("/ogc/collections", "https://evil.example")]
    [InlineData("/ogc/collections/incidents/items", "http://localhost.evil.example")]
    [InlineData("/ogc/collections/incidents/items", "null")]
    [InlineData("/ogc/collections/incidents/tiles/WebMercatorQuad/10/448/815", "https://evil.example")]
    [InlineData("/ogc/collections/incidents/items", null)]
    public async Task To_other_pages_an_answer_is_not_shown(string path, string? origin)
    {
        using var response = await ReadAsync(path, origin);
        Assert.True(response.IsSuccessStatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", response.Headers.Vary);
    }

    private async Task<HttpResponseMessage> ReadAsync(string path, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        return await city.Client.SendAsync(request);
    }
}
