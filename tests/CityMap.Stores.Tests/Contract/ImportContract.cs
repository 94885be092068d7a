using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Bulk imports into static layers.</summary>
public abstract class ImportContract(IStoreFixture fixture) : StoreContract(fixture)
{
    private static Feature Road(string id, string? name = null) => Sample.Road(id, "LINESTRING (106.7 21.8, 106.8 21.9)", name, 2);

    private async Task<LayerInfo> RoadsAsync() => (await Features.LayersAsync(Stop)).Single(l => l.Id == "roads");

    [Fact]
    public async Task Nothing_is_seen_before_the_commit_and_everything_after()
    {
        var before = (await RoadsAsync()).Version;
        await using var import = await Features.BeginImportAsync(Sample.Roads, ImportMode.Replace, Stop);
        await import.WriteAsync([Road("1"), Road("2")], Stop);
        Assert.Empty(await IdsAsync(new("roads")));
        Assert.Equal(0, (await RoadsAsync()).Count);

        var sequence = await import.CommitAsync(Sample.Imported("roads"), Stop);

        Assert.Equal(["1", "2"], await IdsAsync(new("roads") { Within = new(106, 21, 107, 22) }));
        Same.Feature(Road("1"), await Features.FindAsync("roads", "1", null, Stop));
        var entry = Assert.Single(await StreamOfAsync("layer/roads"));
        Assert.Equal((sequence, "layer.imported"), (entry.Sequence, entry.Kind));
        var layer = await RoadsAsync();
        Assert.Equal((before + 1, 2), (layer.Version, layer.Count));
        Assert.NotNull(layer.UpdatedAt);
    }

    [Fact]
    public async Task What_was_staged_is_dropped_without_a_commit()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("old"));
        var import = await Features.BeginImportAsync(Sample.Roads, ImportMode.Replace, Stop);
        await import.WriteAsync([Road("1")], Stop);
        await import.DisposeAsync();

        Assert.Equal(["old"], await IdsAsync(new("roads")));
        Assert.Equal(1, await Journal.HeadAsync(Stop));
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1"));
        Assert.Equal(["1"], await IdsAsync(new("roads")));
    }

    [Fact]
    public async Task Replace_leaves_just_what_was_imported_and_append_adds()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1"), Road("2"));
        await ImportAsync(Sample.Roads, ImportMode.Append, Road("3"));
        Assert.Equal(["1", "2", "3"], await IdsAsync(new("roads") { Within = new(106, 21, 107, 22) }));

        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("4"));

        Assert.Equal(["4"], await IdsAsync(new("roads")));
        Assert.Equal([1, 2, 3], (await StreamOfAsync("layer/roads")).Select(e => e.Version));
        Assert.Equal(1, (await RoadsAsync()).Count);
    }

    [Fact]
    public async Task Each_import_replaces_what_came_before_also_when_the_store_was_opened_again_in_between()
    {
        for (var round = 1; round <= 3; round++)
        {
            await ImportAsync(Sample.Roads, ImportMode.Replace, Road($"{round}"));
            await ImportAsync(Sample.Roads with { Id = "roads_1" }, ImportMode.Replace, Road($"{round}"));
            await Place.ReopenAsync();
        }

        Assert.Equal(["3"], await IdsAsync(new("roads") { Within = new(106, 21, 107, 22) }));
        Assert.Equal(["3"], await IdsAsync(new("roads_1")));
    }

    [Fact]
    public async Task Upsert_puts_a_feature_in_the_place_of_the_one_with_its_id_and_leaves_the_others()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "old"), Road("2", "kept"));
        await ImportAsync(Sample.Roads, ImportMode.Append, Road("3", "old"));

        await ImportAsync(Sample.Roads, ImportMode.Upsert, Road("1", "new"), Road("3", "new"), Road("4", "new"));

        Assert.Equal(["1", "2", "3", "4"], await IdsAsync(new("roads") { Within = new(106, 21, 107, 22) }));
        Assert.Equal(4, (await RoadsAsync()).Count);
        Assert.Equal(["new", "kept", "new", "new"], await Task.WhenAll(new[] { "1", "2", "3", "4" }.Select(async id => (await Features.FindAsync("roads", id, null, Stop))!["name"])));
    }

    [Fact]
    public async Task Several_imports_are_shown_together_or_not_at_all()
    {
        var lanes = Sample.Roads with { Id = "lanes" };
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1"));
        await RefusedAsync(StoreProblem.BadFeature, () => TogetherAsync(lanes, "1"));
        Assert.Equal(0, (await Features.LayersAsync(Stop)).SingleOrDefault(l => l.Id == "lanes")?.Count ?? 0);

        var sequence = await TogetherAsync(lanes, "2");

        Assert.Equal(["1", "2"], await IdsAsync(new("roads")));
        Assert.Equal(["2"], await IdsAsync(new("lanes")));
        Assert.Equal(sequence, await Journal.HeadAsync(Stop));
    }

    private async Task<long> TogetherAsync(LayerInfo lanes, string id)
    {
        await using var first = await Features.BeginImportAsync(lanes, ImportMode.Append, Stop);
        await using var second = await Features.BeginImportAsync(Sample.Roads, ImportMode.Append, Stop);
        await first.WriteAsync([Road(id)], Stop);
        await second.WriteAsync([Road(id)], Stop);
        return await Features.CommitAsync([new(first, Sample.Imported("lanes")), new(second, Sample.Imported("roads"))], Stop);
    }

    [Fact]
    public async Task The_greatest_number_is_that_of_the_ids_that_are_whole_numbers()
    {
        await Features.DefineLayerAsync(Sample.Roads, Stop);
        Assert.Equal(0, await Features.GreatestNumberAsync("roads", Stop));
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("9"), Road("10"), Road("011"), Road("12a"), Road("-13"), Road("1.5"), Road("1234567890123456789"), Road("way"));
        Assert.Equal(10, await Features.GreatestNumberAsync("roads", Stop));
        await ImportAsync(Sample.Roads, ImportMode.Append, Road("123456789012345678"));
        Assert.Equal(123456789012345678, await Features.GreatestNumberAsync("roads", Stop));
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("no number"));
        Assert.Equal(0, await Features.GreatestNumberAsync("roads", Stop));
        await RefusedAsync(StoreProblem.UnknownLayer, () => Features.GreatestNumberAsync("nowhere", Stop));
    }

    [Fact]
    public async Task An_id_that_exists_is_refused_when_appending_and_nothing_is_stored()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "kept"));

        await RefusedAsync(StoreProblem.BadFeature, () => ImportAsync(Sample.Roads, ImportMode.Append, Road("2"), Road("1", "second")));

        Assert.Equal(["1"], await IdsAsync(new("roads")));
        Assert.Equal("kept", (await Features.FindAsync("roads", "1", null, Stop))!["name"]);
    }

    [Theory]
    [InlineData(ImportMode.Append)]
    [InlineData(ImportMode.Replace)]
    public Task An_id_given_twice_in_one_import_is_refused(ImportMode mode) =>
        RefusedAsync(StoreProblem.BadFeature, () => ImportAsync(Sample.Roads, mode, Road("1"), Road("1")));

    [Fact]
    public async Task A_feature_that_does_not_fit_the_layer_is_refused()
    {
        await RefusedAsync(StoreProblem.BadFeature, () => ImportAsync(Sample.Roads, ImportMode.Replace, Sample.Report("1")));
        await RefusedAsync(StoreProblem.BadFeature, () => ImportAsync(Sample.Roads, ImportMode.Replace,
            Road("1") with { Attributes = new Dictionary<string, object?> { ["lanes"] = "two" } }));
    }

    [Fact]
    public Task A_live_layer_is_not_imported_into() =>
        RefusedAsync(StoreProblem.LayerConflict, () => Features.BeginImportAsync(Sample.Reports, ImportMode.Append, Stop));

    [Fact]
    public async Task A_new_layer_may_come_into_being_by_an_import()
    {
        var ponds = new LayerInfo("ponds", new("Ao", "Ponds"), GeometryKind.Polygon, [new("name", FieldType.Text, new("Tên", "Name"))]);

        await ImportAsync(ponds, ImportMode.Append, new Feature("1", Sample.Shape("POLYGON ((0 0, 1 0, 1 1, 0 0))"), new Dictionary<string, object?>()));

        Assert.Equal(["1"], await IdsAsync(new("ponds")));
        Assert.Contains(await Features.LayersAsync(Stop), l => l.Id == "ponds" && l.Count == 1);
    }

    [Fact]
    public async Task Several_shapes_in_one_feature_count_with_their_single_kind()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Sample.Road("m", "MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))"), Sample.Road("s", "LINESTRING (0 0, 1 1)"));

        Assert.Equal("MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))", (await Features.FindAsync("roads", "m", null, Stop))!.Geometry!.AsText());
        Assert.Equal("LINESTRING (0 0, 1 1)", (await Features.FindAsync("roads", "s", null, Stop))!.Geometry!.AsText());
        Assert.Equal(["m"], await IdsAsync(new("roads") { Within = new(5, 5, 6, 6) }));
    }

    [Fact]
    public async Task A_reader_keeps_its_snapshot_while_an_import_is_committed()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1"), Road("2"), Road("3"));
        var seen = new List<string>();
        await foreach (var road in Features.StreamAsync(new("roads"), null, Stop))
        {
            if (seen.Count == 0) await ImportAsync(Sample.Roads, ImportMode.Replace, Road("new"));
            seen.Add(road.Id);
        }

        Assert.Equal(["1", "2", "3"], seen.Order());
        Assert.Equal(["new"], await IdsAsync(new("roads")));
    }

    [Fact]
    public async Task The_many_layers_of_one_file_are_imported_together()
    {
        var layers = Enumerable.Range(1, 12).Select(number => Sample.Roads with { Id = $"roads_{number}" }).ToList();
        var imports = new List<ILayerImport>();
        foreach (var layer in layers) imports.Add(await Features.BeginImportAsync(layer, ImportMode.Append, Stop));
        foreach (var import in imports) await import.WriteAsync([Road("1"), Road("2")], Stop);
        await Features.CommitAsync([.. imports.Zip(layers, (import, layer) => new ImportCommit(import, Sample.Imported(layer.Id)))], Stop);
        foreach (var import in imports) await import.DisposeAsync();

        foreach (var layer in layers) Assert.Equal(["1", "2"], await IdsAsync(new(layer.Id)));
    }
}
