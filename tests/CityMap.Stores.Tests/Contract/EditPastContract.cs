using CityMap.Geo.Layers;
using Xunit;

namespace CityMap.Stores.Tests.Contract;

/// <summary>Static layers as they were before their features were edited.</summary>
public abstract class EditPastContract(IStoreFixture fixture) : EditStory(fixture)
{
    [Theory]
    [InlineData(5, "1 first;2 second")]
    [InlineData(10, "1 edited;2 second")]
    [InlineData(20, "1 edited;2 second;3 made")]
    [InlineData(30, "2 second;3 made")]
    [InlineData(40, "1 back;2 second;3 made")]
    [InlineData(99, "1 back;2 second;3 made")]
    public async Task The_layer_is_seen_as_of_a_moment(double minute, string expected)
    {
        await LifeAsync();
        var query = All with { AsOf = Sample.At(minute) };
        var page = await Features.QueryAsync(query, Stop);

        Assert.Equal(expected, Told(page.Features));
        Assert.Equal(page.Features.Count, page.NumberMatched);
        Assert.Equal(expected, Told((await Features.QueryAsync(query with { Within = new(106, 21, 110, 22) }, Stop)).Features));
        var streamed = new List<Feature>();
        await foreach (var road in Features.StreamAsync(query, null, Stop)) streamed.Add(road);
        Assert.Equal(expected, Told(streamed.OrderBy(f => f.Id, StringComparer.Ordinal)));
        Assert.Equal(page.NumberMatched, (await Features.CountAsync(query, [], Stop)).Rows.Sum(r => r.Count));
        foreach (var id in (string[])["1", "2", "3"]) Assert.Equal(page.Features.FirstOrDefault(f => f.Id == id)?["name"], await NameAsync(id, minute));
    }

    [Fact]
    public async Task Boxes_and_filters_look_at_the_features_as_they_were()
    {
        await LifeAsync();
        var east = All with { Within = new(108.9, 21, 110, 22) };

        Assert.Empty(await IdsAsync(east));
        Assert.Equal(["1"], await IdsAsync(east with { AsOf = Sample.At(15) }));
        Assert.Empty(await IdsAsync(east with { AsOf = Sample.At(5) }));
        Assert.Equal(["1"], await IdsAsync(east with { AsOf = Sample.At(15), Filter = Geo.Filtering.Cql2.Cql2Filter.FromText("name = 'edited'") }));
        Assert.Empty(await IdsAsync(east with { AsOf = Sample.At(15), Filter = Geo.Filtering.Cql2.Cql2Filter.FromText("name = 'first'") }));
    }

    [Fact]
    public async Task What_was_edited_keeps_its_past_when_the_layer_is_imported_again()
    {
        await LifeAsync();
        await using (var import = await Features.BeginImportAsync(Sample.Roads, ImportMode.Replace, Stop))
        {
            await import.WriteAsync([Road("1", "imported"), Road("2", "imported")], Stop);
            await import.CommitAsync(Sample.Entry("layer.imported", 50), Stop);
        }

        Assert.Equal("1 imported;2 imported", Told((await Features.QueryAsync(All with { AsOf = Sample.At(50) }, Stop)).Features));
        Assert.Equal(["back", null, "made"], [await NameAsync("1", 49), await NameAsync("3", 50), await NameAsync("3", 49)]);
        Assert.Equal(["first", "edited", null], [await NameAsync("1", 5), await NameAsync("1", 15), await NameAsync("1", 35)]);
        await EditAsync("1", Road("1", "edited again"), 60);
        Assert.Equal(["imported", "edited again"], [await NameAsync("1", 55), await NameAsync("1", 60)]);
    }

    [Fact]
    public async Task Edits_and_the_past_are_there_after_a_restart()
    {
        await LifeAsync();
        var layer = await RoadsAsync();
        await Place.ReopenAsync();

        Assert.Equal((layer.Version, layer.Count, true), ((await RoadsAsync()).Version, (await RoadsAsync()).Count, (await RoadsAsync()).Edited));
        Assert.Equal("1 back;2 second;3 made", Told((await Features.QueryAsync(All, Stop)).Features));
        Assert.Equal("1 first;2 second", Told((await Features.QueryAsync(All with { AsOf = Sample.At(5) }, Stop)).Features));
        await EditAsync("2", Road("2", "after"), 70);
        Assert.Equal("second", await NameAsync("2", 69));
    }

    [Fact]
    public async Task A_field_that_comes_later_is_there_in_the_past_too_and_holds_nothing()
    {
        await LifeAsync();
        await Features.DefineLayerAsync(Sample.Roads with { Fields = [.. Sample.Roads.Fields, new("surface", FieldType.Text, new("Mặt", "Surface"))] }, Stop);
        await EditAsync("2", Road("2") with { Attributes = new Dictionary<string, object?> { ["surface"] = "asphalt" } }, 60);

        Assert.Equal("asphalt", (await Features.FindAsync("roads", "2", null, Stop))!["surface"]);
        Assert.Null((await Features.FindAsync("roads", "2", Sample.At(59), Stop))!["surface"]);
        Assert.Equal(["2"], await IdsAsync(All with { AsOf = Sample.At(60), Where = [new("surface", Comparison.IsNotNull, [])] }));
    }

    [Fact]
    public async Task A_feature_may_lose_its_place_and_has_it_in_the_past()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "placed"));
        await EditAsync("1", Road("1", "unplaced") with { Geometry = null }, 10);
        var box = All with { Within = new(106, 21, 107, 22) };

        Assert.Empty(await IdsAsync(box));
        Assert.Equal(["1"], await IdsAsync(box with { AsOf = Sample.At(5) }));
    }

    private async Task LifeAsync()
    {
        await ImportAsync(Sample.Roads, ImportMode.Replace, Road("1", "first"), Road("2", "second"));
        await EditAsync("1", Road("1", "edited", 109), 10);
        await EditAsync("3", Road("3", "made"), 20);
        await EditAsync("1", null, 30);
        await EditAsync("1", Road("1", "back"), 40);
    }

    private static string Told(IEnumerable<Feature> features) => string.Join(';', features.Select(f => $"{f.Id} {f["name"]}"));
}
