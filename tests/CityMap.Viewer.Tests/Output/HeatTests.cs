using System.Text.Json;
using CityMap.Viewer.Data;
using CityMap.Viewer.Drawing;
using CityMap.Viewer.Output;
using CityMap.Viewer.Scenes;
using CityMap.Viewer.Sheets;
using CityMap.Viewer.Styles;
using CsCheck;
using SkiaSharp;
using Xunit;

namespace CityMap.Viewer.Tests.Output;

/// <summary>Heat maps: a density of points, and its picture.</summary>
public sealed class HeatTests
{
    [Fact]
    public void One_point_is_warmest_in_its_middle_and_warms_no_further_than_its_radius()
    {
        var heat = new HeatGrid(100, 80);
        heat.Add(new(50, 40), 20, 1);
        Assert.Equal(0.3989f, At(heat, 50, 40), 0.0001f);
        Assert.True(At(heat, 60, 40) < At(heat, 54, 40));
        Assert.Equal(0, At(heat, 74, 40));
        Assert.Equal(0, At(heat, 66, 56));
    }

    [Fact]
    public void Many_points_are_as_hot_as_the_sum_of_each_alone() => Gen.Select(Gen.Float[-30, 130], Gen.Float[-30, 110], Gen.Float[0.1f, 3]).Array[1, 12].Sample(points =>
    {
        var (all, sum) = (new HeatGrid(100, 80), new float[50 * 40]);
        foreach (var (x, y, weight) in points)
        {
            var alone = new HeatGrid(100, 80);
            alone.Add(new(x, y), 16, weight);
            all.Add(new(x, y), 16, weight);
            for (var i = 0; i < sum.Length; i++) sum[i] += alone.Cells[i];
        }

        for (var i = 0; i < sum.Length; i++) Assert.Equal(sum[i], all.Cells[i], 0.001f);
    });

    [Fact]
    public void Nothing_on_the_frame_is_no_heat_map() => Assert.Empty(Scene(TestCity.Point("far", 107.9, 21.85)).DrawnLayers);

    [Fact]
    public void Where_points_lie_close_the_picture_has_the_colour_of_full_heat()
    {
        var near = Enumerable.Range(0, 40).Select(i => TestCity.Point($"p{i}", TestCity.Centre.Lon, TestCity.Centre.Lat)).ToArray();
        using var picture = SKBitmap.Decode(MapOutput.Png(Scene(near), TestSheet.Sheet, 1, CancellationToken.None));
        Assert.Equal(new SKColor(200, 0, 0), picture.GetPixel(100, 60));
        Assert.Equal(SKColors.White, picture.GetPixel(5, 5));
    }

    private static float At(HeatGrid heat, int x, int y) => heat.Cells[(y / HeatGrid.Cell * heat.Columns) + (x / HeatGrid.Cell)];

    private static Scene Scene(params MapFeature[] points)
    {
        var style = MapStyle.Parse(JsonElement.Parse(
            """
            {"version":8,"sources":{},"layers":[{"id":"heat","type":"heatmap","source":"points","paint":{"heatmap-radius":20,
              "heatmap-color":["interpolate",["linear"],["heatmap-density"],0,"rgba(200,0,0,0)",1,"rgba(200,0,0,1)"]}}]}
            """));
        Assert.Empty(style.Unsupported);
        var document = new MapDocument(new(TestCity.Centre, 14, 200, 120), style, MapTheme.Light, MapLanguage.Vi);
        return new SceneBuilder(TestSheet.Sheet).Build(document, new Dictionary<string, FeatureSet> { ["points"] = new(points) }, null, CancellationToken.None);
    }
}
