using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Features of static layers, made, replaced and removed one by one.</summary>
public abstract class EditContract(IStoreFixture fixture) : EditStory(fixture)
{
    [Fact]
    public async Task A_feature_is_made_replaced_and_removed_each_with_its_entry_and_a_new_version_of_the_layer()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "first"), Road("2", "second"));
        var before = await RoadsAsync();

        var made = await EditAsync("3", Road("3", "third", 107.5), 10);
        Assert.Equal(["1", "2", "3"], await IdsAsync(All));
        Assert.Equal(["3"], await IdsAsync(All with { Within = new(107.4, 21, 108, 22) }));
        Same.Feature(Road("3", "third", 107.5), await Features.FindAsync("roads", "3", null, Stop));
        await EditAsync("3", Road("3", "moved", 108.5), 20);
        Assert.Empty(await IdsAsync(All with { Within = new(107.4, 21, 108, 22) }));
        Assert.Equal(["3"], await IdsAsync(All with { Within = new(108.4, 21, 109, 22), Where = [new("name", Comparison.In, ["moved"])] }));
        var removed = await EditAsync("3", null, 30);
        Assert.Equal(["1", "2"], await IdsAsync(All));

        var layer = await RoadsAsync();
        Assert.Equal((before.Version + 3, 2, true), (layer.Version, layer.Count, layer.Edited));
        Assert.Equal(2, (await Features.QueryAsync(All, Stop)).NumberMatched);
        Assert.Equal(Sample.At(30).AddSeconds(1), layer.UpdatedAt);
        Assert.Equal([made, made + 1, removed], (await StreamOfAsync("feature/roads/3")).Select(e => e.Sequence));
        Assert.Equal(removed, await Journal.HeadAsync(Stop));
    }

    [Fact]
    public async Task A_feature_is_made_in_a_layer_that_never_held_any()
    {
        await EditAsync("1", Road("1", "only"), 10);
        await EditAsync("2", Road("2", "another"), 11);

        Assert.Equal(["1", "2"], await IdsAsync(All));
        await ImportAsync(Sample.Roads, ImportMode.Append, Road("3"));
        Assert.Equal(["1", "2", "3"], await IdsAsync(All));
        Assert.Equal(3, (await RoadsAsync()).Count);
    }

    [Fact]
    public async Task An_edit_of_what_has_changed_since_is_refused_and_told_how_it_is()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "first"));
        var seen = await TagAsync("1");
        await EditAsync("1", Road("1", "by another"), 10);

        var stale = Assert.IsType<EditOutcome.Stale>(await Features.EditAsync(Change("1", Road("1", "late"), seen, 11), Stop));
        Assert.Equal("by another", stale.Actual!["name"]);
        Assert.IsType<EditOutcome.Stale>(await Features.EditAsync(Change("1", Road("1", "made again"), null, 12), Stop));
        Assert.Null(Assert.IsType<EditOutcome.Stale>(await Features.EditAsync(Change("9", Road("9"), seen, 13), Stop)).Actual);
        Assert.Null(Assert.IsType<EditOutcome.Stale>(await Features.EditAsync(Change("9", null, seen, 14), Stop)).Actual);

        Assert.Equal("by another", await NameAsync("1"));
        Assert.Equal(2, await Journal.HeadAsync(Stop));
    }

    [Fact]
    public async Task An_import_that_changes_a_feature_makes_edits_of_it_stale_and_one_that_does_not_leaves_them_be()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "first"), Road("2", "second"));
        var (first, second) = (await TagAsync("1"), await TagAsync("2"));
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "first"), Road("2", "imported"));

        Assert.IsType<EditOutcome.Committed>(await Features.EditAsync(Change("1", Road("1", "edited"), first, 10), Stop));
        Assert.IsType<EditOutcome.Stale>(await Features.EditAsync(Change("2", Road("2", "edited"), second, 10), Stop));
    }

    [Fact]
    public async Task Of_many_who_edit_the_same_feature_at_once_one_is_first()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "first"));
        var seen = await TagAsync("1");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Features.EditAsync(Change("1", Road("1", $"by {i}"), seen, 10), Stop)));

        Assert.Single(outcomes.OfType<EditOutcome.Committed>());
        Assert.Equal(11, outcomes.OfType<EditOutcome.Stale>().Count());
        Assert.Single(await StreamOfAsync("feature/roads/1"));
    }

    [Fact]
    public async Task Features_edited_at_once_all_arrive_while_incidents_go_on()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, [.. Enumerable.Range(0, 20).Select(i => Road($"{i:00}", "old"))]);
        var reports = PutAsync([.. Enumerable.Range(0, 50).Select(i => Sample.Report($"r{i}"))]);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => EditAsync($"{i:00}", Road($"{i:00}", "new"), 10)));
        await reports;

        Assert.Equal(20, (await Features.QueryAsync(All with { Where = [new("name", Comparison.In, ["new"])] }, Stop)).NumberMatched);
        Assert.Equal(71, await Journal.HeadAsync(Stop));
        Assert.Equal(Enumerable.Range(1, 71).Select(i => (long)i), (await Journal.ReadAsync(0, 100, Stop)).Select(e => e.Sequence));
    }

    [Fact]
    public async Task A_key_that_comes_back_is_answered_as_before_and_with_another_body_refused()
    {
        var edit = Change("1", Road("1", "once"), null, 10, "feature.created") with { Key = Sample.Key("k", "body"), Answer = """{"id":"1"}""" };
        Assert.IsType<EditOutcome.Committed>(await Features.EditAsync(edit, Stop));

        Assert.Equal("""{"id":"1"}""", Assert.IsType<EditOutcome.Repeated>(await Features.EditAsync(edit, Stop)).Answer);
        Assert.IsType<EditOutcome.KeyReused>(await Features.EditAsync(edit with { Key = Sample.Key("k", "another") }, Stop));
        Assert.Equal(1, await Journal.HeadAsync(Stop));
    }

    [Theory]
    [InlineData(ImportMode.Replace)]
    [InlineData(ImportMode.Append)]
    [InlineData(ImportMode.Upsert)]
    public async Task While_a_layer_is_imported_into_it_is_not_edited_and_afterwards_it_is(ImportMode mode)
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "first"));
        await EditAsync("1", Road("1", "edited"), 5);
        var seen = await TagAsync("1");
        await using (var import = await Features.BeginImportAsync(Sample.Roads, mode, Stop))
        {
            await import.WriteAsync([Road("2", "imported")], Stop);
            Assert.IsType<EditOutcome.ImportUnderWay>(await Features.EditAsync(Change("1", Road("1", "meanwhile"), seen, 10), Stop));
            await import.CommitAsync(Sample.Entry("layer.imported", 20), Stop);
        }

        Assert.Equal(mode == ImportMode.Replace ? ["2"] : ["1", "2"], await IdsAsync(All));
        await EditAsync("2", Road("2", "edited"), 30);
        Assert.Equal("edited", await NameAsync("2"));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_and_nothing_is_stored()
    {
        await RefusedAsync(StoreProblem.UnknownLayer, () => Features.EditAsync(Change("1", Road("1"), null, 1) with { Layer = "nowhere" }, Stop));
        await RefusedAsync(StoreProblem.LayerConflict, () => Features.EditAsync(new("reports", "1", Sample.Report("1"), null, Sample.Entry()), Stop));
        await RefusedAsync(StoreProblem.BadFeature, () => Features.EditAsync(Change("1", Sample.Report("1"), null, 1), Stop));
        await RefusedAsync(StoreProblem.BadFeature, () => Features.EditAsync(Change("1", Road("2"), null, 1), Stop));
        await RefusedAsync(StoreProblem.BadFeature, () => Features.EditAsync(Change("1", null, null, 1), Stop));
        await RefusedAsync(StoreProblem.BadFeature, () => Features.EditAsync(
            Change("1", Road("1") with { Attributes = new Dictionary<string, object?> { ["lanes"] = "two" } }, null, 1), Stop));
        Assert.Equal(0, await Journal.HeadAsync(Stop));
        Assert.False((await RoadsAsync()).Edited);
    }
}
