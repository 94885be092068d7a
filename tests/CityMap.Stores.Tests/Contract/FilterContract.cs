using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Conditions on fields.</summary>
public abstract class FilterContract(IStoreFixture fixture) : StoreContract(fixture)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await PutAsync(
            Sample.Report("a", ("type", "LIGHT"), ("severity", 1L), ("score", 0.5), ("open", true), ("due_at", Sample.At(1))),
            Sample.Report("b", ("type", "light"), ("severity", 2L), ("score", 1.5), ("open", false), ("due_at", Sample.At(2))),
            Sample.Report("c", ("type", "FIRE"), ("severity", 3L), ("score", -2.0), ("open", true), ("due_at", Sample.At(3).AddTicks(10))),
            Sample.Report("n"));
    }

    private Task<string[]> WhereAsync(string field, Comparison comparison, params object[] values) =>
        IdsAsync(new("reports") { Where = [new(field, comparison, values)] });

    [Fact]
    public async Task In_finds_any_of_the_values_of_every_type()
    {
        Assert.Equal(["a", "c"], await WhereAsync("type", Comparison.In, "LIGHT", "FIRE"));
        Assert.Equal(["b"], await WhereAsync("severity", Comparison.In, 2L));
        Assert.Equal(["c"], await WhereAsync("score", Comparison.In, -2.0));
        Assert.Equal(["a", "c"], await WhereAsync("open", Comparison.In, true));
        Assert.Equal(["c"], await WhereAsync("due_at", Comparison.In, Sample.At(3).AddTicks(10)));
        Assert.Equal(["a", "n"], await WhereAsync("id", Comparison.In, "n", "a", "x"));
        Assert.Empty(await WhereAsync("type", Comparison.In));
    }

    [Fact]
    public async Task A_moment_is_the_same_in_every_time_zone() =>
        Assert.Equal(["a"], await WhereAsync("due_at", Comparison.In, Sample.At(1).ToOffset(TimeSpan.FromHours(7))));

    [Fact]
    public async Task NotIn_passes_over_null()
    {
        Assert.Equal(["b", "c"], await WhereAsync("type", Comparison.NotIn, "LIGHT"));
        Assert.Equal(["a", "b", "c"], await WhereAsync("type", Comparison.NotIn));
        Assert.Equal(["b"], await WhereAsync("open", Comparison.NotIn, true));
    }

    [Fact]
    public async Task AtLeast_includes_and_LessThan_excludes_the_value()
    {
        Assert.Equal(["b", "c"], await WhereAsync("severity", Comparison.AtLeast, 2L));
        Assert.Equal(["a"], await WhereAsync("severity", Comparison.LessThan, 2L));
        Assert.Equal(["a", "b"], await WhereAsync("score", Comparison.AtLeast, 0.5));
        Assert.Equal(["a", "b"], await WhereAsync("due_at", Comparison.LessThan, Sample.At(3)));
        Assert.Equal(["c"], await WhereAsync("due_at", Comparison.AtLeast, Sample.At(3)));
        Assert.Equal(["a", "b"], await WhereAsync("type", Comparison.AtLeast, "G"));
        Assert.Equal(["a", "c"], await WhereAsync("type", Comparison.LessThan, "a"));
    }

    [Fact]
    public async Task Null_and_not_null_are_told_apart()
    {
        Assert.Equal(["n"], await WhereAsync("severity", Comparison.IsNull));
        Assert.Equal(["a", "b", "c"], await WhereAsync("due_at", Comparison.IsNotNull));
    }

    [Fact]
    public async Task All_conditions_must_hold()
    {
        FieldTest[] both = [new("open", Comparison.In, [true]), new("severity", Comparison.AtLeast, [2L])];

        var page = await Features.QueryAsync(new("reports") { Where = both, Limit = 1 }, Stop);

        Assert.Equal("c", Assert.Single(page.Features).Id);
        Assert.Equal(1, page.NumberMatched);
    }

    public static TheoryData<string, Comparison, object[]> Nonsense => new()
    {
        { "colour", Comparison.In, ["red"] },
        { "severity", Comparison.In, ["2"] },
        { "severity", Comparison.In, [2] },
        { "severity", Comparison.AtLeast, [2.0] },
        { "type", Comparison.In, [2L] },
        { "open", Comparison.In, [1L] },
        { "due_at", Comparison.LessThan, ["2026-01-01T00:00:00Z"] },
        { "score", Comparison.LessThan, [double.NaN] },
        { "severity", Comparison.AtLeast, [] },
        { "severity", Comparison.AtLeast, [1L, 2L] },
        { "severity", Comparison.ContainsText, ["1"] },
        { "title", Comparison.ContainsText, [] },
        { "title", Comparison.IsNull, ["x"] },
    };

    [Theory]
    [MemberData(nameof(Nonsense), DisableDiscoveryEnumeration = true)]
    public Task What_cannot_be_compared_is_a_bad_query(string field, Comparison comparison, object[] values) =>
        RefusedAsync(StoreProblem.BadQuery, () => WhereAsync(field, comparison, values));

    [Fact]
    public async Task Hundreds_of_values_are_no_trouble() =>
        Assert.Equal(["c"], await WhereAsync("severity", Comparison.In, [.. Enumerable.Range(3, 2000).Select(i => (object)(long)i)]));
}
