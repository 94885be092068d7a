using System.Net;

namespace CityMap.Server.Tests.Live;

/// <summary>Where a client starts, and what it gets after having been away.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task The_first_event_says_hello_and_names_epoch_and_position()
    {
        await using var host = await LiveHost.StartAsync();
        await host.ReachedAsync(host.Commit(LiveHost.Incident("a")).Sequence);

        await using var client = await host.ListenAsync();
        var hello = await client.NextAsync("hello");

        Assert.Equal("text/event-stream", client.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("e1", hello.Data.GetProperty("epoch").GetString());
        Assert.Equal(1, hello.Sequence);
        Assert.Equal("e1-1", hello.Id);
    }

    [Fact]
    public async Task A_commit_reaches_a_listener_with_its_position_and_its_feature()
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync();
        await client.NextAsync("hello");

        host.Commit(LiveHost.Incident("a", title: "Cháy chợ Kỳ Lừa"));
        var told = await client.NextAsync("feature");

        Assert.Equal("e1-1", told.Id);
        Assert.Equal("incidents", told.Data.GetProperty("layer").GetString());
        Assert.Equal("Cháy chợ Kỳ Lừa", told.Data.GetProperty("feature").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_comes_back_with_an_id_gets_just_what_came_after_it(bool byHeader)
    {
        await using var host = await LiveHost.StartAsync();
        for (var i = 1; i <= 5; i++) host.Commit(LiveHost.Incident($"i{i}"));
        await host.ReachedAsync(5);

        await using var client = byHeader ? await host.ListenAsync("", "e1-3") : await host.ListenAsync("?lastEventId=e1-3");

        Assert.Equal(3, (await client.NextAsync("hello")).Sequence);
        Assert.Equal("i4", (await client.NextAsync("feature")).FeatureId);
        Assert.Equal("i5", (await client.NextAsync("feature")).FeatureId);
        host.Commit(LiveHost.Incident("i6"));
        Assert.Equal("i6", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task The_header_of_a_reconnect_is_newer_than_the_address()
    {
        await using var host = await LiveHost.StartAsync();
        for (var i = 1; i <= 3; i++) host.Commit(LiveHost.Incident($"i{i}"));
        await host.ReachedAsync(3);

        await using var client = await host.ListenAsync("?lastEventId=e1-0", "e1-2");

        await client.NextAsync("hello");
        Assert.Equal("i3", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task An_id_older_than_the_log_is_caught_up_from_the_journal()
    {
        await using var host = await LiveHost.StartAsync(options: o => o.LogItems = 4);
        for (var i = 1; i <= 20; i++) host.Commit(LiveHost.Incident($"i{i}"));
        await host.ReachedAsync(20);
        Assert.Equal(16, host.Log.Base);

        await using var client = await host.ListenAsync("", "e1-2");

        Assert.Equal(2, (await client.NextAsync("hello")).Sequence);
        for (var i = 3; i <= 20; i++) Assert.Equal($"i{i}", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task Catching_up_tells_the_latest_of_each_feature_and_what_fails_the_filter_as_gone()
    {
        await using var host = await LiveHost.StartAsync(options: o => o.LogItems = 1);
        host.Commit(LiveHost.Incident("a", severity: 5));
        host.Commit(LiveHost.Incident("b", severity: 5));
        host.Commit(LiveHost.Incident("a", severity: 1));
        host.Commit(LiveHost.Incident("b", severity: 5, title: "mới"));
        host.Commit(LiveHost.Incident("c", severity: 5));
        await host.ReachedAsync(5);

        await using var client = await host.ListenAsync("?severities=5", "e1-0");

        await client.NextAsync("hello");
        Assert.Equal("a", (await client.NextAsync("gone")).FeatureId);
        Assert.Equal("mới", (await client.NextAsync("feature")).Data.GetProperty("feature").GetProperty("title").GetString());
        Assert.Equal("c", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task Whoever_is_too_far_behind_is_reset_and_then_hears_what_follows()
    {
        await using var host = await LiveHost.StartAsync(options: o => (o.LogItems, o.CatchUpEntries) = (2, 5));
        for (var i = 1; i <= 20; i++) host.Commit(LiveHost.Incident($"i{i}"));
        await host.ReachedAsync(20);

        await using var client = await host.ListenAsync("", "e1-1");

        await client.NextAsync("hello");
        Assert.Equal(20, (await client.NextAsync("reset")).Sequence);
        Assert.Equal("e1-20", client.LastEventId);
        host.Commit(LiveHost.Incident("later"));
        Assert.Equal("later", (await client.NextAsync("feature")).FeatureId);
    }

    [Theory]
    [InlineData("e0-1")]
    [InlineData("another-epoch-1")]
    [InlineData("e1-999")]
    public async Task A_position_of_another_epoch_or_of_the_future_is_reset(string position)
    {
        await using var host = await LiveHost.StartAsync();
        host.Commit(LiveHost.Incident("a"));
        host.Commit(LiveHost.Incident("b"));
        await host.ReachedAsync(2);

        await using var client = await host.ListenAsync("", position);

        Assert.Equal(2, (await client.NextAsync("hello")).Sequence);
        Assert.Equal(2, (await client.NextAsync("reset")).Sequence);
    }

    [Fact]
    public async Task A_snapshot_ahead_of_this_nodes_log_is_no_reason_to_reset()
    {
        await using var host = await LiveHost.StartAsync(options: o => o.HeadPoll = TimeSpan.FromHours(1));
        var first = host.Store.Write("incident/a", "incident.reported", LiveHost.Incident("a"));

        await using var client = await host.ListenAsync("", "e1-1");
        Assert.Equal(1, (await client.NextAsync("hello")).Sequence);
        host.Feed.Committed([first]);
        host.Commit(LiveHost.Incident("b"));

        Assert.Equal("b", (await client.NextAsync("feature")).FeatureId);
    }

    [Fact]
    public async Task A_quiet_client_gets_heartbeats_that_carry_its_position_along()
    {
        await using var host = await LiveHost.StartAsync(options: o => o.Heartbeat = TimeSpan.FromMilliseconds(40));
        await using var client = await host.ListenAsync("?types=WATER");
        await client.NextAsync("hello");
        host.Commit(LiveHost.Incident("a", type: "FIRE"));
        await host.ReachedAsync(1);

        while (client.LastEventId != "e1-1") await client.HeartbeatAsync();
        Assert.True(client.Heartbeats > 0);
    }

    [Theory]
    [InlineData("?lastEventId=nonsense", "lastEventId")]
    [InlineData("?layers=streets", "layers")]
    [InlineData("?bbox=1,2,NaN,4", "bbox")]
    [InlineData("?colour=red", "colour")]
    public async Task What_cannot_be_understood_is_a_named_problem(string query, string field)
    {
        await using var host = await LiveHost.StartAsync();
        await using var client = await host.ListenAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, client.Response.StatusCode);
        var problem = await client.RestAsync();
        Assert.Contains($"\"field\":\"{field}\"", problem, StringComparison.Ordinal);
    }
}
