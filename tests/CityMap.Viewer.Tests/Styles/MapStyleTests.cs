using System.Text.Json;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;
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
        var style = TestSheet.Sheet.Style(MapTheme.Light, MapLanguage.Vi).WithSources([("communes", "ten"), ("pins", null), ("streets", "name")]);
        Assert.Contains(style.Layers, l => l is { Source: "communes", Id: "communes-label" });
        Assert.Contains(style.Layers, l => l is { Source: "pins", Type: "circle" });
        Assert.DoesNotContain(style.Layers, l => l is { Source: "pins", Type: "symbol" } || l.Source == "*" || l.Id == "streets-point");
    }
}
