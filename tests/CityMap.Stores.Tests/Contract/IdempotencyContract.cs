using CityMap.Geo.Journal;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>A key makes a repeated request harmless.</summary>
public abstract class IdempotencyContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static Append Keyed(string stream, IdempotencyKey key, string? answer = null) =>
        Sample.Note(stream, 0) with { Key = key, Answer = answer };

    [Fact]
    public async Task The_same_key_with_the_same_body_gets_the_first_answer()
    {
        await CommitAsync(Keyed("a/1", Sample.Key("k", "body"), """{"id":"a/1"}"""));

        var again = Assert.IsType<AppendOutcome.Repeated>(await AppendAsync(Keyed("a/2", Sample.Key("k", "body"), "other")));

        Assert.Equal(("a/1", """{"id":"a/1"}"""), (again.Stream, again.Answer));
        Assert.Equal(1, await Journal.HeadAsync(Stop));
    }

    [Fact]
    public async Task A_key_is_forgotten_when_its_stream_has_been_at_rest()
    {
        var (old, moved, young) = (Sample.Key("old", "body"), Sample.Key("moved", "body"), Sample.Key("young", "body"));
        await CommitAsync(Keyed("a/old", old));
        await CommitAsync(Keyed("a/moved", moved));
        await CommitAsync(Sample.Note("a/moved", 1, 60));
        await CommitAsync(Sample.Note("a/young", 0, 60) with { Key = young });
        Assert.Equal(0, await Journal.ForgetKeysAsync(Sample.At(0), Stop));

        Assert.Equal(1, await Journal.ForgetKeysAsync(Sample.At(30), Stop));

        Assert.Null(await Journal.FindKeyAsync(old, Stop));
        Assert.NotNull(await Journal.FindKeyAsync(moved, Stop));
        Assert.NotNull(await Journal.FindKeyAsync(young, Stop));
        await CommitAsync(Keyed("a/again", old));
    }

    [Fact]
    public async Task More_keys_than_one_page_holds_are_forgotten_at_once()
    {
        const int Many = 6_000;
        await Journal.AppendAsync([.. Enumerable.Range(0, Many).Select(i => Keyed($"a/{i}", Sample.Key($"k{i}", "body")))], Stop);
        Assert.Equal(Many, await Journal.ForgetKeysAsync(Sample.At(30), Stop));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await CommitAsync(Keyed("a/1", Sample.Key("k", "body")));

        Assert.IsType<AppendOutcome.KeyReused>(await AppendAsync(Keyed("a/2", Sample.Key("k", "another body"))));
        Assert.Equal(1, await Journal.HeadAsync(Stop));
    }

    [Fact]
    public async Task Two_callers_may_use_the_same_key()
    {
        await CommitAsync(Keyed("a/1", Sample.Key("k", "body", "console")));
        await CommitAsync(Keyed("a/2", Sample.Key("k", "other", "portal")));
    }

    [Fact]
    public async Task A_key_repeated_within_one_batch_counts_once()
    {
        var outcomes = await Journal.AppendAsync(
            [Keyed("a/1", Sample.Key("k", "body"), "one"), Keyed("a/2", Sample.Key("k", "body"), "two"), Keyed("a/3", Sample.Key("k", "x"))], Stop);

        Assert.IsType<AppendOutcome.Committed>(outcomes[0]);
        Assert.Equal("one", Assert.IsType<AppendOutcome.Repeated>(outcomes[1]).Answer);
        Assert.IsType<AppendOutcome.KeyReused>(outcomes[2]);
    }

    [Fact]
    public async Task The_key_is_looked_at_before_the_version()
    {
        await CommitAsync(Keyed("a/1", Sample.Key("k", "body"), "first"));

        Assert.IsType<AppendOutcome.Repeated>(await AppendAsync(Keyed("a/1", Sample.Key("k", "body"), "second")));
    }

    [Fact]
    public async Task A_key_can_be_looked_up_when_the_outcome_of_a_commit_is_unknown()
    {
        await CommitAsync(Keyed("a/1", Sample.Key("k", "body"), "answer"));

        Assert.Equal("answer", Assert.IsType<AppendOutcome.Repeated>(await Journal.FindKeyAsync(Sample.Key("k", "body"), Stop)).Answer);
        Assert.IsType<AppendOutcome.KeyReused>(await Journal.FindKeyAsync(Sample.Key("k", "other"), Stop));
        Assert.Null(await Journal.FindKeyAsync(Sample.Key("never", "body"), Stop));
    }

    [Fact]
    public async Task A_refused_append_does_not_use_up_its_key()
    {
        Assert.IsType<AppendOutcome.VersionConflict>(await AppendAsync(Sample.Note("a/1", 7) with { Key = Sample.Key("k", "body") }));

        await CommitAsync(Keyed("a/1", Sample.Key("k", "body")));
    }
}
