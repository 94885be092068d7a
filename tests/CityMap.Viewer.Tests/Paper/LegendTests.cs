using System.Text.Json.Nodes;
using CityMap.Viewer.Paper;
using CityMap.Viewer.Sheets;
using SkiaSharp;
using Xunit;

namespace CityMap.Viewer.Tests.Paper;

/// <summary>Legends: what is on the map, and what its colours say.</summary>
public sealed class LegendTests
{
    [Fact]
    public void A_layer_of_several_colours_says_what_each_stands_for()
    {
        var wish = JsonNode.Parse("""[{"id":"b","type":"fill","source":"buildings","paint":{"fill-color":"#112233"}}]""")!.AsArray();
        var document = TestCity.Document(15.5) with
        {
            Style = TestSheet.Sheet.Style(MapTheme.Light, MapLanguage.Vi).WithSources([new("buildings", null) { Wish = TestSheet.Sheet.Wish(wish, MapTheme.Light) }]),
        };
        var blocks = Legend.Of(document, TestCity.Scene(document), [new("buildings", "Nhà") { Classes = [("#cfe1f7", "1 – 3"), ("#0b3d91", "4 – 9"), ("#999999", "Còn lại")] }, new("water", "Sông, hồ")]);
        var buildings = Assert.Single(blocks, b => b.Heading == "Nhà");
        Assert.Equal(["1 – 3", "4 – 9", "Còn lại"], buildings.Rows.Select(r => r.Text));
        Assert.Equal(new SKColor(0x0b, 0x3d, 0x91), buildings.Rows[1].Sample!.Fill);
        Assert.Contains(blocks, b => b.Rows.Any(r => r.Text == "Sông, hồ"));
    }

    [Fact]
    public void A_layer_that_is_not_on_the_map_is_not_in_its_legend()
    {
        var document = TestCity.Document(15.5) with { Hidden = new HashSet<string> { "buildings" } };
        var blocks = Legend.Of(document, TestCity.Scene(document), [new("buildings", "Nhà") { Classes = [("#cfe1f7", "1 – 3")] }]);
        Assert.DoesNotContain(blocks, b => b.Heading == "Nhà");
    }
}
