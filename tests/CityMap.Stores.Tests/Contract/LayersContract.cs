using CityMap.Geo;
using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>The catalogue of layers.</summary>
public abstract class LayersContract(IStoreFixture fixture) : StoreContract(fixture)
{
    [Fact]
    public async Task Layers_are_listed_in_map_order_as_they_were_defined()
    {
        var layers = await Features.LayersAsync(Stop);

        Assert.Equal(["roads", "footprints", "reports"], layers.Select(l => l.Id));
        Assert.Equal(Sample.Roads.Fields, layers[0].Fields);
        Assert.Equivalent(Sample.Roads with { Fields = layers[0].Fields, Version = layers[0].Version }, layers[0]);
        Assert.True(layers[2].Live);
    }

    [Fact]
    public async Task Defining_a_layer_again_changes_nothing_but_what_is_told_about_it()
    {
        await PutAsync(Sample.Report("a"));
        await Features.DefineLayerAsync(Sample.Reports with { Owner = "UBND", Title = new("Mới", "New") }, Stop);

        var layer = (await Features.LayersAsync(Stop)).Single(l => l.Id == "reports");

        Assert.Equal(("UBND", "New", 1), (layer.Owner, layer.Title.En, layer.Count));
        Assert.Equal(["a"], await IdsAsync(new("reports")));
    }

    [Fact]
    public async Task A_field_may_be_added_to_a_layer_that_holds_features()
    {
        await PutAsync(Sample.Report("a"));
        var wider = Sample.Reports with { Fields = [.. Sample.Reports.Fields, new("colour", FieldType.Text, new("Màu", "Colour"), Indexed: true)] };
        await Features.DefineLayerAsync(wider, Stop);
        await PutAsync(Sample.Report("b", ("colour", "red")));

        Assert.Null((await Features.FindAsync("reports", "a", null, Stop))!["colour"]);
        Assert.Equal(["b"], await IdsAsync(new("reports") { Where = [new("colour", Comparison.In, ["red"])] }));
        Assert.Equal("red", (await Features.FindAsync("reports", "b", Sample.At(1), Stop))!["colour"]);
        await Place.ReopenAsync();
        Assert.Equal("red", (await Features.FindAsync("reports", "b", null, Stop))!["colour"]);
    }

    [Fact]
    public async Task What_contradicts_the_layer_is_a_conflict()
    {
        await RefusedAsync(StoreProblem.LayerConflict, () => Features.DefineLayerAsync(Sample.Reports with { Fields = [new("severity", FieldType.Text, new("", ""))] }, Stop));
        await RefusedAsync(StoreProblem.LayerConflict, () => Features.DefineLayerAsync(Sample.Reports with { Geometry = GeometryKind.Line }, Stop));
        await RefusedAsync(StoreProblem.LayerConflict, () => Features.DefineLayerAsync(Sample.Reports with { Live = false }, Stop));
    }

    [Theory]
    [InlineData("Reports2")]
    [InlineData("1st")]
    [InlineData("a-b")]
    [InlineData("")]
    [InlineData("a\"b")]
    [InlineData("đường")]
    [InlineData("a234567890123456789012345678901234567890123456789")]
    public Task A_name_that_is_none_is_a_conflict(string id) =>
        RefusedAsync(StoreProblem.LayerConflict, () => Features.DefineLayerAsync(Sample.Roads with { Id = id }, Stop));

    [Theory]
    [InlineData("id")]
    [InlineData("Name")]
    [InlineData("a b")]
    public Task A_field_name_that_is_none_is_a_conflict(string field) =>
        RefusedAsync(StoreProblem.LayerConflict, () => Features.DefineLayerAsync(Sample.Roads with { Id = "other", Fields = [new(field, FieldType.Text, new("", ""))] }, Stop));

    [Fact]
    public Task A_layer_of_more_fields_than_a_table_holds_is_refused() =>
        RefusedAsync(StoreProblem.LayerConflict, () => Features.DefineLayerAsync(
            Sample.Roads with { Id = "wide", Fields = [.. Enumerable.Range(0, 1_001).Select(i => new FieldInfo($"f{i}", FieldType.Text, new("", "")))] }, Stop));

    [Fact]
    public Task A_field_named_twice_is_a_conflict() =>
        RefusedAsync(StoreProblem.LayerConflict, () => Features.DefineLayerAsync(
            Sample.Roads with { Id = "other", Fields = [new("a", FieldType.Text, new("", "")), new("a", FieldType.Text, new("", ""))] }, Stop));

    [Fact]
    public async Task Fields_may_be_called_like_words_of_a_database()
    {
        string[] words = ["order", "select", "fid", "geom", "geometry", "from_seq", "rowid", "user", "group", "table"];
        var layer = Sample.Reports with { Id = "words", Fields = [.. words.Select(w => new FieldInfo(w, FieldType.Text, new(w, w), Indexed: true))] };
        await Features.DefineLayerAsync(layer, Stop);
        var feature = Sample.Report("a", [.. words.Select(w => (w, (object?)$"the {w}"))]);

        await CommitAsync(Sample.Put(feature, layer: "words"));

        Same.Feature(feature, await Features.FindAsync("words", "a", null, Stop));
        foreach (var word in words)
        {
            Assert.Equal(["a"], await IdsAsync(new("words") { OrderBy = word, Where = [new(word, Comparison.In, [$"the {word}"])] }));
        }
    }

    [Fact]
    public async Task The_catalogue_tells_how_many_features_there_are_and_when_they_changed()
    {
        await PutAsync(Sample.Report("a"), Sample.Report("b"));
        await CommitAsync(Sample.Remove("a", 1, 5));

        var reports = (await Features.LayersAsync(Stop)).Single(l => l.Id == "reports");

        Assert.Equal(1, reports.Count);
        Assert.NotNull(reports.UpdatedAt);
    }

    [Fact]
    public async Task What_a_planner_said_outlives_a_later_definition_and_an_older_word()
    {
        var roads = Sample.Roads with { Card = new() { Version = 2, Title = new("Đường phố", "Streets"), Style = new(LayerStyleKind.Single, "#112233"), Retired = true } };
        await Features.DefineLayerAsync(roads, Stop);
        await Features.DefineLayerAsync(Sample.Roads with { Card = new() { Version = 1, Owner = "nobody" } }, Stop);
        await Features.DefineLayerAsync(Sample.Roads, Stop);
        var kept = (await Features.LayersAsync(Stop)).Single(layer => layer.Id == "roads");

        Assert.Equal(("Đường phố", 2, true, "#112233"), (kept.Title.Vi, (int)kept.Card!.Version, kept.Card.Retired, kept.Card.Style!.Colour));
        Assert.Equal(Sample.Roads.Owner, kept.Owner);
    }
}
