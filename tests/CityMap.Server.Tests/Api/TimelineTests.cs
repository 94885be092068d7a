using System.Net;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>When incidents occurred, over HTTP.</summary>
public sealed class TimelineTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task Each_incident_is_counted_in_the_bar_it_occurred_in()
    {
        var start = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(7));
        await OccurredAsync("TREE", start);
        await OccurredAsync("TREE", start.AddMinutes(59));
        await OccurredAsync("FIRE", start.AddHours(1));
        await OccurredAsync("TREE", start.AddHours(3));

        var (all, trees) = (await BarsAsync(start, start.AddHours(3), "bars=3"), await BarsAsync(start, start.AddHours(3), "bars=3&types=TREE"));
        Assert.Equal([2, 1, 0], all);
        Assert.Equal([2, 0, 0], trees);
        Assert.Equal(4, (await BarsAsync(start.AddHours(-60), start.AddHours(4), null)).Sum());
    }

    [Fact]
    public async Task The_catalogue_counts_live_layers_as_of_a_moment()
    {
        await OccurredAsync("TREE", new(2025, 12, 1, 8, 0, 0, TimeSpan.FromHours(7)));
        Assert.Equal(0, await CountAsync("2025-11-30T00:00:00Z"));
        Assert.Equal(1, await CountAsync("2025-12-02T00:00:00Z"));

        async Task<long> CountAsync(string moment) => (await city.GetAsync($"/api/layers?asOf={moment}")).GetProperty("items").EnumerateArray()
            .Single(layer => layer.GetProperty("id").GetString() == "incidents").GetProperty("count").GetInt64();
    }

    [Theory]
    [InlineData("?to=2026-03-02T00:00:00Z", "from")]
    [InlineData("?from=2026-03-02T00:00:00Z", "to")]
    [InlineData("?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z", "to")]
    [InlineData("?from=&to=2026-03-01T00:00:00Z", "from")]
    [InlineData("?from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z&bars=401", "bars")]
    [InlineData("?from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z&open=true", "open")]
    public async Task A_stretch_that_makes_no_sense_is_refused_by_name(string query, string field)
    {
        using var response = await city.Client.GetAsync("/api/incidents/timeline" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(field, problem.RootElement.GetProperty("field").GetString());
    }

    private Task<JsonElement> OccurredAsync(string type, DateTimeOffset at) => city.ReportAsync(
        $$"""{"type":"{{type}}","title":"Việc cũ","severity":2,"position":{"lon":106.76,"lat":21.85},"occurredAt":"{{at:O}}"}""");

    private async Task<int[]> BarsAsync(DateTimeOffset from, DateTimeOffset to, string? more)
    {
        var (a, b) = (Uri.EscapeDataString(from.ToString("O")), Uri.EscapeDataString(to.ToString("O")));
        var answer = await city.GetAsync($"/api/incidents/timeline?from={a}&to={b}&{more}");
        return [.. answer.GetProperty("bars").EnumerateArray().Select(bar => bar.GetInt32())];
    }
}
