using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary>The list is found, skipped through, and looked around in.</summary>
public sealed class ListTests(City city) : IClassFixture<City>
{
    private static readonly string[] _names = ["Một", "Hai", "Ba", "Bốn"];

    private static IEnumerable<string?> Titles(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString());

    [Fact]
    public async Task An_offset_opens_the_list_in_its_middle_and_the_next_page_goes_on()
    {
        foreach (var name in _names) await city.ReportAsync(City.Report($"Offset {name}"));

        var page = await city.GetAsync("/api/incidents?q=offset&sort=recordedAt&limit=2&offset=1");
        Assert.Equal(["Offset Hai", "Offset Ba"], Titles(page));
        Assert.Equal(4, page.GetProperty("numberMatched").GetInt64());
        Assert.Equal(["Offset Bốn"], Titles(await city.GetAsync($"/api/incidents?q=offset&sort=recordedAt&limit=2&after={page.GetProperty("next").GetString()}")));
    }

    [Fact]
    public async Task Ages_cut_the_list_in_two()
    {
        await city.ReportAsync(City.Report("Tuổi nhỏ"));

        Assert.Equal(["Tuổi nhỏ"], Titles(await city.GetAsync("/api/incidents?q=tuoi&maxAge=PT1H")));
        Assert.Empty(Titles(await city.GetAsync("/api/incidents?q=tuoi&minAge=PT1H")));
        Assert.Equal(0, (await city.GetAsync("/api/incidents/counts?q=tuoi&minAge=P2DT3H")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Moments_cut_the_list_by_what_happened_changed_or_ended_since()
    {
        var before = Moment();
        await city.ReportAsync(City.Report("Mốc còn mở"));
        var ended = (await city.ReportAsync(City.Report("Mốc đã xong"))).GetProperty("id").GetString()!;
        var between = Moment();
        using var rejected = await city.CommandAsync(ended, """{"command":"reject","expectedVersion":1,"reason":"Trùng"}""");

        Assert.Equal(2, (await city.GetAsync($"/api/incidents?q=moc&occurredSince={before}")).GetProperty("numberMatched").GetInt64());
        Assert.Empty(Titles(await city.GetAsync($"/api/incidents?q=moc&occurredSince={between}")));
        Assert.Equal(["Mốc đã xong"], Titles(await city.GetAsync($"/api/incidents?q=moc&updatedSince={between}")));
        Assert.Equal(["Mốc đã xong"], Titles(await city.GetAsync($"/api/incidents?q=moc&closedSince={before}")));
        Assert.Equal(1, (await city.GetAsync($"/api/incidents/counts?q=moc&closedSince={before}")).GetProperty("total").GetInt64());
        Assert.Empty(Titles(await city.GetAsync($"/api/incidents?q=moc&closedSince={Moment()}")));

        static string Moment() => Uri.EscapeDataString(TimeProvider.System.GetUtcNow().ToString("O"));
    }

    [Theory]
    [InlineData("closedSince=yesterday")]
    [InlineData("minAge=3")]
    [InlineData("minAge=P")]
    [InlineData("minAge=PT0M")]
    [InlineData("maxAge=P1Y")]
    [InlineData("offset=-1")]
    public async Task A_length_that_is_none_is_refused(string query)
    {
        using var response = await city.Client.GetAsync("/api/incidents?" + query);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("invalid_parameter", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nearby_are_the_open_ones_by_distance_and_similar_those_of_the_type()
    {
        var centre = (await city.ReportAsync(City.Report("Giữa", "WATER", lon: 106.70, lat: 21.80))).GetProperty("id").GetString();
        await city.ReportAsync(City.Report("Xa hơn", "TREE", lon: 106.70, lat: 21.802));
        await city.ReportAsync(City.Report("Gần", "TREE", lon: 106.70, lat: 21.801));
        await city.ReportAsync(City.Report("Cùng loại", "WATER", lon: 106.70, lat: 21.81));

        var near = (await city.GetAsync($"/api/incidents/{centre}/nearby?radius=300")).GetProperty("items");
        Assert.Equal(["Gần", "Xa hơn"], near.EnumerateArray().Select(i => i.GetProperty("incident").GetProperty("title").GetString()));
        Assert.InRange(near[0].GetProperty("distanceMetres").GetDouble(), 108, 113);
        var similar = (await city.GetAsync($"/api/incidents/{centre}/similar")).GetProperty("items");
        Assert.Equal(["Cùng loại"], similar.EnumerateArray().Select(i => i.GetProperty("incident").GetProperty("title").GetString()));
        var past = Uri.EscapeDataString(TimeProvider.System.GetUtcNow().ToString("O"));
        Assert.Equal(2, (await city.GetAsync($"/api/incidents/{centre}/nearby?radius=300&asOf={past}")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_tile_takes_the_box_and_the_age_of_the_list()
    {
        await city.ReportAsync(City.Report("Trong ô", lon: 106.5001, lat: 21.7001));
        var (x, y) = (13038, 7179);
        using var all = await city.Client.GetAsync($"/tiles/incidents/14/{x}/{y}.mvt");
        using var outside = await city.Client.GetAsync($"/tiles/incidents/14/{x}/{y}.mvt?bbox=100,10,101,11&maxAge=P1D");
        Assert.Equal(System.Net.HttpStatusCode.OK, all.StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, outside.StatusCode);
    }
}
