using System.Text.Json;
using System.Text.Json.Nodes;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;
using SkiaSharp;
using Xunit;

namespace CityMap.Viewer.Tests.Styles;

/// <summary>Style documents: what is drawn, and what is named because it is not.</summary>
public sealed class MapStyleTests
{
    [Theory]
    [InlineData(MapTheme.Light, MapLanguage.Vi, false)]
    [InlineData(MapTheme.Night, MapLanguage.En, true)]
    public void The_whole_style_of_the_console_is_drawn(MapTheme theme, MapLanguage language, bool shaded)
    {
        var style = TestSheet.Sheet.Style(theme, language, shaded);
        Assert.Empty(style.Unsupported);
        Assert.True(style.Layers.Count > 30, $"{style.Layers.Count} layers");
    }

    [Fact]
    public void What_cannot_be_drawn_is_named_and_the_rest_is_drawn()
    {
        var style = MapStyle.Parse(JsonElement.Parse(
            """
            {"version":8,"sources":{},"layers":[
              {"id":"sky","type":"hillshade","source":"dem"},
              {"id":"town","type":"fill","source":"town","paint":{"fill-color":"#123456","fill-translate":[1,2]}},
              {"id":"road","type":"line","source":"road","paint":{"line-width":["distance",{"type":"Point"}],"line-color":"#654321"}},
              {"id":"secret","type":"circle","source":"s","filter":["within",{"type":"Polygon"}]}]}
            """));
        Assert.Equal(["layer sky: type hillshade", "layer town: fill-translate", "layer road: line-width with operator distance", "layer secret: filter with operator within"], style.Unsupported);
        Assert.Equal(["town", "road"], style.Layers.Select(l => l.Id));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"version":7,"layers":[]}""")]
    [InlineData("""{"version":8}""")]
    public void What_is_no_style_is_refused(string json) => Assert.Throws<StyleException>(() => MapStyle.Parse(JsonElement.Parse(json)));

    [Fact]
    public void A_layer_of_the_catalogue_without_a_style_of_its_own_is_drawn_plainly_with_its_name()
    {
        var style = TestSheet.Sheet.Style(MapTheme.Light, MapLanguage.Vi).WithSources([new("communes", "ten"), new("pins", null), new("streets", "name")]);
        Assert.Contains(style.Layers, l => l is { Source: "communes", Id: "communes-label" });
        Assert.Contains(style.Layers, l => l is { Source: "pins", Type: "circle" });
        Assert.DoesNotContain(style.Layers, l => l is { Source: "pins", Type: "symbol" } || l.Source == "*" || l.Id == "streets-point");
    }

    [Fact]
    public void A_layer_with_a_wish_is_drawn_as_wished_and_no_other_way()
    {
        var wish = TestSheet.Sheet.Wish(JsonNode.Parse("""[{"id":"streets-wide","type":"line","source":"streets","paint":{"line-width":9}}]""")!.AsArray(), MapTheme.Light);
        var style = TestSheet.Sheet.Style(MapTheme.Light, MapLanguage.Vi).WithSources([new("streets", "name") { Wish = wish }]);
        Assert.Equal(["streets-wide"], style.Layers.Where(l => l.Source == "streets").Select(l => l.Id));
    }

    [Fact]
    public void Districts_keep_their_borders_under_a_wish()
    {
        var wish = TestSheet.Sheet.Wish(JsonNode.Parse("""[{"id":"districts-wish","type":"fill","source":"districts"}]""")!.AsArray(), MapTheme.Light);
        var layers = TestSheet.Sheet.Style(MapTheme.Light, MapLanguage.Vi).WithSources([new("districts", null) { Wish = wish }]).Layers.Select(l => l.Id).ToList();
        Assert.InRange(layers.IndexOf("districts-wish"), 0, layers.IndexOf("districts-border") - 1);
    }

    [Fact]
    public void Sources_of_a_group_change_places_and_names_and_marks_stay()
    {
        var style = MapStyle.Parse(JsonElement.Parse(
            """
            {"version":8,"sources":{},"layers":[
              {"id":"a-area","type":"fill","source":"a"},{"id":"b-area","type":"fill","source":"b"},{"id":"other","type":"line","source":"other"},
              {"id":"b-line","type":"line","source":"b"},{"id":"a-name","type":"symbol","source":"a"}]}
            """));
        Assert.Equal(["b-area", "b-line", "other", "a-area", "a-name"], style.InOrder([["b", "a"]]).Layers.Select(l => l.Id));
        Assert.Equal(style.Layers, style.InOrder([["a", "b"]]).Layers);
    }

    [Fact]
    public void Each_layer_of_the_catalogue_lies_whole_over_the_one_before()
    {
        var style = TestSheet.Sheet.Style(MapTheme.Light, MapLanguage.Vi).WithSources([new("a", null), new("b", null)]);
        Assert.Equal(["a-fill", "a-line", "a-point", "b-fill", "b-line", "b-point"], style.Layers.Where(l => l.Source is "a" or "b").Select(l => l.Id));
    }

    [Fact]
    public void The_words_of_a_wish_are_written_in_the_ink_of_the_theme()
    {
        var wish = JsonNode.Parse("""[{"id":"w","type":"symbol","source":"w","layout":{"text-field":["get","name"]},"paint":{"text-color":"#010203"}}]""")!.AsArray();
        SKColor Ink(MapTheme theme) => TestSheet.Sheet.Wish(wish, theme)[0].Colour("text-color", new(12));
        Assert.Equal((TestSheet.Sheet.Colour(MapTheme.Light, "label"), TestSheet.Sheet.Colour(MapTheme.Night, "label")), (Ink(MapTheme.Light), Ink(MapTheme.Night)));
    }
}
