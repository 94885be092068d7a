using System.Globalization;
using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;

namespace CityMap.Server.Tests.Api;

/// <summary>Incidents for feed readers.</summary>
public sealed class AtomTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task A_reader_gets_the_newest_of_the_filter_with_their_places_latitude_first()
    {
        var word = "Tin" + Guid.CreateVersion7().ToString("N")[^12..];
        var first = await city.ReportAsync(City.Report($"Đèn hỏng & tối <{word}>", lon: 106.7601, lat: 21.8501));
        var second = await city.ReportAsync(City.Report($"Cây đổ {word}", "TREE", 5));
        using var answer = await city.Client.GetAsync($"/api/incidents/feed.atom?q={word}");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        using var xml = XmlReader.Create(await answer.Content.ReadAsStreamAsync());
        var feed = SyndicationFeed.Load(xml);

        var items = feed.Items.ToList();
        Assert.Equal(
            [second.GetProperty("id").GetString(), first.GetProperty("id").GetString()], items.Select(item => item.Id.Split(':')[^1]));
        Assert.Equal($"Đèn hỏng & tối <{word}>", items[1].Title.Text);
        Assert.Equal("21.8501 106.7601", items[1].ElementExtensions.ReadElementExtensions<string>("point", "http://www.georss.org/georss").Single());
        Assert.Equal(("TREE", "Cây xanh"), (items[0].Categories[0].Name, items[0].Categories[0].Label));
        Assert.StartsWith("Mức 5 · Mới", items[0].Summary.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await city.Client.GetAsync(items[0].Links[0].Uri)).StatusCode);
        Assert.Equal(items.Max(item => item.LastUpdatedTime), feed.LastUpdatedTime);
        Assert.True(feed.LastUpdatedTime > DateTimeOffset.Parse("2026-01-01T00:00:00Z", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_the_reader_has_is_not_sent_again_and_what_nobody_knows_is_refused()
    {
        using var first = await city.Client.GetAsync("/api/incidents/feed.atom?types=BORDER");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/incidents/feed.atom?types=BORDER");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await city.Client.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await city.Client.GetAsync("/api/incidents/feed.atom?colour=red")).StatusCode);
    }
}
