using System.Text;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Rows;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Sources;

/// <summary>In which system the coordinates of a file are: stated, named by the file, or asked for; never guessed.</summary>
public sealed class CrsTests
{
    private static readonly (double X, double Y) Gate = CrsCatalogue.Find(9215)!.FromGround(106.68389, 22.00306);

    private static string Xy => FormattableString.Invariant($"{Gate.X},{Gate.Y}");

    [Fact]
    public async Task GeoJSON_that_names_its_system_is_brought_to_WGS_84()
    {
        var (_, crs, items) = await ReadAsync($$$"""{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9215"}},"features":[{{{Feature(Xy)}}}]}""", "x.geojson");
        Assert.Equal(9215, crs);
        Assert.Equal((106.68389, 22.00306), Assert.Single(items.Rows()).Place());
    }

    [Fact]
    public async Task GeoJSON_in_metres_that_names_none_is_asked_about()
    {
        var refusal = await Files.RefusalAsync(Utf8($$"""{"type":"FeatureCollection","features":[{{Feature(Xy)}},{{Feature(Xy)}}]}"""), "x.geojson");
        Assert.Equal("crs_needed", refusal.Code);
        Assert.Contains(refusal.Candidates, c => c.Crs.Code == 9215 && Math.Abs(c.First.Lon - 106.68389) < 1e-6);
    }

    [Fact]
    public async Task One_row_in_metres_among_degrees_is_just_a_bad_row()
    {
        var (_, _, items) = await ReadAsync($$"""{"type":"FeatureCollection","features":[{{Feature(Xy)}},{{Feature("106.7,21.8")}}]}""", "x.geojson");
        Assert.Equal((1, 1), (items.OfType<SourceRemark>().Count(r => r.Gravity == Gravity.Bad), items.Rows().Count));
    }

    [Fact]
    public async Task A_system_that_stands_behind_the_features_is_not_overlooked()
    {
        var (_, _, items) = await ReadAsync($$$"""{"type":"FeatureCollection","features":[{{{Feature("106.7,21.8")}}}],"crs":{"type":"name","properties":{"name":"EPSG:4756"} } }""", "x.geojson");
        Assert.Contains(items.OfType<SourceRemark>(), r => r.Gravity == Gravity.Fatal && r.Reason.Contains("4756", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("crs_needed", "id,x,y\n1,106.7,21.8\n")]
    [InlineData("crs_needed", "id,x,y\n1,441000.5,2434000\n")]
    [InlineData("crs_needed", "id,lon,lat\n1,441000.5,2434000\n")]
    [InlineData("crs_needed", "id\twkt\n1\tPOINT (106.7 21.8)\n")]
    public async Task Tables_whose_columns_say_nothing_are_asked_about(string code, string text)
    {
        Assert.Equal(code, (await Files.RefusalAsync(Utf8(text), "x.csv")).Code);
    }

    [Fact]
    public async Task A_Vietnamese_X_that_points_north_is_hinted_at()
    {
        var refusal = await Files.RefusalAsync(Utf8(FormattableString.Invariant($"id;X;Y\n1;{Gate.Y};{Gate.X}\n")), "x.csv");
        Assert.Contains("other way round", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("9215", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id;x;y;ghi chú\n1;{0};{1};a\n", true)]
    [InlineData("id\tx\ty\n1\t{0}\t{1}\n", false)]
    public async Task Tables_in_a_stated_system_are_brought_to_WGS_84(string shape, bool comma)
    {
        var culture = System.Globalization.CultureInfo.GetCultureInfo(comma ? "vi-VN" : "en-US");
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, Gate.X.ToString("F4", culture), Gate.Y.ToString("F4", culture));
        var (_, _, items) = await ReadAsync(text, "x.tsv", new() { Crs = CrsCatalogue.Find(9215) });
        Assert.Equal((106.68389, 22.00306), Assert.IsType<SourceRow>(Assert.Single(items)).Place());
    }

    [Fact]
    public async Task Well_known_text_with_its_own_system_needs_no_other()
    {
        var (how, _, items) = await ReadAsync($"id;geom\n1;\"SRID=9215;POINT ({Xy.Replace(',', ' ')})\"\n2;\n", "x.csv");
        Assert.Contains("geometry from \"geom\"", how, StringComparison.Ordinal);
        Assert.Equal((106.68389, 22.00306), items.Rows()[0].Place());
        Assert.Null(items.Rows()[1].Geometry);
        Assert.False(items.Rows()[0].Values.ContainsKey("geom"));
    }

    [Fact]
    public async Task A_place_far_from_where_the_stated_system_is_used_is_a_bad_row()
    {
        var (_, _, items) = await ReadAsync("id,x,y\n1,500000,5500000\n", "x.csv", new() { Crs = CrsCatalogue.Find(9215) });
        Assert.Contains("Lạng Sơn", Assert.IsType<SourceRemark>(Assert.Single(items)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}\n{1}\n", "newline-delimited GeoJSON")]
    [InlineData("\u001e{0}\n\u001e{1}\n", "GeoJSON text sequence")]
    public async Task Features_one_after_the_other_are_read_and_a_wrong_one_spoils_no_other(string shape, string how)
    {
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, Feature("106.7,21.8"), Feature("106.8,21.8") + "\n" + (shape[0] == '{' ? "" : "\u001e") + "{\"type\":\"Feature\",");
        var (actual, _, items) = await ReadAsync(text, "x.json");
        Assert.Equal((how, 2), (actual, items.Rows().Count));
        Assert.Equal((Gravity.Bad, 3L), (items.OfType<SourceRemark>().Single().Gravity, items.OfType<SourceRemark>().Single().Line));
    }

    private static string Feature(string xy) => $$$"""{"type":"Feature","properties":null,"geometry":{"type":"Point","coordinates":[{{{xy}}}]}}""";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static Task<(string How, int Crs, List<SourceItem> Items)> ReadAsync(string text, string name, CityMap.Geo.Formats.Sources.SourceOptions? options = null) =>
        Files.ReadAsync(Utf8(text), name, options);
}
