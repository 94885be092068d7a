using CityMap.Geo.Indexing;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Indexing;

public sealed class LiveIndexConcurrencyTests
{
    private const int Things = 2_000;
    private static readonly FeatureQuery All = new("things");

    [Fact]
    public async Task Readers_see_whole_changes_only_while_the_writer_writes_and_segments_merge()
    {
        // Every change moves one severity up and another down, so that each snapshot's sum is the same.
        var index = LiveIndex.Build(SomeLayer.Info, Enumerable.Range(0, Things).Select(n => Thing(n, 10)), 1);
        using var done = new CancellationTokenSource();
        var snapshots = new long[2];
        var readers = snapshots.Select((_, n) => Task.Factory.StartNew(
            () => Read(index, ref snapshots[n], done.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        var severities = Enumerable.Repeat(10L, Things).ToArray();
        var random = new Random(7);
        // However late the machine lets them begin, each reader sees some snapshots while the writer still writes.
        for (var sequence = 2; sequence < 6_000 || SomeoneIsLate(); sequence++)
        {
            var (up, down) = (random.Next(Things), random.Next(Things));
            if (up == down) continue;
            (severities[up], severities[down]) = (severities[up] + 1, severities[down] - 1);
            index.Apply([Change(up, severities[up]), Change(down, severities[down])], sequence);
        }

        await index.SettleAsync(CancellationToken.None);
        await done.CancelAsync();
        await Task.WhenAll(readers);
        for (var n = 0; n < Things; n++) Assert.Equal(severities[n], index.Current.Find(Id(n))!["severity"]);
        Assert.True(index.Current.Segments.Length < 30);

        bool SomeoneIsLate() => readers.All(r => !r.IsFaulted) && Enumerable.Range(0, snapshots.Length).Any(n => Volatile.Read(ref snapshots[n]) < 3);
    }

    [Fact]
    public void What_is_already_known_is_not_applied_again()
    {
        var index = LiveIndex.Build(SomeLayer.Info, [Thing(1, 5)], 10);
        index.Apply([Change(1, 1)], 10);
        Assert.Equal(5L, index.Current.Find(Id(1))!["severity"]);
        index.Apply([new("others", Id(1), null)], 11);
        Assert.Equal((11L, 1), (index.Sequence, index.Current.Total));
    }

    [Fact]
    public void An_old_snapshot_stays_as_it_was()
    {
        var index = LiveIndex.Build(SomeLayer.Info, [Thing(1, 5), Thing(2, 5)], 1);
        var before = index.Current;
        index.Apply([new("things", Id(1), null), Change(2, 1)], 2);
        Assert.Equal((5L, 5L), (before.Find(Id(1))!["severity"], before.Find(Id(2))!["severity"]));
        Assert.Null(index.Current.Find(Id(1)));
        Assert.Equal((2L, 1L), (before.CountMatches(All), index.Current.CountMatches(All)));
    }

    private static void Read(LiveIndex index, ref long snapshots, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            var snapshot = index.Current;
            var sum = snapshot.CountBy(All, ["severity"]).Rows.Sum(r => (long)r.Values[0]! * r.Count);
            Assert.Equal(10L * Things, sum);
            Assert.Equal(Things, snapshot.CountMatches(All with { Within = new(-1, -1, 5, 5) }));
            Volatile.Write(ref snapshots, snapshots + 1);
        }
    }

    private static FeatureChange Change(int n, long severity) => new("things", Id(n), Thing(n, severity));

    private static Feature Thing(int n, long severity) =>
        new(Id(n), new Point(n % 50 / 20.0, n / 50 / 20.0), new Dictionary<string, object?> { ["severity"] = severity, ["title"] = $"thing {n}" });

    private static string Id(int n) => new Guid(n, 0, 7, 8, 0, 0, 0, 0, 0, 0, 1).ToString("D");
}
