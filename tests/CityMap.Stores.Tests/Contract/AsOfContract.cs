using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>The map as it was.</summary>
public abstract class AsOfContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static Feature R1(string title, double lon = 106.76) => Sample.Report("r1", lon, 21.85, ("title", title), ("severity", 3L));

    private async Task LifeAsync()
    {
        await CommitAsync(Sample.Put(R1("born"), 0, minute: 10));
        await CommitAsync(Sample.Put(R1("changed", 107.5), 1, minute: 20));
        await CommitAsync(Sample.Remove("r1", 2, minute: 30));
    }

    [Theory]
    [InlineData(9.99, null)]
    [InlineData(10, "born")]
    [InlineData(19.99, "born")]
    [InlineData(20, "changed")]
    [InlineData(29.99, "changed")]
    [InlineData(30, null)]
    [InlineData(99, null)]
    public async Task A_feature_is_found_as_it_was_at_a_moment(double minute, string? title)
    {
        await LifeAsync();

        Assert.Equal(title, (await Features.FindAsync("reports", "r1", Sample.At(minute), Stop))?["title"]);
        var page = await Features.QueryAsync(new("reports") { AsOf = Sample.At(minute) }, Stop);
        Assert.Equal(title is null ? 0 : 1, page.NumberMatched);
        Assert.Equal(title, page.Features.SingleOrDefault()?["title"]);
        Assert.Equal(3, page.Sequence);
    }

    [Fact]
    public async Task What_was_removed_is_gone_now()
    {
        await LifeAsync();

        Assert.Null(await Features.FindAsync("reports", "r1", null, Stop));
        Assert.Empty(await IdsAsync(new("reports")));
    }

    [Fact]
    public async Task A_feature_may_come_back_after_it_was_removed()
    {
        await LifeAsync();
        await CommitAsync(Sample.Put(R1("back"), 3, minute: 40));

        Assert.Null(await Features.FindAsync("reports", "r1", Sample.At(35), Stop));
        Assert.Equal("back", (await Features.FindAsync("reports", "r1", Sample.At(40), Stop))!["title"]);
        Assert.Equal("back", (await Features.FindAsync("reports", "r1", null, Stop))!["title"]);
    }

    [Fact]
    public async Task Of_two_changes_at_the_same_moment_the_later_one_holds()
    {
        await CommitAsync(Sample.Put(R1("first"), 0, minute: 10));
        await CommitAsync(Sample.Put(R1("second"), 1, minute: 10));

        Assert.Equal("second", (await Features.FindAsync("reports", "r1", Sample.At(10), Stop))!["title"]);
        Assert.Equal(1, (await Features.QueryAsync(new("reports") { AsOf = Sample.At(10) }, Stop)).NumberMatched);
    }

    [Fact]
    public async Task Boxes_filters_counts_and_streams_look_into_the_past_too()
    {
        await LifeAsync();
        var there = new FeatureQuery("reports") { AsOf = Sample.At(15), Within = new(106.7, 21.8, 106.8, 21.9) };

        Assert.Equal(["r1"], await IdsAsync(there));
        Assert.Empty(await IdsAsync(there with { AsOf = Sample.At(25) }));
        Assert.Empty(await IdsAsync(there with { Where = [new("title", Comparison.In, ["changed"])] }));
        Assert.Equal("born", (await Features.CountAsync(there, ["title"], Stop)).Rows.Single().Values[0]);
        var streamed = new List<Feature>();
        await foreach (var f in Features.StreamAsync(there, null, Stop)) streamed.Add(f);
        Same.Feature(R1("born"), Assert.Single(streamed));
    }

    [Fact]
    public async Task Every_version_is_read_with_how_long_it_stood()
    {
        await LifeAsync();
        await CommitAsync(Sample.Put(R1("back"), 3, minute: 40));
        await CommitAsync(Sample.Put(R1("corrected"), 4, minute: 40));
        await CommitAsync(Sample.Put(Sample.Report("r0", ("title", "other"), ("severity", 1L)), minute: 50));
        long? at = null;
        var spans = new List<FeatureSpan>();
        await foreach (var span in Features.SpansAsync(new("reports"), ["title"], sequence => at = sequence, Stop)) spans.Add(span);

        Assert.Equal(6, at);
        Assert.Equal(
            [("r0", "other", 50, null), ("r1", "born", 10, 20), ("r1", "changed", 20, 30), ("r1", "corrected", 40, null)],
            spans.Select(span => (span.Id, span.Values[0], Minute(span.From), span.Until is { } until ? Minute(until) : default(double?))));
        Assert.Equal(["changed"], await TitlesAsync(new("reports") { Within = new(107, 21, 108, 22) }));
        Assert.Equal(["other"], await TitlesAsync(new("reports") { Where = [new("severity", Comparison.LessThan, [2L])] }));

        static double Minute(DateTimeOffset moment) => (moment - Sample.Start).TotalMinutes;
        async Task<object?[]> TitlesAsync(FeatureQuery query)
        {
            var titles = new List<object?>();
            await foreach (var span in Features.SpansAsync(query, ["title"], null, Stop)) titles.Add(span.Values[0]);
            return [.. titles];
        }
    }

    [Fact]
    public Task A_static_layer_has_no_versions_to_read() => RefusedAsync(StoreProblem.BadQuery, async () =>
    {
        await foreach (var _ in Features.SpansAsync(new("roads"), ["name"], null, Stop)) Assert.Fail("nothing was expected");
    });

    [Fact]
    public async Task A_feature_that_lost_its_place_keeps_its_past_one()
    {
        await CommitAsync(Sample.Put(R1("placed"), 0, minute: 10));
        await CommitAsync(Sample.Put(R1("unplaced") with { Geometry = null }, 1, minute: 20));
        var box = new FeatureQuery("reports") { Within = new(106, 21, 107, 22) };

        Assert.Empty(await IdsAsync(box));
        Assert.Equal(["r1"], await IdsAsync(box with { AsOf = Sample.At(15) }));
        Assert.Null((await Features.FindAsync("reports", "r1", null, Stop))!.Geometry);
    }
}
