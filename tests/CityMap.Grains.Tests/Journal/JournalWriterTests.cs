using CityMap.Geo;
using CityMap.Geo.Journal;
using CityMap.Grains.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CityMap.Grains.Tests.Journal;

/// <summary>One writer per node: whoever waits shares a transaction, and everybody learns what became of theirs.</summary>
public sealed class JournalWriterTests
{
    private readonly FakeJournal _journal = new();
    private readonly Recorder _listener = new();

    [Fact]
    public async Task What_queues_up_during_a_commit_shares_the_next_one()
    {
        var gate = new TaskCompletionSource();
        _journal.Before = () => gate.Task;
        await using var writer = Writer();
        var first = writer.AppendAsync(To("a", 0));
        while (writer.Waiting > 0) await Task.Yield();
        var rest = Enumerable.Range(0, 100).Select(i => writer.AppendAsync(To($"s{i}", 0))).ToList();
        gate.SetResult();
        await Task.WhenAll([first, .. rest]);
        Assert.Equal([1, 100], _journal.Batches);
    }

    [Fact]
    public async Task Listeners_hear_of_commits_in_commit_order_before_the_caller_is_answered()
    {
        await using var writer = Writer();
        for (var version = 0; version < 50; version++)
        {
            var outcome = Assert.IsType<AppendOutcome.Committed>(await writer.AppendAsync(To("a", version)));
            Assert.Equal(outcome.Entries[0].Sequence, _listener.Heard[^1]);
        }

        Assert.Equal(Enumerable.Range(1, 50).Select(n => (long)n), _listener.Heard);
    }

    [Fact]
    public async Task Callers_of_one_batch_are_told_while_the_store_works_on_the_next()
    {
        var gates = new Queue<TaskCompletionSource>([new(), new()]);
        var (opening, second) = (gates.First(), gates.Last());
        _journal.Before = () => gates.Dequeue().Task;
        await using var writer = Writer();
        var told = writer.AppendAsync(To("a", 0));
        while (gates.Count > 1) await Task.Yield();
        var waiting = writer.AppendAsync(To("b", 0));
        opening.SetResult();
        Assert.IsType<AppendOutcome.Committed>(await told);
        Assert.False(waiting.IsCompleted);
        second.SetResult();
        Assert.IsType<AppendOutcome.Committed>(await waiting);
        Assert.Equal([1L, 2], _listener.Heard);
    }

    [Fact]
    public async Task A_poison_append_does_not_cost_its_neighbours_theirs()
    {
        var gate = new TaskCompletionSource();
        _journal.Before = () => gate.Task;
        _journal.BreakBefore = batch => batch.Any(a => a.Stream == "poison") ? new InvalidOperationException("poison") : null;
        await using var writer = Writer();
        var good = writer.AppendAsync(To("a", 0));
        while (writer.Waiting > 0) await Task.Yield();
        var before = writer.AppendAsync(To("b", 0));
        var poison = writer.AppendAsync(To("poison", 0));
        var after = writer.AppendAsync(To("c", 0));
        gate.SetResult();
        Assert.All(await Task.WhenAll(good, before, after), outcome => Assert.IsType<AppendOutcome.Committed>(outcome));
        await Assert.ThrowsAsync<InvalidOperationException>(() => poison);
        Assert.Equal([1L, 2, 3], _listener.Heard);
    }

    [Fact]
    public async Task When_the_store_is_away_callers_are_told_and_the_next_append_finds_it_back()
    {
        _journal.BreakBefore = _ => Away();
        await using var writer = Writer();
        var problem = await Assert.ThrowsAsync<StoreException>(() => writer.AppendAsync(To("a", 0)));
        Assert.Equal(StoreProblem.Unavailable, problem.Problem);
        _journal.BreakBefore = _ => null;
        Assert.IsType<AppendOutcome.Committed>(await writer.AppendAsync(To("a", 0)));
        Assert.Equal([1L], _listener.Heard);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_found_in_its_stream_and_told()
    {
        _journal.BreakAfter = _ => Away();
        await using var writer = Writer();
        var outcome = Assert.IsType<AppendOutcome.Committed>(await writer.AppendAsync(To("a", 0)));
        Assert.Equal((1L, 1L), (outcome.Entries[0].Sequence, _listener.Heard.Single()));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_and_that_cannot_be_looked_up_stays_unknown()
    {
        _journal.BreakAfter = _ => Away();
        _journal.Unreadable = true;
        await using var writer = Writer();
        await Assert.ThrowsAsync<StoreException>(() => writer.AppendAsync(Keyed("a", "k")));
        (_journal.BreakAfter, _journal.Unreadable) = (_ => null, false);
        Assert.IsType<AppendOutcome.Repeated>(await writer.AppendAsync(Keyed("b", "k")));
        Assert.Single(_journal.Entries);
    }

    [Fact]
    public async Task Somebody_else_s_entry_is_not_taken_for_one_s_own()
    {
        await using var writer = Writer();
        await writer.AppendAsync(To("a", 0, actor: "Lan"));
        _journal.BreakBefore = _ => Away();
        Assert.Equal(1, Assert.IsType<AppendOutcome.VersionConflict>(await writer.AppendAsync(To("a", 0, actor: "Minh"))).ActualVersion);
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_turned_away_at_once()
    {
        var gate = new TaskCompletionSource();
        _journal.Before = () => gate.Task;
        await using var writer = Writer(queue: 2);
        var taken = writer.AppendAsync(To("a", 0));
        while (writer.Waiting > 0) await Task.Yield();
        var waiting = new[] { writer.AppendAsync(To("b", 0)), writer.AppendAsync(To("c", 0)) };
        var away = writer.AppendAsync(To("d", 0));
        Assert.True(away.IsFaulted);
        Assert.Equal(StoreProblem.Unavailable, Assert.IsType<StoreException>(away.Exception!.InnerException).Problem);
        gate.SetResult();
        await Task.WhenAll([taken, .. waiting]);
        Assert.Equal(3, _journal.Entries.Count);
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_waiting_leaves_nothing_behind()
    {
        var gate = new TaskCompletionSource();
        _journal.Before = () => gate.Task;
        await using var writer = Writer();
        var taken = writer.AppendAsync(To("a", 0), TestContext.Current.CancellationToken);
        while (writer.Waiting > 0) await Task.Yield();
        using var giveUp = new CancellationTokenSource();
        var waiting = writer.AppendAsync(To("b", 0), giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.SetResult();
        await taken;
        await writer.FlushAndStopAsync(CancellationToken.None);
        Assert.Equal(["a"], _journal.Entries.Select(e => e.Stream));
    }

    [Fact]
    public async Task A_caller_who_gives_up_once_the_store_has_it_still_learns_the_outcome()
    {
        var gate = new TaskCompletionSource();
        _journal.Before = () => gate.Task;
        await using var writer = Writer();
        using var giveUp = new CancellationTokenSource();
        var taken = writer.AppendAsync(To("a", 0), giveUp.Token);
        while (writer.Waiting > 0) await Task.Yield();
        await giveUp.CancelAsync();
        gate.SetResult();
        Assert.IsType<AppendOutcome.Committed>(await taken);
    }

    [Fact]
    public async Task Stopping_stores_what_was_queued_and_takes_nothing_more()
    {
        var writer = Writer();
        var queued = Enumerable.Range(0, 1_000).Select(i => writer.AppendAsync(To($"s{i}", 0))).ToList();
        await writer.FlushAndStopAsync(CancellationToken.None);
        Assert.All(queued, task => Assert.True(task.IsCompletedSuccessfully));
        Assert.Equal(1_000, _journal.Entries.Count);
        await Assert.ThrowsAsync<StoreException>(() => writer.AppendAsync(To("late", 0)));
    }

    [Fact]
    public async Task A_caller_that_is_busy_with_its_answer_holds_up_nobody_who_comes_later()
    {
        var gate = new TaskCompletionSource();
        _journal.Before = () => gate.Task;
        await using var writer = Writer();
        using var later = new ManualResetEventSlim();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var busy = writer.AppendAsync(To("a", 0)).ContinueWith(
            _ => told.TrySetResult() && later.Wait(TimeSpan.FromMinutes(1)),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        gate.SetResult();
        await told.Task;
        Assert.IsType<AppendOutcome.Committed>(await writer.AppendAsync(To("b", 0)));
        later.Set();
        Assert.True(await busy);
    }

    [Fact]
    public async Task A_listener_that_fails_costs_nobody_anything()
    {
        _listener.Failing = true;
        await using var writer = Writer();
        Assert.IsType<AppendOutcome.Committed>(await writer.AppendAsync(To("a", 0)));
    }

    private static StoreException Away() => new(StoreProblem.Unavailable, "The store is away.");

    private static Append To(string stream, long version, string actor = "Lan") => new(
        stream, version, [new NewEntry("test.happened", Incidents.Some.Now, Incidents.Some.Now, actor, "{}")], []);

    private static Append Keyed(string stream, string key) => To(stream, 0) with { Key = new IdempotencyKey("Lan", key, "00"), Answer = "{}" };

    private JournalWriter Writer(int queue = 10_000) => new(
        _journal, [_listener], Options.Create(new JournalWriterOptions { QueueLength = queue }), TimeProvider.System, NullLogger<JournalWriter>.Instance);

    private sealed class Recorder : ICommitListener
    {
        public List<long> Heard { get; } = [];

        public bool Failing { get; set; }

        public void Committed(IReadOnlyList<Commit> commits)
        {
            Heard.AddRange(commits.Select(commit => commit.Sequence));
            if (Failing) throw new InvalidOperationException("A listener with a fault.");
        }
    }
}
