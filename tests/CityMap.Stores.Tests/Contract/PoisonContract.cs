using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>An append that cannot be stored is refused alone.</summary>
public abstract class PoisonContract(IStoreFixture fixture) : StoreContract(fixture)
{
    public static TheoryData<string, Feature> Poison => new()
    {
        { "a text where an integer belongs", Sample.Report("bad", ("severity", "five")) },
        { "an int where a long belongs", Sample.Report("bad", ("severity", 5)) },
        { "an integer where a text belongs", Sample.Report("bad", ("title", 5L)) },
        { "a text where a timestamp belongs", Sample.Report("bad", ("due_at", "2026-01-01")) },
        { "a number that is not finite", Sample.Report("bad", ("score", double.NaN)) },
        { "a field the layer does not have", Sample.Report("bad", ("colour", "red")) },
        { "a NUL in a text", Sample.Report("bad", ("title", "a\0b")) },
        { "half a surrogate pair", Sample.Report("bad", ("title", "a\ud800b")) },
        { "a coordinate that is not finite", Sample.Report("bad", double.NaN, 21) },
        { "a coordinate out of range", Sample.Report("bad", 21.85, 106.76) },
        { "a line in a layer of points", new("bad", Sample.Shape("LINESTRING (0 0, 1 1)"), new Dictionary<string, object?>()) },
        { "an empty shape", new("bad", Point.Empty, new Dictionary<string, object?>()) },
        { "an id with a slash", Sample.Report("bad/id") },
        { "an empty id", Sample.Report("") },
    };

    [Theory]
    [MemberData(nameof(Poison), DisableDiscoveryEnumeration = true)]
    public async Task Is_refused_while_its_neighbours_are_stored(string what, Feature feature)
    {
        var outcomes = await Journal.AppendAsync(
            [Sample.Put(Sample.Report("before")), Sample.Put(feature), Sample.Put(Sample.Report("after"))], Stop);

        Assert.IsType<AppendOutcome.Committed>(outcomes[0]);
        Assert.False(string.IsNullOrWhiteSpace(Assert.IsType<AppendOutcome.Refused>(outcomes[1]).Reason), what);
        Assert.Equal(2, Assert.IsType<AppendOutcome.Committed>(outcomes[2]).Entries[0].Sequence);
        Assert.Equal(["after", "before"], await IdsAsync(new("reports")));
        Assert.Equal(2, await Journal.HeadAsync(Stop));
    }

    [Fact]
    public async Task An_unknown_layer_is_refused() =>
        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(Sample.Put(Sample.Report("r1"), layer: "nowhere")));

    [Fact]
    public async Task A_static_layer_is_not_changed_by_an_append() =>
        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(new("road/1", 0, [Sample.Entry()], [new("roads", "1", Sample.Road("1", "LINESTRING (0 0, 1 1)"))])));

    [Fact]
    public async Task An_append_without_entries_is_refused() =>
        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(new("a/1", 0, [], [])));

    [Fact]
    public async Task A_stream_name_that_is_too_long_is_refused() =>
        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(Sample.Note(new string('a', 161), 0)));

    [Fact]
    public async Task Data_that_is_not_a_json_object_is_refused()
    {
        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(new("a/1", 0, [Sample.Entry(data: "not json")], [])));
        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(new("a/1", 0, [Sample.Entry(data: "[1]")], [])));
    }

    [Fact]
    public async Task One_bad_change_of_several_refuses_the_whole_append()
    {
        var outcome = await AppendAsync(new("report/1", 0, [Sample.Entry()],
            [new("reports", "good", Sample.Report("good")), new("reports", "bad", Sample.Report("bad", ("severity", "x")))]));

        Assert.IsType<AppendOutcome.Refused>(outcome);
        Assert.Empty(await IdsAsync(new("reports")));
    }

    [Fact]
    public async Task A_change_whose_feature_has_another_id_is_refused() =>
        Assert.IsType<AppendOutcome.Refused>(await AppendAsync(new("report/1", 0, [Sample.Entry()], [new("reports", "a", Sample.Report("b"))])));
}
