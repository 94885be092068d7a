using System.Globalization;
using System.Net;

namespace CityMap.Server.Tests.Tiles;

/// <summary>Tiles of what changes: from memory, the past from the store.</summary>
public sealed class LiveTileTests
{
    private const double Lon = 106.7612;
    private const double Lat = 21.8534;

    [Fact]
    public async Task An_incident_stands_alone_at_a_high_zoom_with_what_the_map_draws()
    {
        await using var host = await TileHost.StartAsync();
        await host.IncidentAsync("a", Lon, Lat, null, ("severity", 5L), ("acknowledged", true));

        var tile = await DecodedTile.GetAsync(host, "incidents", DecodedTile.Of(Lon, Lat, 16));

        Assert.Equal("incidents", tile.Layer);
        Assert.Equal("application/vnd.mapbox-vector-tile", tile.Response.Content.Headers.ContentType?.MediaType);
        var feature = Assert.Single(tile.Features);
        Assert.Equal(["a", "FIRE", "Cháy a", "New"], new[] { "id", "type", "title", "state" }.Select(n => (string)feature.Attributes[n]));
        Assert.Equal(5L, Convert.ToInt64(feature.Attributes["severity"], CultureInfo.InvariantCulture));
        Assert.Equal((true, false), ((bool)feature.Attributes["acknowledged"], (bool)feature.Attributes["overdue"]));

        // One unit of a tile at zoom 16 is less than 2e-6 degrees.
        Assert.Equal(Lon, feature.Geometry.Coordinate.X, 5);
        Assert.Equal(Lat, feature.Geometry.Coordinate.Y, 5);
    }

    [Fact]
    public async Task Low_zooms_gather_incidents_and_say_how_many_how_bad_and_how_late()
    {
        await using var host = await TileHost.StartAsync();
        var late = host.Time.GetUtcNow().AddHours(-1);
        for (var i = 0; i < 6; i++)
        {
            await host.IncidentAsync($"i{i}", Lon + (i * 1e-5), Lat, null, ("severity", (long)(i % 4) + 1), ("due_at", i < 2 ? late : late.AddDays(1)));
        }

        var tile = await DecodedTile.GetAsync(host, "incidents", DecodedTile.Of(Lon, Lat, 9));

        var cluster = Assert.Single(tile.Features);
        Assert.True((bool)cluster.Attributes["cluster"]);
        Assert.Equal([6, 4, 2], new[] { "count", "worst", "overdue" }.Select(n => Convert.ToInt32(cluster.Attributes[n], CultureInfo.InvariantCulture)));
        Assert.InRange(Convert.ToInt32(cluster.Attributes["expand_zoom"], CultureInfo.InvariantCulture), 10, 16);
    }

    [Fact]
    public async Task The_filter_of_the_list_is_the_filter_of_the_tile()
    {
        await using var host = await TileHost.StartAsync();
        await host.IncidentAsync("fire", Lon, Lat);
        await host.IncidentAsync("flood", Lon + 1e-4, Lat, null, ("type", "WATER"), ("severity", 5L));
        await host.IncidentAsync("late", Lon + 2e-4, Lat, null, ("due_at", host.Time.GetUtcNow().AddHours(-1)));
        var at = DecodedTile.Of(Lon, Lat, 15);

        Assert.Equal(["fire", "flood", "late"], (await DecodedTile.GetAsync(host, "incidents", at)).Ids);
        Assert.Equal(["flood"], (await DecodedTile.GetAsync(host, "incidents", at, "?types=WATER")).Ids);
        Assert.Equal(["fire", "late"], (await DecodedTile.GetAsync(host, "incidents", at, "?severities=3")).Ids);
        Assert.Equal(["late"], (await DecodedTile.GetAsync(host, "incidents", at, "?overdue=true")).Ids);
        Assert.Equal(HttpStatusCode.NoContent, (await DecodedTile.GetAsync(host, "incidents", at, "?states=Closed")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await DecodedTile.GetAsync(host, "incidents", at, "?types=FIRES")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await DecodedTile.GetAsync(host, "incidents", at, "?colour=red")).Status);
    }

    [Fact]
    public async Task As_of_shows_the_tile_as_it_was()
    {
        await using var host = await TileHost.StartAsync();
        var noon = host.Time.GetUtcNow().AddHours(-6);
        await host.IncidentAsync("a", Lon, Lat, noon, ("state", "New"));
        await host.IncidentAsync("b", Lon + 1e-4, Lat, noon.AddHours(1));
        await host.IncidentAsync("a", Lon, Lat, noon.AddHours(2), ("state", "Closed"), ("open", false));
        var at = DecodedTile.Of(Lon, Lat, 16);

        Assert.Equal(HttpStatusCode.NoContent, (await DecodedTile.GetAsync(host, "incidents", at, AsOf(noon.AddHours(-1)))).Status);
        var early = Assert.Single((await DecodedTile.GetAsync(host, "incidents", at, AsOf(noon.AddMinutes(30)))).Features);
        Assert.Equal("New", early.Attributes["state"]);
        Assert.Equal(["a", "b"], (await DecodedTile.GetAsync(host, "incidents", at, AsOf(noon.AddHours(3)))).Ids);
        Assert.Equal(["b"], (await DecodedTile.GetAsync(host, "incidents", at, AsOf(noon.AddHours(3)) + "&open=true")).Ids);
    }

    [Fact]
    public async Task A_tile_is_not_sent_again_until_something_on_it_changes()
    {
        await using var host = await TileHost.StartAsync();
        await host.IncidentAsync("a", Lon, Lat);
        var at = DecodedTile.Of(Lon, Lat, 16);
        var first = await DecodedTile.GetAsync(host, "incidents", at);
        Assert.NotNull(first.Tag);
        Assert.False(first.Tag.StartsWith("W/", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotModified, (await DecodedTile.GetAsync(host, "incidents", at, "", first.Tag)).Status);
        await host.IncidentAsync("elsewhere", Lon + 0.5, Lat);
        Assert.Equal(HttpStatusCode.NotModified, (await DecodedTile.GetAsync(host, "incidents", at, "", first.Tag)).Status);
        await host.IncidentAsync("a", Lon, Lat, null, ("severity", 4L));
        var changed = await DecodedTile.GetAsync(host, "incidents", at, "", first.Tag);

        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.NotEqual(first.Tag, changed.Tag);
    }

    [Fact]
    public async Task A_tile_says_up_to_which_change_it_was_made_even_when_it_is_not_sent_again()
    {
        await using var host = await TileHost.StartAsync();
        await host.IncidentAsync("a", Lon, Lat);
        var at = DecodedTile.Of(Lon, Lat, 16);
        var first = await DecodedTile.GetAsync(host, "incidents", at);
        await host.IncidentAsync("elsewhere", Lon + 0.5, Lat);
        var again = await DecodedTile.GetAsync(host, "incidents", at, "", first.Tag);
        var empty = await DecodedTile.GetAsync(host, "incidents", at, "?types=NOISE");
        var past = await DecodedTile.GetAsync(host, "incidents", at, AsOf(host.Time.GetUtcNow()));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.NoContent), (again.Status, empty.Status));
        Assert.Equal([Sequence(first) + 1, Sequence(first) + 1], new[] { Sequence(again), Sequence(empty) });
        Assert.False(past.Response.Headers.Contains("CityMap-Sequence"));

        static long Sequence(DecodedTile tile) => long.Parse(Assert.Single(tile.Response.Headers.GetValues("CityMap-Sequence")), CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_becomes_overdue_by_the_clock_alone_changes_the_tile()
    {
        await using var host = await TileHost.StartAsync();
        await host.IncidentAsync("a", Lon, Lat, null, ("due_at", host.Time.GetUtcNow().AddHours(1)));
        var at = DecodedTile.Of(Lon, Lat, 16);
        var before = await DecodedTile.GetAsync(host, "incidents", at);

        host.Time.Move(TimeSpan.FromHours(2));
        var after = await DecodedTile.GetAsync(host, "incidents", at, "", before.Tag);

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.True((bool)Assert.Single(after.Features).Attributes["overdue"]);
    }

    [Fact]
    public async Task Facilities_are_never_gathered()
    {
        await using var host = await TileHost.StartAsync();
        for (var i = 0; i < 5; i++) await host.FacilityAsync($"f{i}", Lon + (i * 0.01), Lat);

        var tile = await DecodedTile.GetAsync(host, "facilities", DecodedTile.Of(Lon, Lat, 8));

        Assert.Equal(["f0", "f1", "f2", "f3", "f4"], tile.Ids);
        Assert.Equal("hospital", tile.Features[0].Attributes["kind"]);
    }

    private static string AsOf(DateTimeOffset at) => "?asOf=" + Uri.EscapeDataString(at.ToString("O", CultureInfo.InvariantCulture));
}
