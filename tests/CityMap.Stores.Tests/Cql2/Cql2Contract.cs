using CityMap.Geo;
using CityMap.Geo.Filtering.Cql2;
using CityMap.Geo.Indexing;
using CityMap.Geo.Layers;
using CityMap.Stores.Tests.Contract;
using Xunit;

namespace CityMap.Stores.Tests.Cql2;

/// <summary>Filters in CQL2: what the standard's own table says, and the same rows from every interpreter.</summary>
public abstract class Cql2Contract(IStoreFixture fixture) : StoreContract(fixture)
{
    [Fact]
    public async Task Every_predicate_of_the_standards_table_matches_as_many_features_as_it_says()
    {
        var rows = OfficialData.Rows();
        var memory = new Dictionary<string, LiveSnapshot>();
        foreach (var (layer, features) in OfficialData.Layers())
        {
            await ImportAsync(layer, ImportMode.Replace, [.. features]);
            memory[layer.Id] = LiveIndex.Build(layer, features, 1).Current;
        }

        var wrong = new List<string>();
        foreach (var (layer, text, expected) in rows)
        {
            var query = new FeatureQuery(layer) { Filter = Cql2Filter.FromText(text), Limit = 1 };
            var counted = (await Features.QueryAsync(query, Stop)).NumberMatched;
            var inMemory = memory[layer].CountMatches(query);
            if (counted != expected || inMemory != expected) wrong.Add($"{text}: {expected} expected, {counted} in the store, {inMemory} in memory");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Random_filters_over_random_rows_are_answered_alike_by_the_store_and_in_memory()
    {
        var random = new Random(20261125);
        var reports = Enumerable.Range(0, 150).Select(i => RandomFilters.Report(random, i)).ToArray();
        await PutAsync(reports);
        var memory = LiveIndex.Build(Sample.Reports, reports, 1).Current;

        for (var i = 0; i < 400; i++)
        {
            var filter = RandomFilters.Next(random, 4);
            var query = new FeatureQuery("reports") { Filter = filter, Limit = 1000 };

            var stored = await IdsAsync(query);

            var remembered = memory.Query(query).Features.Select(f => f.Id).ToArray();
            Assert.True(stored.SequenceEqual(remembered), $"{Cql2Filter.ToText(filter)}: {string.Join(' ', stored)} but in memory {string.Join(' ', remembered)}");
            Assert.Equal(stored.Length, (await Features.CountAsync(query, ["open"], Stop)).Rows.Sum(r => r.Count));
        }
    }

    [Theory]
    [InlineData("due_at = TIMESTAMP('0001-01-01T00:00:00Z')", "first")]
    [InlineData("due_at = DATE('0001-01-01')", "first")]
    [InlineData("due_at > TIMESTAMP('0001-01-01T00:00:00Z')", "last", "later")]
    [InlineData("due_at <= TIMESTAMP('0001-01-01T00:00:00Z')", "first")]
    [InlineData("due_at IN (TIMESTAMP('0001-01-01T00:00:00Z'), TIMESTAMP('9999-12-31T23:59:59.999999Z'))", "first", "last")]
    [InlineData("T_AFTER(due_at, TIMESTAMP('0001-01-01T00:00:00Z'))", "last", "later")]
    [InlineData("T_INTERSECTS(due_at, INTERVAL('..', '0001-01-01T00:00:00Z'))", "first")]
    [InlineData("T_BEFORE(due_at, TIMESTAMP('9999-12-31T23:59:59.999999Z'))", "first", "later")]
    public async Task The_first_and_the_last_instant_are_instants_like_others(string text, params string[] expected)
    {
        Feature[] rows =
        [
            Sample.Report("first", ("due_at", DateTimeOffset.MinValue)),
            Sample.Report("last", ("due_at", DateTimeOffset.Parse("9999-12-31T23:59:59.999999Z", System.Globalization.CultureInfo.InvariantCulture))),
            Sample.Report("later", ("due_at", Sample.At(1))),
        ];
        await PutAsync(rows);
        await ImportAsync(Sample.Reports with { Id = "plans", Live = false }, ImportMode.Replace, rows);

        foreach (var layer in (string[])["reports", "plans"])
        {
            Assert.Equal(expected, await IdsAsync(new(layer) { Filter = Cql2Filter.FromText(text) }));
            Assert.Equal(["first"], await IdsAsync(new(layer) { Where = [new("due_at", Comparison.In, [DateTimeOffset.MinValue])] }));
            Assert.Equal(DateTimeOffset.MinValue, (await Features.FindAsync(layer, "first", null, Stop))!["due_at"]);
        }

        Assert.Equal(expected, LiveIndex.Build(Sample.Reports, rows, 1).Current.Query(new("reports") { Filter = Cql2Filter.FromText(text) }).Features.Select(f => f.Id));
    }

    [Fact]
    public async Task A_filter_joins_the_box_the_tests_and_the_pages()
    {
        await PutAsync(
            Sample.Report("a", 106.1, 21.1, ("severity", 1L), ("open", true)), Sample.Report("b", 106.2, 21.2, ("severity", 2L), ("open", true)),
            Sample.Report("c", 106.3, 21.3, ("severity", 3L), ("open", true)), Sample.Report("d", 107.9, 21.3, ("severity", 3L), ("open", true)));
        var query = new FeatureQuery("reports")
        {
            Within = new(106, 21, 107, 22),
            Where = [new("open", Comparison.In, [true])],
            Filter = Cql2Filter.FromText("severity > 1"),
            Limit = 1,
        };

        var first = await Features.QueryAsync(query, Stop);
        var second = await Features.QueryAsync(query with { After = first.Next }, Stop);

        Assert.Equal((2, "b"), (first.NumberMatched, first.Features[0].Id));
        Assert.Equal((2, "c"), (second.NumberMatched, second.Features[0].Id));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task What_has_no_place_matches_a_box_only_when_that_is_asked_for()
    {
        await PutAsync(Sample.Report("here", 106.1, 21.1), Sample.Report("there", 109, 20), Sample.Report("nowhere") with { Geometry = null });
        var query = new FeatureQuery("reports") { Within = new(106, 21, 107, 22) };

        Assert.Equal(["here"], await IdsAsync(query));
        Assert.Equal(["here", "nowhere"], await IdsAsync(query with { PlacelessToo = true }));
    }

    [Theory]
    [InlineData("colour = 'red'")]
    [InlineData("severity = 'two'")]
    [InlineData("due_at > '2026-01-01'")]
    [InlineData("A_CONTAINS(title, ('a'))")]
    [InlineData("T_DURING(due_at, INTERVAL('2026-01-01', '2026-02-01'))")]
    public Task A_filter_that_does_not_fit_the_layer_is_a_bad_query(string text) =>
        RefusedAsync(StoreProblem.BadQuery, () => IdsAsync(new("reports") { Filter = Cql2Filter.FromText(text) }));
}
