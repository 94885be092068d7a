using System.Net;

namespace CityMap.Server.Tests.Api;

/// <summary>Local days, steps and ages are counted from an instant; one from which they would leave the calendar is refused, whoever asks.</summary>
public sealed class EndsOfTimeTests(City city) : IClassFixture<City>
{
    [Theory]
    [InlineData("/tiles/incidents/12/3262/1793.mvt?asOf=9999-12-31T23:59:59Z")]
    [InlineData("/api/incidents/export.csv?asOf=9999-12-31T23:59:59Z")]
    [InlineData("/api/layers/incidents/export.geojson?asOf=9999-12-31T23:59:59Z")]
    [InlineData("/api/maps.png?asOf=9999-12-31T23:59:59Z")]
    [InlineData("/api/districts?asOf=9999-12-31T23:59:59Z")]
    [InlineData("/api/districts/trend?asOf=9999-12-31T23:59:59Z")]
    [InlineData("/api/districts/trend?asOf=0001-01-01T00:00:00Z")]
    [InlineData("/api/incidents?asOf=0001-01-01T00:00:00Z&maxAge=P1D")]
    [InlineData("/ogc/collections/incidents/items?asOf=9999-12-31T23:59:59Z")]
    public async Task A_moment_at_the_end_of_time_is_refused_with_what_would_be_right(string address)
    {
        using var response = await city.Client.GetAsync(address);
        var problem = await BadBodyTests.HasProblemAsync(response, 400, "invalid_parameter", "asOf");
        Assert.Contains("1000 to 9000", problem.GetProperty("expected").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/incidents?asOf=1000-01-01T00:00:00Z&maxAge=P3660D")]
    [InlineData("/api/incidents?asOf=9000-12-31T23:59:59Z")]
    [InlineData("/api/districts?asOf=9000-12-31T23:59:59Z")]
    [InlineData("/api/districts/trend?range=90d&asOf=1000-01-01T00:00:00Z")]
    public async Task The_first_and_the_last_moment_are_answered(string address)
    {
        using var response = await city.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_report_of_the_beginning_of_time_is_refused_by_name()
    {
        var body = City.Report().Replace("{\"type\"", "{\"occurredAt\":\"0001-01-01T00:00:00Z\",\"type\"", StringComparison.Ordinal);
        using var response = await city.Client.PostAsync("/api/incidents", City.Json(body));
        await BadBodyTests.HasProblemAsync(response, 400, "invalid_value", "occurredAt");
    }
}
