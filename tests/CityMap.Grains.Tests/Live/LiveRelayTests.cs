using System.Threading.Channels;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using CityMap.Grains.Contracts.Live;
using NetTopologySuite.Geometries;
using Orleans.TestingHost;

namespace CityMap.Grains.Tests.Live;

/// <summary>What one node commits, the others hear.</summary>
public sealed class LiveRelayTests
{
    [Fact]
    public async Task Commits_reach_every_node_but_their_own_and_reach_it_whole()
    {
        await using var cluster = new TestClusterBuilder(2).Build();
        await cluster.DeployAsync();
        var relay = cluster.GrainFactory.GetGrain<ILiveRelayGrain>(0);
        var (here, there) = (new Node(), new Node());
        var (toHere, toThere) = (cluster.GrainFactory.CreateObjectReference<ILiveObserver>(here), cluster.GrainFactory.CreateObjectReference<ILiveObserver>(there));
        Assert.Equal(1, await relay.SubscribeAsync("here", toHere));
        Assert.Equal(2, await relay.SubscribeAsync("there", toThere));

        for (var i = 1; i <= 20; i++) await relay.PublishAsync("here", [Commit(i)]);
        await relay.PublishAsync("there", [Commit(21)]);

        // Messages may overtake one another: their numbers tell the order.
        var all = new List<Commit>();
        while (all.Count < 20) all.Add(await there.Heard.Reader.ReadAsync(TestContext.Current.CancellationToken));
        foreach (var (heard, sent) in all.OrderBy(c => c.Sequence).Zip(Enumerable.Range(1, 20).Select(i => Commit(i))))
        {
            var (change, original) = (Assert.Single(heard.Changes), sent.Changes[0]);
            Assert.Equal(sent.Entries, heard.Entries);
            Assert.Equal(original.Id, change.Id);
            Assert.True(original.After!.Geometry!.EqualsExact(change.After!.Geometry));
            Assert.Equal(original.After!.Attributes, change.After.Attributes);
        }

        Assert.Equal(21, (await here.Heard.Reader.ReadAsync(TestContext.Current.CancellationToken)).Sequence);
        GC.KeepAlive((toHere, toThere));
    }

    private static Commit Commit(long sequence)
    {
        var at = DateTimeOffset.UnixEpoch.AddSeconds(sequence);
        var attributes = new Dictionary<string, object?> { ["title"] = "Cháy", ["severity"] = 5L, ["open"] = true, ["due_at"] = at, ["agency"] = null };
        var feature = new Feature($"i{sequence}", new Point(106.76, 21.85), attributes);
        return new([new(sequence, $"incident/i{sequence}", 1, "incident.reported", at, at, "Lan", "{}")], [new("incidents", feature.Id, feature)]);
    }

    private sealed class Node : ILiveObserver
    {
        public Channel<Commit> Heard { get; } = Channel.CreateUnbounded<Commit>();

        public Task CommittedAsync(Commit[] commits)
        {
            foreach (var commit in commits) Heard.Writer.TryWrite(commit);
            return Task.CompletedTask;
        }
    }
}
