using CityMap.Geo.Journal;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Tests.Live;

/// <summary>What a filter lets through, and when something has gone.</summary>
public sealed class FilterTests
{
    [Theory]
    [InlineData("?types=FIRE,WATER")]
    [InlineData("?severities=4,5")]
    [InlineData("?districts=05977@2025")]
    [InlineData("?bbox=106.7,21.8,106.8,21.9")]
    [InlineData("?bbox=106.7,21.8,106.8,21.9&types=FIRE&severities=5&open=true")]
    public async Task Only_what_meets_every_condition_is_told(string query)
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync(query);
        await client.NextAsync("hello");

        host.Commit(LiveHost.Incident("other", 105, 20, "NOISE", 1, null));
        host.Commit(LiveHost.Incident("mine", 106.76, 21.85, "FIRE", 5));

        Assert.Equal("mine", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task What_leaves_the_box_is_gone_and_comes_back_when_it_returns()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync("?bbox=106.7,21.8,106.8,21.9");
        await client.NextAsync("hello");

        host.Commit(LiveHost.Incident("a", 106.75, 21.85));
        await client.NextAsync("feature");
        host.Commit(LiveHost.Incident("a", 107.5, 21.85));
        Assert.Equal("a", (await client.NextAsync("gone")).FeatureId);
        host.Commit(LiveHost.Incident("a", 107.6, 21.85));
        host.Commit(LiveHost.Incident("a", 106.75, 21.85));

        var back = await client.NextAsync("feature");
        Assert.Equal((4L, "a"), (back.Sequence, back.FeatureId));
    }

    [Fact]
    public async Task What_fails_another_condition_is_gone_too()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync("?severities=4,5");
        await client.NextAsync("hello");

        host.Commit(LiveHost.Incident("a", severity: 5));
        host.Commit(LiveHost.Incident("a", severity: 2));

        await client.NextAsync("feature");
        var gone = await client.NextAsync("gone");
        Assert.Equal("incidents", gone.Data.GetProperty("layer").GetString());
        Assert.Equal("e1-2", gone.Id);
    }

    [Fact]
    public async Task What_is_removed_is_gone_only_for_those_who_saw_it()
    {
        await using var host = await LiveHost.StartAsync();
        await using var all = await host.ListenAsync();
        await using var water = await host.ListenAsync("?types=WATER");
        await all.NextAsync("hello");
        await water.NextAsync("hello");

        host.Commit(LiveHost.Incident("a", type: "FIRE"));
        host.Commit(new FeatureChange("incidents", "a", null));
        host.Commit(LiveHost.Incident("w", type: "WATER"));

        Assert.Equal("a", (await all.NextAsync("feature")).FeatureId);
        Assert.Equal("a", (await all.NextAsync("gone")).FeatureId);
        Assert.Equal("w", (await water.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task A_state_from_before_the_start_is_known_from_the_store()
    {
        var store = new MemoryStore();
        store.Write("incident/a", "incident.reported", LiveHost.Incident("a", severity: 5));
        store.Write("incident/b", "incident.reported", LiveHost.Incident("b", severity: 1));
        await using var host = await LiveHost.StartAsync(store);
        await using var client = await host.ListenAsync("?severities=5");
        await client.NextAsync("hello");

        host.Commit(LiveHost.Incident("b", severity: 2));
        host.Commit(LiveHost.Incident("a", severity: 2));

        Assert.Equal("a", (await client.NextAsync("gone")).FeatureId);
    }

    [Fact]
    public async Task A_box_over_the_antimeridian_holds_both_its_sides()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync("?bbox=170,-10,-170,10");
        await client.NextAsync("hello");

        host.Commit(LiveHost.Incident("far", 0, 0));
        host.Commit(LiveHost.Incident("west", 175, 0));
        host.Commit(LiveHost.Incident("east", -175, 0));

        Assert.Equal("west", (await client.NextAsync("feature")).FeatureId);
        Assert.Equal("east", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task A_layer_not_asked_for_is_silent_and_a_footprint_counts_by_its_shape()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync("?layers=incident_footprints&bbox=0,0,1,1");
        await client.NextAsync("hello");
        var ring = new LineString([new(0, 2), new(2, 2), new(2, 0)]);
        var through = new LineString([new(-1, 0.5), new(2, 0.5)]);

        host.Commit(LiveHost.Incident("a", 0.5, 0.5));
        host.Commit(new FeatureChange("incident_footprints", "around", new("around", ring, new Dictionary<string, object?>())));
        host.Commit(new FeatureChange("incident_footprints", "through", new("through", through, new Dictionary<string, object?>())));

        Assert.Equal("through", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task A_districts_notice_reaches_those_who_watch_the_district()
    {
        await using var host = await LiveHost.StartAsync();
        await using var here = await host.ListenAsync("?districts=05977@2025");
        await using var there = await host.ListenAsync("?districts=06000@2025");
        await here.NextAsync("hello");
        await there.NextAsync("hello");

        var notice = host.Store.Write("district/05977@2025", "district.threshold_notice", """{"quantity":"open","value":12}""");
        host.Feed.Committed([notice]);
        host.Commit(LiveHost.Incident("x", district: "06000@2025"));

        var told = await here.NextAsync("notice");
        Assert.Equal("05977@2025", told.Data.GetProperty("district").GetString());
        Assert.Equal(12, told.Data.GetProperty("notice").GetProperty("value").GetInt32());
        Assert.Equal("x", (await there.NextAsync("feature")).FeatureId);
    }
}
