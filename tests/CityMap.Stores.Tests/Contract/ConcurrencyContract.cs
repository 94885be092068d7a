using CityMap.Geo.Journal;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Many writers and readers at once.</summary>
public abstract class ConcurrencyContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private const int Appenders = 8;
    private const int Each = 60;

    [Fact]
    public async Task A_tailing_reader_misses_nothing_that_eight_appenders_write()
    {
        using var done = new CancellationTokenSource();
        var tail = Task.Run(async () =>
        {
            var seen = new List<JournalEntry>();
            while (true)
            {
                var last = done.IsCancellationRequested;
                var next = await Journal.ReadAsync(seen.Count, 1000, Stop);
                seen.AddRange(next);
                if (last && next.Count == 0) return seen;
            }
        });
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, Appenders).Select(WriteAsync));
        await done.CancelAsync();
        var entries = await tail;

        Assert.Equal(Enumerable.Range(1, Appenders * Each * 2).Select(i => (long)i), entries.Select(e => e.Sequence));
        Assert.Equal(acknowledged.SelectMany(a => a).OrderBy(e => e.Sequence), entries);
        Assert.Equal(Appenders * Each, (await Features.QueryAsync(new("reports"), Stop)).NumberMatched);
    }

    private async Task<List<JournalEntry>> WriteAsync(int appender)
    {
        var mine = new List<JournalEntry>();
        for (var i = 0; i < Each; i++)
        {
            var outcomes = await Journal.AppendAsync(
                [Sample.Put(Sample.Report($"{appender}-{i}")), Sample.Note($"shared/{appender}", i, i)], Stop);
            mine.AddRange(outcomes.SelectMany(o => Assert.IsType<AppendOutcome.Committed>(o).Entries));
        }

        return mine;
    }

    [Fact]
    public async Task Of_many_who_expect_the_same_version_exactly_one_succeeds()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => AppendAsync(Sample.Note("a/1", 0)))));

        Assert.Single(outcomes.OfType<AppendOutcome.Committed>());
        Assert.Equal(15, outcomes.OfType<AppendOutcome.VersionConflict>().Count(c => c.ActualVersion == 1));
    }

    [Fact]
    public async Task Counts_are_true_at_the_sequence_they_name()
    {
        using var done = new CancellationTokenSource();
        var appending = Task.Run(async () =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++) await PutAsync(Sample.Report($"r{i}"));
        });
        for (var i = 0; i < 40; i++)
        {
            var counts = await Features.CountAsync(new("reports"), ["type"], Stop);
            Assert.Equal(counts.Sequence, counts.Rows.Sum(r => r.Count));
            var page = await Features.QueryAsync(new("reports") { Limit = 1 }, Stop);
            Assert.Equal(page.Sequence, page.NumberMatched);
        }

        await done.CancelAsync();
        await appending;
    }
}
