using CityMap.Geo.Journal;
using CityMap.Grains.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CityMap.Grains.Tests.Journal;

/// <summary>Batches that fail keep their place among the others.</summary>
public sealed class BatchCommitterTests : ICommitListener
{
    private readonly FakeJournal _journal = new();
    private readonly List<long> _heard = [];

    void ICommitListener.Committed(IReadOnlyList<Commit> commits) => _heard.AddRange(commits.Select(commit => commit.Sequence));

    [Fact]
    public async Task Neighbours_of_a_poison_append_are_stored_and_told_before_the_next_batch_and_by_the_same_writer()
    {
        using var open = new ManualResetEventSlim();
        var threads = new HashSet<int>();
        _journal.BreakBefore = batch =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            open.Wait(TimeSpan.FromMinutes(1));
            return batch.Any(a => a.Stream == "poison") ? new InvalidOperationException("poison") : null;
        };
        await using var writer = new JournalWriter(
            _journal, [this], Options.Create(new JournalWriterOptions { BatchSize = 3 }), TimeProvider.System, NullLogger<JournalWriter>.Instance);
        var good = new List<Task<AppendOutcome>> { writer.AppendAsync(To("a", 0)) };
        while (writer.Waiting > 0) await Task.Yield();
        good.Add(writer.AppendAsync(To("b", 0)));
        var poison = writer.AppendAsync(To("poison", 0));
        good.AddRange(new[] { "c", "d", "e" }.Select(stream => writer.AppendAsync(To(stream, 0))));
        open.Set();

        Assert.All(await Task.WhenAll(good), outcome => Assert.IsType<AppendOutcome.Committed>(outcome));
        await Assert.ThrowsAsync<InvalidOperationException>(() => poison);
        Assert.Equal(["a", "b", "c", "d", "e"], _journal.Entries.Select(entry => entry.Stream));
        Assert.Equal([1L, 2, 3, 4, 5], _heard);
        Assert.Single(threads);
    }

    private static Append To(string stream, long version) => new(
        stream, version, [new NewEntry("test.happened", Incidents.Some.Now, Incidents.Some.Now, "Lan", "{}")], []);
}
