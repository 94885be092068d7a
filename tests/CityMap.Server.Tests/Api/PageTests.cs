using System.Net;

namespace CityMap.Server.Tests.Api;

/// <summary>What a browser gets besides data.</summary>
public sealed class PageTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task The_page_is_asked_for_each_time()
    {
        using var response = await city.Client.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        Assert.Contains("CityMap", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("worker-src 'self' blob:", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_not_sent_again_when_it_has_not_changed()
    {
        using var first = await city.Client.GetAsync("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await city.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Answers_are_compressed_for_whoever_takes_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/info");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br, gzip");
        using var response = await city.Client.SendAsync(request);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task The_document_is_OpenAPI_3_0_and_describes_every_parameter()
    {
        var document = await city.GetAsync("/openapi/v1.json");
        Assert.StartsWith("3.0.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var list = document.GetProperty("paths").GetProperty("/api/incidents").GetProperty("get");
        var names = list.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ToList();
        Assert.Contains("bbox", names);
        Assert.Contains("asOf", names);
        Assert.True(document.GetProperty("paths").GetProperty("/api/incidents").TryGetProperty("post", out _));
    }

    [Fact]
    public async Task The_documents_page_and_the_dashboard_ask_no_other_host()
    {
        foreach (var path in new[] { "/docs/", "/dashboard/" })
        {
            using var response = await city.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var html = await response.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("(src|href)=\"https?://", html);
        }
    }

    [Fact]
    public async Task It_is_live_and_ready()
    {
        using var live = await city.Client.GetAsync("/health/live");
        using var ready = await city.Client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }
}
