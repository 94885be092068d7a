using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Counts, streams and who may see what.</summary>
public abstract class CountContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static readonly Audience Ward = new(new HashSet<string> { "05977@2025" });

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PutAsync(
            Sample.Report("a", ("type", "FIRE"), ("open", true), ("district", "05977@2025")),
            Sample.Report("b", ("type", "FIRE"), ("open", true), ("district", "05978@2025")),
            Sample.Report("c", ("type", "FIRE"), ("open", false), ("district", "05977@2025")),
            Sample.Report("d", ("open", true)));
    }

    [Fact]
    public async Task Combinations_that_occur_are_counted_at_a_sequence()
    {
        var counts = await Features.CountAsync(new("reports"), ["type", "open"], Stop);

        Assert.Equal(4, counts.Sequence);
        var rows = counts.Rows.ToDictionary(r => (r.Values[0], r.Values[1]), r => r.Count);
        Assert.Equal(3, rows.Count);
        Assert.Equal(2, rows[("FIRE", true)]);
        Assert.Equal(1, rows[("FIRE", false)]);
        Assert.Equal(1, rows[(null, true)]);
    }

    [Fact]
    public async Task Counts_obey_the_filter_and_ignore_the_limit()
    {
        var query = new FeatureQuery("reports") { Where = [new("open", Comparison.In, [true])], Limit = 1 };

        Assert.Equal(3, (await Features.CountAsync(query, [], Stop)).Rows.Sum(r => r.Count));
    }

    [Fact]
    public Task Counting_by_an_unknown_field_is_a_bad_query() =>
        RefusedAsync(StoreProblem.BadQuery, () => Features.CountAsync(new("reports"), ["colour"], Stop));

    [Fact]
    public async Task An_audience_sees_only_its_districts()
    {
        Assert.Equal(["a", "c"], await IdsAsync(new("reports") { Audience = Ward }));
        Assert.Equal(2, (await Features.QueryAsync(new("reports") { Audience = Ward, Limit = 1 }, Stop)).NumberMatched);
        Assert.Equal(2, (await Features.CountAsync(new("reports") { Audience = Ward }, [], Stop)).Rows.Sum(r => r.Count));
        Assert.Empty(await IdsAsync(new("reports") { Audience = new(new HashSet<string>()) }));
        Assert.Equal(["a", "b", "c", "d"], await IdsAsync(new("reports")));
    }

    [Fact]
    public async Task A_layer_without_districts_is_seen_by_everyone()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Sample.Road("1", "LINESTRING (0 0, 1 1)"));

        Assert.Equal(["1"], await IdsAsync(new("roads") { Audience = Ward }));
    }

    [Fact]
    public async Task A_stream_is_read_in_one_snapshot_whose_sequence_is_told_first()
    {
        long? at = null;
        var seen = new List<string>();
        await foreach (var feature in Features.StreamAsync(new("reports") { Limit = 1, OrderBy = "type" }, s => at = s, Stop))
        {
            Assert.Equal(4, at);
            if (seen.Count == 0) await PutAsync(Sample.Report("later"));
            seen.Add(feature.Id);
        }

        Assert.Equal(["a", "b", "c", "d"], seen.Order());
    }

    [Fact]
    public async Task A_reading_gives_the_same_in_the_order_asked_for_as_often_as_it_is_asked()
    {
        await using var reading = await Features.BeginReadingAsync(new("reports") { OrderBy = "type", Descending = true, Limit = 1, Offset = 2 }, ordered: true, Stop);
        var first = await reading.FeaturesAsync(Stop).Select(f => f.Id).ToListAsync(Stop);
        await PutAsync(Sample.Report("first", ("type", "TREE")), Sample.Report("later", ("type", "FIRE")));

        Assert.Equal(4, reading.Sequence);
        Assert.Equal(["a", "b", "c", "d"], first);
        Assert.Equal(first, await reading.FeaturesAsync(Stop).Select(f => f.Id).ToListAsync(Stop));
        await using var now = await Features.BeginReadingAsync(new("reports") { OrderBy = "type", Descending = true }, ordered: true, Stop);
        Assert.Equal(["first", "a", "b", "c", "later", "d"], await now.FeaturesAsync(Stop).Select(f => f.Id).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_stream_that_is_left_early_leaves_the_store_in_order()
    {
        await foreach (var _ in Features.StreamAsync(new("reports"), null, Stop)) break;

        await PutAsync(Sample.Report("later"));
        Assert.Equal(5, (await Features.QueryAsync(new("reports"), Stop)).Sequence);
    }

    [Fact]
    public async Task A_stream_of_nothing_still_tells_its_sequence()
    {
        long? at = null;
        await foreach (var _ in Features.StreamAsync(new("footprints"), s => at = s, Stop)) Assert.Fail("nothing was expected");

        Assert.Equal(4, at);
    }

    [Fact]
    public async Task A_cancelled_read_says_so()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Features.QueryAsync(new("reports"), cancelled.Token));
    }
}
