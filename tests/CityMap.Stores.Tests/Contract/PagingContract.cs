using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Pages follow one another whatever the order, with ties and without values.</summary>
public abstract class PagingContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private async Task<List<Feature>> AllPagesAsync(FeatureQuery query, long matched)
    {
        var all = new List<Feature>();
        for (string? after = null; ;)
        {
            var page = await Features.QueryAsync(query with { After = after }, Stop);
            Assert.Equal(matched, page.NumberMatched);
            Assert.True(page.Features.Count <= query.Limit);
            all.AddRange(page.Features);
            if (page.Next is null) return all;
            Assert.Equal(query.Limit, page.Features.Count);
            after = page.Next;
        }
    }

    private static Feature[] Mixed() =>
    [
        .. Enumerable.Range(0, 23).Select(i => Sample.Report($"r{i:00}",
            ("severity", i % 3 == 0 ? null : (long)(i % 4)),
            ("score", i % 5 == 0 ? null : i * 0.5 - 3),
            ("open", i % 7 == 0 ? null : i % 2 == 0),
            ("due_at", i % 6 == 0 ? null : Sample.At(i % 4)),
            ("type", i % 8 == 0 ? null : new[] { "B", "a", "Đ", "z'%_\"", "" }[i % 5]))),
    ];

    [Theory]
    [InlineData("id")]
    [InlineData("severity")]
    [InlineData("score")]
    [InlineData("open")]
    [InlineData("due_at")]
    [InlineData("type")]
    public async Task Every_order_gives_each_feature_once_with_nulls_last_and_ties_by_id(string field)
    {
        var reports = Mixed();
        await PutAsync(reports);
        foreach (var descending in new[] { false, true })
        {
            var expected = reports.Order(Comparer<Feature>.Create((a, b) => Compare(a, b, field, descending))).Select(r => r.Id);

            var query = new FeatureQuery("reports") { OrderBy = field, Descending = descending, Limit = 4 };

            Assert.Equal(expected, (await AllPagesAsync(query, 23)).Select(r => r.Id));
        }
    }

    private static int Compare(Feature a, Feature b, string field, bool descending)
    {
        var (x, y) = field == "id" ? (a.Id, b.Id) : (a[field], b[field]);
        var order = (x, y) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (string s, string t) => string.CompareOrdinal(s, t) * (descending ? -1 : 1),
            _ => ((IComparable)x).CompareTo(y) * (descending ? -1 : 1),
        };
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    [Fact]
    public async Task An_offset_skips_as_many_of_the_order_and_the_next_page_goes_on_from_there()
    {
        await PutAsync(Sample.Report("a"), Sample.Report("b"), Sample.Report("c"), Sample.Report("d"));

        var page = await Features.QueryAsync(new("reports") { Limit = 2, Offset = 1 }, Stop);
        Assert.Equal(["b", "c"], page.Features.Select(f => f.Id));
        Assert.Equal(4, page.NumberMatched);
        Assert.Equal(["d"], await IdsAsync(new("reports") { After = page.Next }));
        Assert.Equal((0, 4L), await Features.QueryAsync(new("reports") { Offset = 9 }, Stop) is var none ? (none.Features.Count, none.NumberMatched) : default);
        await RefusedAsync(StoreProblem.BadQuery, () => Features.QueryAsync(new("reports") { Offset = -1 }, Stop));
    }

    [Fact]
    public async Task A_full_last_page_has_no_next()
    {
        await PutAsync(Sample.Report("a"), Sample.Report("b"));

        Assert.Null((await Features.QueryAsync(new("reports") { Limit = 2 }, Stop)).Next);
        Assert.NotNull((await Features.QueryAsync(new("reports") { Limit = 1 }, Stop)).Next);
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended_though_its_last_feature_is_gone()
    {
        await PutAsync(Sample.Report("a"), Sample.Report("b"), Sample.Report("c"));
        var first = await Features.QueryAsync(new("reports") { Limit = 2 }, Stop);
        await CommitAsync(Sample.Remove("b", 1, 1));

        Assert.Equal(["c"], await IdsAsync(new("reports") { Limit = 2, After = first.Next }));
    }

    [Fact]
    public async Task A_token_that_was_not_given_for_this_order_is_a_bad_query()
    {
        await PutAsync(Sample.Report("a", ("severity", 1L)), Sample.Report("b", ("severity", 2L)));
        var token = (await Features.QueryAsync(new("reports") { Limit = 1, OrderBy = "severity" }, Stop)).Next;

        await RefusedAsync(StoreProblem.BadQuery, () => Features.QueryAsync(new("reports") { After = "garbage" }, Stop));
        await RefusedAsync(StoreProblem.BadQuery, () => Features.QueryAsync(new("reports") { After = token, OrderBy = "score" }, Stop));
        await RefusedAsync(StoreProblem.BadQuery, () => Features.QueryAsync(new("reports") { After = token, OrderBy = "severity", Descending = true }, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public Task A_limit_out_of_range_is_a_bad_query(int limit) =>
        RefusedAsync(StoreProblem.BadQuery, () => Features.QueryAsync(new("reports") { Limit = limit }, Stop));

    [Fact]
    public async Task An_unknown_layer_or_order_is_named()
    {
        await RefusedAsync(StoreProblem.UnknownLayer, () => Features.QueryAsync(new("nowhere"), Stop));
        await RefusedAsync(StoreProblem.UnknownLayer, () => Features.FindAsync("nowhere", "a", null, Stop));
        await RefusedAsync(StoreProblem.BadQuery, () => Features.QueryAsync(new("reports") { OrderBy = "colour" }, Stop));
    }
}
