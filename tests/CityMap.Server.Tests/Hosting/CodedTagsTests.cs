using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CityMap.Server.Tests.Api;

namespace CityMap.Server.Tests.Hosting;

/// <summary>Answers of different bytes have different strong tags, and each of them stands for the version it was handed out with.</summary>
public sealed class CodedTagsTests(City city) : IClassFixture<City>
{
    private const string Item = "/ogc/collections/coded/items/a";
    private static readonly string[] _codings = ["identity", "gzip", "br"];

    [Theory]
    [InlineData(Item)]
    [InlineData("/tiles/coded/14/13050/7172.mvt")]
    [InlineData("/")]
    public async Task Every_form_of_an_answer_has_a_tag_of_its_own(string path)
    {
        await ImportAsync();
        var forms = new Dictionary<string, string>();
        foreach (var coding in _codings)
        {
            using var answer = await GetAsync(path, coding);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var told = answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity";
            if (answer.Headers.ETag is not { IsWeak: false } tag) continue;
            Assert.Equal(told, forms.GetValueOrDefault(tag.Tag, told));
            forms[tag.Tag] = told;
        }

        Assert.Equal(forms.Count, forms.Values.Distinct().Count());
    }

    [Fact]
    public async Task Whoever_has_the_compressed_form_is_told_so_by_its_own_tag()
    {
        await ImportAsync();
        var tags = new HashSet<string>();
        foreach (var coding in _codings)
        {
            using var first = await GetAsync(Item, coding);
            Assert.Equal(coding, first.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity");
            using var again = await GetAsync(Item, coding, first.Headers.ETag);
            Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
            Assert.True(tags.Add(first.Headers.ETag!.Tag));
        }
    }

    [Fact]
    public async Task A_change_may_be_decided_on_the_compressed_form()
    {
        await ImportAsync();
        using var read = await GetAsync(Item, "gzip");
        using var request = new HttpRequestMessage(HttpMethod.Patch, Item)
        {
            Content = new StringContent("""{"properties":{"name":"B"}}""", Encoding.UTF8, new MediaTypeHeaderValue("application/merge-patch+json")),
        };
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var changed = await city.Client.SendAsync(request);
        Assert.True(changed.IsSuccessStatusCode, await changed.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string coding, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(coding);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await city.Client.SendAsync(request);
    }

    private async Task ImportAsync()
    {
        using var answer = await city.Client.PostAsync("/api/imports?layer=coded&mode=replace", new StringContent("id,name,lon,lat\na,A,106.75,21.85\n", null, "text/csv"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
