using System.Text.Json;
using CityMap.Viewer.Data;
using CityMap.Viewer.Styles;
using Xunit;

namespace CityMap.Viewer.Tests.Styles;

/// <summary>Expressions of the style give what MapLibre gives.</summary>
public sealed class ExpressionTests
{
    private static readonly MapFeature _street = new("s1", ShapeKind.Line, [0, 0, 1, 1], [0], new Dictionary<string, object?> { ["class"] = "primary", ["lanes"] = 4L });

    [Theory]
    [InlineData("""["==",["get","class"],"primary"]""", true)]
    [InlineData("""["==",["get","lanes"],4]""", true)]
    [InlineData("""["!",["has","name"]]""", true)]
    [InlineData("""["match",["get","class"],["trunk","primary"],"big","small"]""", "big")]
    [InlineData("""["match",["get","lanes"],4,"four","other"]""", "four")]
    [InlineData("""["case",[">=",["get","lanes"],10],"a",["has","class"],"b","c"]""", "b")]
    [InlineData("""["coalesce",["get","name"],["get","class"]]""", "primary")]
    [InlineData("""["concat","x|",["to-string",["get","lanes"]]]""", "x|4")]
    [InlineData("""["interpolate",["linear"],["zoom"],10,1,14,5]""", 3d)]
    [InlineData("""["interpolate",["exponential",2],["zoom"],11,0,13,3]""", 1d)]
    [InlineData("""["step",["zoom"],"none",12,"some",13,"all"]""", "some")]
    [InlineData("""["max",1,["round",["*",4,["/",1,2]]]]""", 2d)]
    [InlineData("""["all",["boolean",["feature-state","chosen"],false],true]""", false)]
    [InlineData("""["geometry-type"]""", "LineString")]
    public void An_expression_is_evaluated(string json, object expected) =>
        Assert.Equal(expected, ExpressionParser.Parse(JsonElement.Parse(json)).Run(new Scope(12, _street)));

    [Fact]
    public void A_property_that_needs_no_feature_says_so() =>
        Assert.False(ExpressionParser.Parse(JsonElement.Parse("""["interpolate",["linear"],["zoom"],10,1,14,5]""")).OfFeature);

    [Theory]
    [InlineData("#0B57D0", 11, 87, 208, 255)]
    [InlineData("#fff", 255, 255, 255, 255)]
    [InlineData("#0B57D080", 11, 87, 208, 128)]
    [InlineData("rgba(10, 14, 20, 0.5)", 10, 14, 20, 128)]
    public void A_colour_is_read_as_CSS_writes_it(string text, byte red, byte green, byte blue, byte alpha)
    {
        var colour = StyleColour.Parse(text)!.Value;
        Assert.Equal((red, green, blue, alpha), (colour.Red, colour.Green, colour.Blue, colour.Alpha));
    }
}
