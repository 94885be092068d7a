using CityMap.Geo.Journal;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Order, versions and times of the journal.</summary>
public abstract class JournalContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [Fact]
    public async Task An_empty_journal_has_head_zero()
    {
        Assert.Equal(0, await Journal.HeadAsync(Stop));
        Assert.Empty(await Journal.ReadAsync(0, 10, Stop));
    }

    [Fact]
    public async Task Entries_are_numbered_from_one_without_a_gap_in_the_order_of_the_batch()
    {
        await Journal.AppendAsync([Sample.Note("a/1", 0), Sample.Note("a/2", 0)], Stop);
        await CommitAsync(new("a/1", 1, [Sample.Entry("x.one", 1), Sample.Entry("x.two", 1)], []));

        var all = await Journal.ReadAsync(0, 100, Stop);

        Assert.Equal([1, 2, 3, 4], all.Select(e => e.Sequence));
        Assert.Equal(["a/1", "a/2", "a/1", "a/1"], all.Select(e => e.Stream));
        Assert.Equal([1, 1, 2, 3], all.Select(e => e.Version));
        Assert.Equal(4, await Journal.HeadAsync(Stop));
    }

    [Fact]
    public async Task An_entry_is_read_back_just_as_it_was_acknowledged()
    {
        var written = new NewEntry("report.made", Sample.At(0).AddTicks(1234560), Sample.At(1), "Trần Thị Bưởi", """{"note":"Ổ gà \"lớn\" 100%_'"}""");

        var committed = await CommitAsync(new("report/ô 1", 0, [written], []));

        var entry = Assert.Single(await Journal.ReadAsync(0, 10, Stop));
        Assert.Equal(Assert.Single(committed.Entries), entry);
        Assert.Equal((written.Kind, written.OccurredAt, written.RecordedAt, written.Actor, written.Data),
            (entry.Kind, entry.OccurredAt, entry.RecordedAt, entry.Actor, entry.Data));
        Assert.Equal(TimeSpan.Zero, entry.OccurredAt.Offset);
    }

    [Fact]
    public async Task Reading_goes_on_after_a_sequence_number_and_stops_at_the_limit()
    {
        await Journal.AppendAsync([.. Enumerable.Range(1, 10).Select(i => Sample.Note($"a/{i}", 0))], Stop);

        Assert.Equal([4, 5, 6], (await Journal.ReadAsync(3, 3, Stop)).Select(e => e.Sequence));
        Assert.Empty(await Journal.ReadAsync(10, 3, Stop));
    }

    [Fact]
    public async Task One_stream_is_read_after_a_version_oldest_first()
    {
        for (var v = 0; v < 5; v++) await CommitAsync(Sample.Note("a/1", v, v));
        await CommitAsync(Sample.Note("a/2", 0));

        Assert.Equal([3, 4, 5], (await StreamOfAsync("a/1", 2)).Select(e => e.Version));
        Assert.Empty(await StreamOfAsync("a/none"));
    }

    [Fact]
    public async Task A_stale_version_is_told_the_actual_one_and_stores_nothing()
    {
        await CommitAsync(Sample.Put(Sample.Report("r1", ("title", "first"))));

        var outcome = await AppendAsync(Sample.Put(Sample.Report("r1", ("title", "second"))));

        Assert.Equal(1, Assert.IsType<AppendOutcome.VersionConflict>(outcome).ActualVersion);
        Assert.Equal(1, await Journal.HeadAsync(Stop));
        Assert.Equal("first", (await Features.FindAsync("reports", "r1", null, Stop))!["title"]);
    }

    [Fact]
    public async Task A_version_from_the_future_is_a_conflict_too() =>
        Assert.Equal(0, Assert.IsType<AppendOutcome.VersionConflict>(await AppendAsync(Sample.Note("a/1", 3))).ActualVersion);

    [Fact]
    public async Task Two_appends_to_one_stream_in_one_batch_follow_one_another()
    {
        var outcomes = await Journal.AppendAsync([Sample.Note("a/1", 0), Sample.Note("a/1", 1), Sample.Note("a/1", 1)], Stop);

        Assert.IsType<AppendOutcome.Committed>(outcomes[0]);
        Assert.Equal(2, Assert.IsType<AppendOutcome.Committed>(outcomes[1]).Entries[0].Version);
        Assert.Equal(2, Assert.IsType<AppendOutcome.VersionConflict>(outcomes[2]).ActualVersion);
        Assert.Equal(2, await Journal.HeadAsync(Stop));
    }

    [Fact]
    public async Task Within_a_stream_the_time_of_occurrence_never_goes_back()
    {
        await CommitAsync(Sample.Note("a/1", 0, minute: 10));

        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(Sample.Note("a/1", 1, minute: 9)));
        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(new("a/2", 0, [Sample.Entry(minute: 5), Sample.Entry(minute: 4)], [])));
        Assert.IsType<AppendOutcome.Committed>(await AppendAsync(Sample.Note("a/1", 1, minute: 10)));
        Assert.IsType<AppendOutcome.Committed>(await AppendAsync(Sample.Note("a/3", 0, minute: 1)));
    }

    [Fact]
    public async Task Everything_acknowledged_is_there_after_the_store_was_closed_and_opened()
    {
        await CommitAsync(Sample.Put(Sample.Report("r1", ("title", "stays"))));
        var epoch = Store.Epoch;

        await Place.ReopenAsync();

        Assert.Equal(epoch, Store.Epoch);
        Assert.Equal(1, await Journal.HeadAsync(Stop));
        Assert.Equal("stays", (await Features.FindAsync("reports", "r1", null, Stop))!["title"]);
        Assert.Equal(2, (await CommitAsync(Sample.Note("report/r1", 1, 1))).Entries[0].Sequence);
        await Store.CheckAsync(Stop);
    }
}
