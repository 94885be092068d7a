using System.Net;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>How the open incidents of districts came and went, over HTTP.</summary>
public sealed class TrendTests(City city) : IClassFixture<City>, IAsyncLifetime
{
    private const string Areas = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","id":"T1@2025","properties":{"code":"T1","edition":"2025","name_vi":"Phường Một","name_en":"Ward One","kind":"ward","valid_from":"2020-01-01"},
           "geometry":{"type":"Polygon","coordinates":[[[106.7,21.8],[106.76,21.8],[106.76,21.9],[106.7,21.9],[106.7,21.8]]]}},
          {"type":"Feature","id":"T2@2025","properties":{"code":"T2","edition":"2025","name_vi":"Phường Hai","name_en":"Ward Two","kind":"ward","valid_from":"2020-01-01"},
           "geometry":{"type":"Polygon","coordinates":[[[106.76,21.8],[106.82,21.8],[106.82,21.9],[106.76,21.9],[106.76,21.8]]]}}]}
        """;

    public async ValueTask InitializeAsync()
    {
        if (await KnownAsync()) return;
        using var answer = await city.Client.PostAsync("/api/imports?layer=districts&mode=replace", new StringContent(Areas, null, "application/geo+json"));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        while (!await KnownAsync()) TestContext.Current.CancellationToken.ThrowIfCancellationRequested();

        async Task<bool> KnownAsync() => (await city.GetAsync("/api/districts")).GetProperty("items").GetArrayLength() == 2;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("24h", 24)]
    [InlineData("7d", 28)]
    [InlineData("90d", 90)]
    public async Task Every_point_is_what_the_district_said_at_that_moment(string range, int steps)
    {
        await LiveAsync();
        var trend = await city.GetAsync($"/api/districts/trend?range={range}");
        var times = trend.GetProperty("times").EnumerateArray().Select(at => at.GetDateTime()).ToArray();
        Assert.Equal(steps + 1, times.Length);
        var items = trend.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("id").GetString()!);
        Assert.Equal(["T1@2025", "T2@2025"], items.Keys.Order());

        // The ends, and every few steps between them.
        foreach (var i in Enumerable.Range(0, steps + 1).Where(i => i % 9 == 0 || i == steps))
        {
            var then = await city.GetAsync($"/api/districts?asOf={times[i]:O}");
            foreach (var district in then.GetProperty("items").EnumerateArray())
            {
                var open = items[district.GetProperty("id").GetString()!].GetProperty("open")[i].GetInt64();
                Assert.Equal(district.GetProperty("counts").GetProperty("open").GetInt64(), open);
            }
        }
    }

    [Fact]
    public async Task What_came_and_went_after_the_history_was_read_is_in_it()
    {
        var before = await LastAsync();
        var incident = await city.ReportAsync(City.Report(lon: 106.73));
        var (open, opened, closed) = await LastAsync();
        Assert.Equal((before.Open + 1, before.Opened + 1, before.Closed), (open, opened, closed));

        using var rejected = await city.CommandAsync(
            incident.GetProperty("id").GetString()!, """{"command":"reject","reason":"Không phải sự cố","expectedVersion":1}""");
        Assert.True(rejected.IsSuccessStatusCode, await rejected.Content.ReadAsStringAsync());
        Assert.Equal((before.Open, before.Opened + 1, before.Closed + 1), await LastAsync());
    }

    [Fact]
    public async Task A_moment_of_the_past_ends_the_trend()
    {
        await OccurredAsync(new(2026, 2, 1, 8, 30, 0, TimeSpan.FromHours(7)), 106.73);
        var trend = await city.GetAsync("/api/districts/trend?range=24h&districts=T1@2025&asOf=2026-02-01T09:15:00%2B07:00");
        Assert.Equal(new DateTime(2026, 2, 1, 2, 15, 0, DateTimeKind.Utc), trend.GetProperty("times")[24].GetDateTime());
        Assert.Equal(1, Assert.Single(trend.GetProperty("items").EnumerateArray()).GetProperty("opened")[22].GetInt64());
    }

    [Theory]
    [InlineData("?range=1y", "range")]
    [InlineData("?districts=nowhere", "id")]
    [InlineData("?open=true", "open")]
    public async Task What_makes_no_sense_is_refused_by_name(string query, string field)
    {
        using var response = await city.Client.GetAsync("/api/districts/trend" + query);
        Assert.True(response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(field, problem.RootElement.GetProperty("field").GetString());
    }

    // A few days of both wards: some are still open, some were closed, one was moved from one ward to the other and one came back.
    private async Task LiveAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        await OccurredAsync(now.AddDays(-40), 106.73);
        await OccurredAsync(now.AddDays(-3), 106.79);
        var gone = await OccurredAsync(now.AddHours(-30), 106.73);
        await DoAsync(gone, """{"command":"reject","reason":"Không phải sự cố","expectedVersion":1}""");
        await DoAsync(gone, """{"command":"reopen","reason":"Có thật","expectedVersion":2}""");
        var moved = await OccurredAsync(now.AddHours(-5), 106.73);
        await DoAsync(moved, """{"command":"move","position":{"lon":106.79,"lat":21.85},"expectedVersion":1}""");
        await DoAsync(moved, """{"command":"acknowledge","expectedVersion":2}""");
    }

    private async Task<string> OccurredAsync(DateTimeOffset at, double lon)
    {
        var incident = await city.ReportAsync(FormattableString.Invariant(
            $$$"""{"type":"TREE","title":"Cây đổ","severity":2,"position":{"lon":{{{lon}}},"lat":21.85},"occurredAt":"{{{at:O}}}"}"""));
        return incident.GetProperty("id").GetString()!;
    }

    private async Task DoAsync(string id, string body)
    {
        using var answer = await city.CommandAsync(id, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(long Open, long Opened, long Closed)> LastAsync()
    {
        var trend = await city.GetAsync("/api/districts/trend?range=24h&districts=T1@2025");
        var item = Assert.Single(trend.GetProperty("items").EnumerateArray());
        return (Last("open"), Last("opened"), Last("closed"));

        long Last(string name) => item.GetProperty(name).EnumerateArray().Last().GetInt64();
    }
}
