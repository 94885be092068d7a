using CityMap.Geo.Journal;

namespace CityMap.Server.Tests.Live;

/// <summary>The one order, whatever comes late, twice, or not at all.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task Commits_of_many_threads_reach_every_listener_once_and_in_order()
    {
        await using var host = await LiveHost.StartAsync();
        await using var one = await host.ListenAsync();
        await using var two = await host.ListenAsync("?bbox=106,21,107,22");
        await one.NextAsync("hello");
        await two.NextAsync("hello");

        // Writers race from the commit to the feed, as two nodes do.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(w => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++) host.Commit(LiveHost.Incident($"{w}-{i}"));
        })));

        foreach (var client in new[] { one, two })
        {
            for (var s = 1; s <= 800; s++) Assert.Equal(s, (await client.NextAsync("feature")).Sequence);
        }
    }

    [Fact]
    public async Task A_lost_message_is_read_from_the_journal_before_the_one_after_it()
    {
        await using var host = await LiveHost.StartAsync(options: o => o.HeadPoll = TimeSpan.FromHours(1));
        await using var client = await host.ListenAsync();
        await client.NextAsync("hello");

        host.Store.Write("incident/lost", "incident.reported", LiveHost.Incident("lost"));
        host.Commit(LiveHost.Incident("told"));

        Assert.Equal("lost", (await client.NextAsync("feature")).FeatureId);
        Assert.Equal("told", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task A_lost_last_message_is_found_by_looking_at_the_head()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync();
        await client.NextAsync("hello");

        host.Store.Write("incident/lost", "incident.reported", LiveHost.Incident("lost"));

        Assert.Equal("lost", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task A_late_message_that_fills_the_gap_spares_the_journal()
    {
        await using var host = await LiveHost.StartAsync(options: o => (o.HeadPoll, o.GapGrace) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1)));
        await using var client = await host.ListenAsync();
        await client.NextAsync("hello");
        var late = host.Store.Write("incident/late", "incident.reported", LiveHost.Incident("late"));
        host.Commit(LiveHost.Incident("early"));

        host.Feed.Committed([late]);
        host.Feed.Committed([late]);

        Assert.Equal("late", (await client.NextAsync("feature")).FeatureId);
        Assert.Equal("early", (await client.NextAsync("feature")).FeatureId);
        Assert.Equal(0, host.Store.Reads);
    }

    [Fact]
    public async Task While_the_store_is_away_the_feed_waits_and_then_misses_nothing()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync();
        await client.NextAsync("hello");

        host.Store.Write("incident/lost", "incident.reported", LiveHost.Incident("lost"));
        host.Store.Away = true;
        host.Commit(LiveHost.Incident("told"));
        host.Store.Away = false;

        Assert.Equal("lost", (await client.NextAsync("feature")).FeatureId);
        Assert.Equal("told", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task The_id_stands_on_the_last_event_of_a_commit_only()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync("?layers=incidents,facilities");
        await client.NextAsync("hello");

        host.Commit(LiveHost.Incident("a"), LiveHost.Incident("b"), new FeatureChange("facilities", "f", new("f", null, new Dictionary<string, object?>())));

        Assert.Null((await client.NextAsync("feature")).Id);
        Assert.Null((await client.NextAsync("feature")).Id);
        Assert.Equal("e1-1", (await client.NextAsync("feature")).Id);
    }

    [Fact]
    public async Task An_import_of_a_static_layer_tells_everybody_to_look_again()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync("?bbox=0,0,1,1");
        await client.NextAsync("hello");

        host.Store.Write("layer/streets", "layer.imported", """{"layer":"streets","count":3}""");

        Assert.Equal("streets", (await client.NextAsync("layer")).Data.GetProperty("layer").GetString());
    }
}
