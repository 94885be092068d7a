using CityMap.Geo.Formats.Pbf;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Pbf;

public sealed class OsmRulesTests
{
    [Theory]
    [InlineData("{", "The rules are not the JSON expected")]
    [InlineData("{\"layers\":[]}", "The rules need 1 to 64 \"layers\".")]
    [InlineData("{\"layers\":[{\"id\":\"Roads\",\"shape\":\"line\",\"any\":[\"highway\"]}]}", "\"Roads\" cannot be a layer's id")]
    [InlineData("{\"layers\":[{\"id\":\"a\",\"shape\":\"line\",\"any\":[]}]}", "The layer a needs at least one test")]
    [InlineData("{\"layers\":[{\"id\":\"a\",\"shape\":\"line\",\"any\":[\"x=|\"]}]}", "\"x=|\" is no test of a tag")]
    [InlineData("{\"layers\":[{\"id\":\"a\",\"shape\":\"blob\",\"any\":[\"x\"]}]}", "The rules are not the JSON expected")]
    [InlineData("{\"layers\":[{\"id\":\"a\",\"shape\":\"line\",\"anny\":[\"x\"]}]}", "The rules are not the JSON expected")]
    [InlineData("{\"layers\":[{\"id\":\"a\",\"shape\":\"line\",\"any\":[\"x\"]},{\"id\":\"a\",\"shape\":\"line\",\"any\":[\"x\"]}]}", "The layer \"a\" stands twice.")]
    public void What_is_wrong_with_rules_is_said(string json, string reason)
    {
        var refused = Assert.Throws<FormatException>(() => OsmRules.Parse(Read.Text(json)));
        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rules_that_come_along_name_the_layers_a_city_needs()
    {
        string[] expected = ["roads", "railways", "waterways", "power_lines", "water", "buildings", "landuse", "boundaries", "places", "pois"];
        Assert.Equal(expected, OsmRules.Default.Layers.Select(l => l.Id));
    }

    [Fact]
    public void A_key_alone_means_any_value_but_no()
    {
        var tags = new OsmTags();
        tags.Add("building", "no");
        Assert.False(tags.Meets(OsmTest.Parse("building")));
        Assert.True(tags.Meets(OsmTest.Parse("building=no|yes")));
    }
}
