using System.Text.Json;

namespace CityMap.Server.Tests.Api;

/// <summary><c>/api/search</c> over HTTP, as the console's search box asks it.</summary>
public sealed class SearchTests(City city) : IClassFixture<City>
{
    [Fact]
    public async Task A_reported_incident_is_found_by_its_words_without_accents()
    {
        var made = await city.ReportAsync(City.Report("Đèn đường Hùng Vương hỏng"));
        var item = await FoundAsync("hung vuong DEN", made);
        Assert.Equal("Đèn đường Hùng Vương hỏng", item.GetProperty("name").GetString());
        Assert.Equal("LIGHT", item.GetProperty("code").GetString());
        Assert.True(item.GetProperty("open").GetBoolean());
        Assert.Equal(106.76, item.GetProperty("position").GetProperty("lon").GetDouble());
    }

    [Fact]
    public async Task An_incident_is_found_by_its_new_title_and_no_longer_by_the_old()
    {
        var made = await city.ReportAsync(City.Report("Cống tắc nghẽn", "WATER"));
        await FoundAsync("tac nghen", made);
        using var corrected = await city.CommandAsync(made.GetProperty("id").GetString()!, """{"command":"correct","title":"Nắp cống vỡ"}""");
        corrected.EnsureSuccessStatusCode();
        await FoundAsync("nap cong vo", made);
        Assert.Empty(Items(await SearchAsync("tac nghen"), "incident"));
    }

    [Fact]
    public async Task Of_equal_incidents_the_one_in_view_comes_first()
    {
        var east = await city.ReportAsync(City.Report("Cây đổ", "TREE", lon: 106.90));
        var west = await city.ReportAsync(City.Report("Cây đổ", "TREE", lon: 106.60));
        await FoundAsync("cay do", east);
        await FoundAsync("cay do", west);
        foreach (var (made, box) in new[] { (east, "106.89,21.84,106.91,21.86"), (west, "106.59,21.84,106.61,21.86") })
        {
            var first = Items(await SearchAsync("cay do", $"&bbox={box}"), "incident")[0];
            Assert.Equal(made.GetProperty("id").GetString(), first.GetProperty("id").GetString());
            Assert.True(first.GetProperty("metres").GetDouble() < 2000);
        }
    }

    [Fact]
    public async Task A_facility_is_found_by_its_name_in_either_language()
    {
        using var defined = await city.Client.PutAsync("/api/facilities/PUMP-77", City.Json(
            """{"kind":"pump_station","name":"Trạm bơm Mai Pha","nameEn":"Mai Pha pumping station","position":{"lon":106.75,"lat":21.85}}"""));
        defined.EnsureSuccessStatusCode();
        var vi = await UntilAsync("tram bom mai", "facility", "PUMP-77");
        Assert.Equal("Trạm bơm Mai Pha", vi.GetProperty("name").GetString());
        Assert.Equal("Mai Pha pumping station", Items(await SearchAsync("pumping mai", "&lang=en"), "facility")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_layer_is_found_by_its_title()
    {
        var item = await UntilAsync("incidents", "layer", "incidents");
        Assert.Equal(JsonValueKind.Null, item.GetProperty("position").ValueKind);
    }

    [Theory]
    [InlineData("21.8537, 106.7615")]
    [InlineData("106.7615, 21.8537")]
    [InlineData("21,8537; 106,7615")]
    public async Task Coordinates_are_read_as_a_place(string written)
    {
        var place = (await SearchAsync(written)).GetProperty("place");
        Assert.Equal(106.7615, place.GetProperty("position").GetProperty("lon").GetDouble());
        Assert.Equal(21.8537, place.GetProperty("position").GetProperty("lat").GetDouble());
    }

    [Fact]
    public async Task Words_that_nothing_has_find_nothing_and_say_so()
    {
        var page = await SearchAsync("khongcogica");
        Assert.Empty(page.GetProperty("groups").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("place").ValueKind);
    }

    private Task<JsonElement> FoundAsync(string words, JsonElement made) => UntilAsync(words, "incident", made.GetProperty("id").GetString()!);

    // The index follows the journal; a change is there a moment after its answer.
    private async Task<JsonElement> UntilAsync(string words, string kind, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var item = Items(await SearchAsync(words), kind).Find(item => item.GetProperty("id").GetString() == id);
            if (item.ValueKind == JsonValueKind.Object) return item;
            await Task.Delay(50, patience.Token);
        }
    }

    private Task<JsonElement> SearchAsync(string words, string more = "") => city.GetAsync($"/api/search?q={Uri.EscapeDataString(words)}{more}");

    private static List<JsonElement> Items(JsonElement page, string kind) =>
        [.. page.GetProperty("groups").EnumerateArray().Where(group => group.GetProperty("kind").GetString() == kind)
            .SelectMany(group => group.GetProperty("items").EnumerateArray())];
}
