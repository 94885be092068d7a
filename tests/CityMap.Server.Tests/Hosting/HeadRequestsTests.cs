using System.Net;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Hosting;

/// <summary>HEAD is answered as GET is, without its body.</summary>
public sealed class HeadRequestsTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData("/api/info", 200)]
    [InlineData("/api/incidents", 200)]
    [InlineData("/api/incidents/export.csv", 200)]
    [InlineData("/api/layers", 200)]
    [InlineData("/api/facilities/nowhere", 404)]
    [InlineData("/api/incidents?limit=0", 400)]
    public async Task The_head_of_an_answer_is_that_of_the_whole_one(string path, int status)
    {
        using var whole = await city.Client.GetAsync(path);
        using var head = await HeadAsync(path);

        Assert.Equal(((HttpStatusCode)status, (HttpStatusCode)status), (whole.StatusCode, head.StatusCode));
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/api/live")]
    [InlineData("/api/imports")]
    public async Task What_has_no_end_or_is_never_read_has_no_head(string path)
    {
        using var head = await HeadAsync(path);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, head.StatusCode);
    }

    private async Task<HttpResponseMessage> HeadAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        return await city.Client.SendAsync(request);
    }
}
