using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>One facility: its measurements over a long time, how full it is, what is around it.</summary>
public sealed class FacilityTests(City city) : IClassFixture<City>
{
    private static readonly DateTimeOffset _start = new(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task A_series_keeps_every_peak_and_leaves_out_steps_without_measurements()
    {
        var id = await DefineAsync("peaks");
        await MeasureAsync(id, Enumerable.Range(0, 60).Select(minute => (_start.AddMinutes(minute), minute == 31 ? 9.5 : 2.0)));
        await MeasureAsync(id, [(_start.AddHours(3), 1.0), (_start.AddHours(3).AddMinutes(1), 3.0)]);
        var series = await SeriesAsync(id, _start, _start.AddHours(4), 4);

        Assert.Equal([(0, 2.0, 9.5, 60), (3, 1.0, 3.0, 2)], series.Select(step => (
            (step.GetProperty("at").GetDateTimeOffset() - _start).Hours, step.GetProperty("low").GetDouble(), step.GetProperty("high").GetDouble(),
            step.GetProperty("count").GetInt32())));
        Assert.Equal(2, series[^1].GetProperty("mean").GetDouble());
    }

    [Fact]
    public async Task More_measurements_than_one_reading_of_the_store_are_all_in_the_series()
    {
        var id = await DefineAsync("many");
        var all = Enumerable.Range(0, 12_000).Select(second => (_start.AddSeconds(second), second % 7.0)).ToList();
        foreach (var chunk in all.Chunk(1000)) await MeasureAsync(id, chunk);

        Assert.Equal(12_000, (await SeriesAsync(id, _start, _start.AddSeconds(12_000), 100)).Sum(step => step.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("", "quantity")]
    [InlineData("quantity=pressure&from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z", "to")]
    [InlineData("quantity=pressure&steps=0", "steps")]
    public async Task A_series_that_makes_no_sense_is_refused_by_name(string query, string field)
    {
        using var response = await city.Client.GetAsync("/api/facilities/peaks/readings/series?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
    }

    [Fact]
    public async Task How_full_it_is_changes_by_itself_and_not_on_an_old_version()
    {
        var id = await DefineAsync("hospital-1", """,'capacity':200,'used':20""");
        using var filled = await city.Client.PostAsync($"/api/facilities/{id}/capacity", City.Json("""{"capacity":200,"used":180,"expectedVersion":1}"""));
        Assert.Equal(HttpStatusCode.OK, filled.StatusCode);
        var facility = await city.GetAsync($"/api/facilities/{id}");
        Assert.Equal((200, 180), (facility.GetProperty("capacity").GetInt32(), facility.GetProperty("used").GetInt32()));
        Assert.Equal("facility.capacity_changed", facility.GetProperty("history").EnumerateArray().Last().GetProperty("kind").GetString());

        using var late = await city.Client.PostAsync($"/api/facilities/{id}/capacity", City.Json("""{"capacity":200,"used":10,"expectedVersion":1}"""));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var strange = await city.Client.PostAsync($"/api/facilities/{id}/capacity", City.Json("""{"capacity":-1}"""));
        Assert.Equal(HttpStatusCode.BadRequest, strange.StatusCode);
    }

    [Theory]
    [InlineData("%20")]
    [InlineData("a%2Fb")]
    public async Task What_is_no_id_is_refused(string id)
    {
        using var answer = await city.Client.PutAsync($"/api/facilities/{id}", City.Json("""{"kind":"pump_station","name":"Trạm bơm","position":{"lon":106.76,"lat":21.85}}"""));
        await BadBodyTests.HasProblemAsync(answer, 400, "id_malformed", "id");
    }

    [Fact]
    public async Task Open_incidents_around_it_are_listed_the_nearest_first()
    {
        var id = await DefineAsync("pump-1", lon: 106.9);
        await city.ReportAsync(City.Report("Xa", lon: 106.903));
        await city.ReportAsync(City.Report("Gần", lon: 106.901));
        await city.ReportAsync(City.Report("Quá xa", lon: 106.95));
        var near = await city.GetAsync($"/api/facilities/{id}/nearby?radius=500");

        Assert.Equal(["Gần", "Xa"], near.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("incident").GetProperty("title").GetString()));
        using var nowhere = await city.Client.GetAsync("/api/facilities/nowhere/nearby");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    private async Task<string> DefineAsync(string id, string more = "", double lon = 106.76)
    {
        var body = FormattableString.Invariant($$$"""{'kind':'pump_station','name':'Trạm bơm','position':{'lon':{{{lon}}},'lat':21.85}{{{more}}}}""");
        using var answer = await city.Client.PutAsync($"/api/facilities/{id}", City.Json(body.Replace('\'', '"')));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return id;
    }

    private async Task MeasureAsync(string id, IEnumerable<(DateTimeOffset At, double Value)> readings)
    {
        var items = readings.Select(reading => FormattableString.Invariant($$"""{"quantity":"pressure","at":"{{reading.At:O}}","value":{{reading.Value}}}"""));
        using var answer = await city.Client.PostAsync($"/api/facilities/{id}/readings", City.Json($$"""{"items":[{{string.Join(',', items)}}]}"""));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement[]> SeriesAsync(string id, DateTimeOffset from, DateTimeOffset to, int steps)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"quantity=pressure&from={Uri.EscapeDataString(from.ToString("O"))}&to={Uri.EscapeDataString(to.ToString("O"))}&steps={steps}");
        return [.. (await city.GetAsync($"/api/facilities/{id}/readings/series?{query}")).GetProperty("items").EnumerateArray()];
    }
}
