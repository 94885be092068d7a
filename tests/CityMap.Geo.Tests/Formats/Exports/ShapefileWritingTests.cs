using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Exports;
using CityMap.Geo.Formats.Exports.Shapefiles;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Layers;
using CityMap.Geo.Tests.Formats.Sources;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Exports;

/// <summary>What is written as a Shapefile is read back alike by the house's own reader, or told beside it.</summary>
public sealed class ShapefileWritingTests
{
    [Fact]
    public async Task Values_and_shapes_come_back_and_what_was_shortened_is_told()
    {
        var (rows, crs, files) = await WriteAsync(GeometryKind.Line, 4326, [
            SomeExport.Feature("a", "LINESTRING (106.7 21.8, 106.8 21.9)"),
            SomeExport.Feature("b", "MULTILINESTRING ((106.7 21.8, 106.8 21.9), (106 21, 107 22))", new string('ư', 200), -0.00123456789012345),
            SomeExport.Feature("c", null)]);
        Assert.Equal((4326, 3), (crs, rows.Count));
        Assert.Equal(["lop_thu.cpg", "lop_thu.dbf", "lop_thu.prj", "lop_thu.shp", "lop_thu.shx", "lop_thu_notes.txt"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("UTF-8", Text(files["lop_thu.cpg"]));
        var values = rows[0].Values;
        Assert.Equal("Đường Trần Đăng Ninh", values["name_vietn"]);
        Assert.Equal("Phố Kỳ Lừa", values["name_vie_2"]);
        Assert.Equal((-9007199254740993L, 106.761234567891, true, "2026-11-23T07:05:01.25Z"), (values["count"], values["level"], values["open"], values["seen_at"]));
        Assert.Equal(new string('ư', 127), rows[1].Values["name_vietn"]);
        Assert.Equal(-0.00123456789012345, (double)rows[1].Values["level"]!, 1e-16);
        Assert.Equal("MULTILINESTRING ((106.7 21.8, 106.8 21.9), (106 21, 107 22))", rows[1].Geometry!.AsText());
        Assert.Null(rows[2].Geometry);
        var notes = Text(files["lop_thu_notes.txt"]);
        Assert.Contains("Column name_vie_2: the field name_vietnamese_old", notes, StringComparison.Ordinal);
        Assert.Contains("Column name_vietn: 1 values were cut to 254 bytes.", notes, StringComparison.Ordinal);
        Assert.Contains("Cột seen_at: thời điểm", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_kinds_go_into_a_file_each_and_a_collection_is_parted_under_its_id()
    {
        var (rows, _, files) = await WriteAsync(GeometryKind.Any, 4326, [
            SomeExport.Feature("p", "POINT (106.7 21.8)"),
            SomeExport.Feature("m", "MULTIPOINT ((106.7 21.8), (106.8 21.9))"),
            SomeExport.Feature("g", "GEOMETRYCOLLECTION (POINT (106.7 21.8), POLYGON ((106 21, 107 21, 107 22, 106 21)))")]);
        Assert.Equal(["lop_thu_areas", "lop_thu_points"], rows.Select(row => row.Layer).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(["g", "g", "m", "p"], rows.Select(row => (string)row.Values["id"]!).Order(StringComparer.Ordinal));
        Assert.Contains("1 features are of several kinds", Text(files["lop_thu_notes.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coordinates_stand_in_the_system_that_the_projection_names()
    {
        var (rows, crs, files) = await WriteAsync(GeometryKind.Point, 9215, [SomeExport.Feature("p", "POINT (106.76 21.85)")]);
        Assert.Equal(9215, crs);
        Assert.Contains("Central_Meridian\",107.25", Text(files["lop_thu.prj"]), StringComparison.Ordinal);
        Assert.Equal((106.76, 21.85), rows.Single().Place());
    }

    [Fact]
    public async Task What_lies_far_from_a_system_is_refused_by_name()
    {
        var refused = await Assert.ThrowsAsync<ExportException>(() => WriteAsync(GeometryKind.Point, 9215, [SomeExport.Feature("far", "POINT (2.35 48.85)")]));
        Assert.Contains("far", refused.Message, StringComparison.Ordinal);
        Assert.Contains("EPSG:9215", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Very_small_and_very_large_numbers_keep_twelve_digits_and_that_is_told()
    {
        var (rows, _, files) = await WriteAsync(GeometryKind.Point, 4326, [SomeExport.Feature("s", "POINT (106.7 21.8)", level: 1.234567890123e-19), SomeExport.Feature("l", "POINT (106.7 21.8)", level: -1.234567890123e22)]);
        Assert.Equal(1.234567890123e-19, (double)rows[0].Values["level"]!, 1e-30);
        Assert.Equal(-1.234567890123e22, (double)rows[1].Values["level"]!, 1e11);
        Assert.Contains("Column level: holds very small or very large numbers", Text(files["lop_thu_notes.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_layer_is_a_file_without_rows()
    {
        var (rows, crs, files) = await WriteAsync(GeometryKind.Polygon, 4326, []);
        Assert.Equal((4326, 0), (crs, rows.Count));
        Assert.Equal(50, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(files["lop_thu.shp"].AsSpan(24)));
    }

    [Fact]
    public void Names_are_cut_to_ten_bytes_and_each_stands_once() => Assert.Equal(
        ["population", "populati_2", "populati_3", "id_2", "short"],
        DbfNames.Cut(["population_2020", "population_2025", "population_2030", "id", "short"], "id"));

    private static async Task<(List<SourceRow> Rows, int Crs, Dictionary<string, byte[]> Files)> WriteAsync(GeometryKind kind, int crs, Feature[] features)
    {
        var folder = Directory.CreateTempSubdirectory("citymap-shp-");
        try
        {
            var survey = new LayerSurvey(SomeExport.Layer(kind).Fields);
            foreach (var feature in features) survey.Take(feature);
            using var shapes = new ShapefileFolder(folder.FullName, SomeExport.Layer(kind), survey, CrsCatalogue.Find(crs)!);
            foreach (var feature in features) shapes.Write(feature);
            var files = shapes.Finish().ToDictionary(path => Path.GetFileName(path)!, File.ReadAllBytes);
            var (_, read, items) = await Files.ReadAsync(Files.Zip([.. files.Select(file => (file.Key, file.Value))]), "lop.zip");
            Assert.DoesNotContain(items.OfType<SourceRemark>(), remark => remark.Gravity is Gravity.Bad or Gravity.Fatal);
            return (items.Rows(), read, files);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(byte[] file) => System.Text.Encoding.UTF8.GetString(file);
}
