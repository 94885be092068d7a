using System.Globalization;
using System.Text;
using System.Text.Json;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Layers;
using CsCheck;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Formats.GeoJson;

public sealed class GeoJsonReaderTests
{
    [Fact]
    public async Task The_65_communes_are_read_and_what_their_file_does_to_every_shape_is_told_of_the_first()
    {
        var items = await ReadFileAsync("boundaries/langson_communes_2025.geojson");
        var rows = items.OfType<SourceRow>().ToList();
        Assert.Equal(65, rows.Count);
        Assert.Contains(rows, r => r.Id == "05977" && (string?)r.Values["fullName"] == "Phường Đông Kinh");
        var remarks = items.OfType<SourceRemark>().ToList();
        Assert.All(remarks, r => Assert.Equal(Gravity.Warning, r.Gravity));
        Assert.Contains(remarks, r => r.Reason.Contains("wound clockwise", StringComparison.Ordinal));
        Assert.Equal(remarks.Count, remarks.Select(r => r.Reason).Distinct().Count());
        Assert.All(rows, r => Assert.True(r.Geometry!.IsValid));
    }

    [Fact]
    public async Task A_row_says_on_which_line_it_begins()
    {
        var rows = await ReadTextAsync("""
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "properties": {}, "geometry": null},

              {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [106.7, 91]}}
            ]}
            """);
        Assert.Equal(2, Assert.IsType<SourceRow>(rows[0]).Line);
        var bad = Assert.IsType<SourceRemark>(rows[1]);
        Assert.Equal((4, Gravity.Bad, "features[1].geometry.coordinates"), (bad.Line, bad.Gravity, bad.Field));
    }

    [Fact]
    public async Task Swapped_coordinates_are_refused_with_what_was_probably_meant()
    {
        var remark = Assert.IsType<SourceRemark>(Assert.Single(await ReadTextAsync("""{"type":"Point","coordinates":[21.85,106.76]}""")));
        Assert.Contains("did you mean lon 106.76, lat 21.85?", remark.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Point","coordinates":[1e999,2]}""", "not a finite number")]
    [InlineData("""{"type":"Point","coordinates":[NaN,2]}""", "not JSON")]
    [InlineData("""{"type":"Feature","id":"\ud800","properties":{},"geometry":null}""", "unpaired surrogate")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}""", "ends too early")]
    [InlineData("""{"type":"Point","coordinates":[1,2]} {}""", "not JSON")]
    [InlineData("""[]""", "one object")]
    [InlineData("", "empty")]
    public async Task What_cannot_be_read_says_why(string text, string reason)
    {
        var remark = Assert.IsType<SourceRemark>((await ReadTextAsync(text))[^1]);
        Assert.NotEqual(Gravity.Warning, remark.Gravity);
        Assert.Contains(reason, remark.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_type_may_stand_behind_the_features()
    {
        var items = await ReadTextAsync("""{"features":[{"properties":null,"geometry":null,"type":"Feature"}],"type":"FeatureCollection"}""");
        Assert.IsType<SourceRow>(Assert.Single(items));
    }

    [Fact]
    public void What_the_writer_writes_the_reader_reads_back_without_remark()
    {
        var ordinate = Gen.Int[-900_000_000, 900_000_000].Select(i => i / 1e7);
        var point = Gen.Select(ordinate, ordinate).Select((x, y) => new Coordinate(x, y));
        point.Array[2, 40].Sample(line =>
        {
            var feature = new Feature("đ/1", new LineString(line), new Dictionary<string, object?> { ["name"] = "Kỳ Cùng", ["n"] = 7L });
            var fields = new FieldInfo[] { new("name", FieldType.Text, new("", "")), new("n", FieldType.Integer, new("", "")) };
            using var bytes = new MemoryStream();
            using (var writer = new Utf8JsonWriter(bytes)) GeoJsonWriter.Write(writer, feature, fields);
            bytes.Position = 0;
            var row = Assert.IsType<SourceRow>(Assert.Single(GeoJsonReader.ReadAsync(bytes, default).ToBlockingEnumerable()));
            Assert.Equal("đ/1", row.Id);
            Assert.True(row.Geometry!.EqualsExact(new LineString(line), 1e-7));
            Assert.Equal("Kỳ Cùng", row.Values["name"]);
        });
    }

    [Fact]
    public async Task A_file_larger_than_the_window_is_read_whole_in_small_pieces()
    {
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (var i = 0; i < 20_000; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"\n{{\"type\":\"Feature\",\"id\":{i},\"properties\":{{\"name\":\"đường {i}\"}},\"geometry\":{{\"type\":\"Point\",\"coordinates\":[106.{i},21.5]}}}}");
        }

        var rows = (await ReadTextAsync(text.Append("]}").ToString())).OfType<SourceRow>().ToList();
        Assert.Equal(20_000, rows.Count);
        Assert.All(rows, (row, i) => Assert.Equal((i + 2, $"đường {i}"), ((int)row.Line, (string?)row.Values["name"])));
    }

    private static async Task<List<SourceItem>> ReadFileAsync(string file)
    {
        await using var stream = File.OpenRead(TestFiles.Path(file));
        return await GeoJsonReader.ReadAsync(stream, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<SourceItem>> ReadTextAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await GeoJsonReader.ReadAsync(stream, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
