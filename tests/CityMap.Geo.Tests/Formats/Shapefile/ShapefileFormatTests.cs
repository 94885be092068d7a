using System.Buffers.Binary;
using System.Text;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Texts;
using CityMap.Geo.Tests.Formats.Sources;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Shapefile;

public sealed class ShapefileFormatTests
{
    private const string LangSon =
        """
        PROJCS["VN_2000_TM3_107_15",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],
        PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",107.25],PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
        """;

    private static readonly (double X, double Y) Gate = CrsCatalogue.Find(9215)!.FromGround(106.68389, 22.00306);

    private static readonly byte[] Wgs84 = Utf8("""GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""");

    [Fact]
    public async Task A_VN_2000_shapefile_lies_where_its_prj_says()
    {
        var (how, crs, items) = await Files.ReadAsync(
            Files.Zip(("a/ranh.shp", Shapes.Points(Gate)), ("a/RANH.DBF", Shapes.Names(0, Utf8("Tân Thanh"))), ("a/ranh.prj", Utf8(LangSon)), ("a/ranh.cpg", Utf8("UTF-8"))), "ranh.zip");
        Assert.Equal((9215, "Shapefile, Point, utf-8 (.cpg)"), (crs, how));
        var row = Assert.Single(items.Rows());
        Assert.Equal((106.68389, 22.00306), row.Place());
        Assert.Equal(("ranh", "Tân Thanh"), (row.Layer, row.Values["TEN"]));
    }

    [Fact]
    public async Task Without_a_prj_the_system_is_asked_for_and_the_candidates_say_where_it_would_lie()
    {
        var refusal = await Files.RefusalAsync(Files.Zip(("ranh.shp", Shapes.Points(Gate, (Gate.X + 1000, Gate.Y)))), "ranh.zip");
        Assert.Equal("crs_needed", refusal.Code);
        Assert.Contains(".prj", refusal.Message, StringComparison.Ordinal);
        var candidate = refusal.Candidates.Single(c => c.Crs.Code == 9215);
        Assert.Equal(107.25, candidate.Crs.CentralMeridian);
        Assert.Equal((106.68389, 22.00306), (Math.Round(candidate.First.Lon, 6), Math.Round(candidate.First.Lat, 6)));
        Assert.InRange(candidate.Extent.East - candidate.First.Lon, 0.009, 0.01);
    }

    [Fact]
    public async Task Degrees_without_a_prj_are_asked_about_too()
    {
        var refusal = await Files.RefusalAsync(Files.Zip(("x.shp", Shapes.Points((106.7, 21.8)))), "x.zip");
        Assert.Equal([4326, 4756], refusal.Candidates.Select(c => c.Crs.Code));
    }

    [Fact]
    public async Task A_stated_system_is_used_and_one_the_prj_contradicts_is_told()
    {
        var (_, crs, items) = await Files.ReadAsync(Files.Zip(("x.shp", Shapes.Points(Gate)), ("x.prj", Wgs84)), "x.zip", new() { Crs = CrsCatalogue.Find(9215) });
        Assert.Equal(9215, crs);
        Assert.Contains(items.OfType<SourceRemark>(), r => r.Gravity == Gravity.Warning && r.Reason.Contains("as stated", StringComparison.Ordinal));
        Assert.Equal((106.68389, 22.00306), Assert.Single(items.Rows()).Place());
    }

    [Fact]
    public async Task A_prj_nobody_knows_is_refused_with_the_systems_that_are_known()
    {
        var refusal = await Files.RefusalAsync(Files.Zip(("x.shp", Shapes.Points(Gate)), ("x.prj", Utf8(LangSon.Replace("107.25", "101", StringComparison.Ordinal)))), "x.zip");
        Assert.Equal("crs_unknown", refusal.Code);
        Assert.Contains("EPSG:9215", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1258", 0)]
    [InlineData("windows-1258", 0x57)]
    [InlineData("tcvn3", 0)]
    [InlineData("tcvn3", 0x57)]
    public async Task Vietnamese_from_before_Unicode_is_recognised_by_its_spelling_and_that_is_told(string encoding, byte mark)
    {
        string[] names = ["Lạng Sơn", "Chợ Kỳ Lừa", "xã Thuỵ Hùng", "phường Đông Kinh", "Cửa khẩu Hữu Nghị"];
        var letters = TextEncodings.Find(encoding)!;
        var rows = names.Select(n => letters.GetBytes(encoding == "tcvn3" ? n.Replace('Đ', 'đ') : Decomposed(n))).ToArray();
        var (how, _, items) = await Files.ReadAsync(
            Files.Zip(("x.shp", Shapes.Points([.. names.Select((_, i) => (106.7 + i, 21.8))])), ("x.dbf", Shapes.Names(mark, rows)), ("x.prj", Wgs84)), "x.zip");
        Assert.Contains(letters.WebName, how, StringComparison.Ordinal);
        Assert.Contains(items.OfType<SourceRemark>(), r => r.Reason.Contains("100", StringComparison.Ordinal) && r.Reason.Contains(letters.WebName, StringComparison.Ordinal));
        Assert.Equal("Chợ Kỳ Lừa", ((string)items.Rows()[1].Values["TEN"]!).Normalize());
    }

    [Fact]
    public async Task A_stated_encoding_is_not_doubted()
    {
        var (_, _, items) = await Files.ReadAsync(
            Files.Zip(("x.shp", Shapes.Points((106.7, 21.8))), ("x.dbf", Shapes.Names(0, TextEncodings.Tcvn3.GetBytes("bến"))), ("x.prj", Wgs84)), "x.zip", new() { Encoding = TextEncodings.Tcvn3 });
        Assert.Equal("bến", Assert.IsType<SourceRow>(Assert.Single(items)).Values["TEN"]);
    }

    [Fact]
    public async Task A_table_that_lies_about_its_length_is_refused()
    {
        var table = Shapes.Names(0, Utf8("a"), Utf8("b"));
        BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(4), 200);
        var refusal = await Files.RefusalAsync(Files.Zip(("x.shp", Shapes.Points((106.7, 21.8), (106.8, 21.8))), ("x.dbf", table), ("x.prj", Wgs84)), "x.zip");
        Assert.Contains("200 rows", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("there are 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shape_without_a_row_is_bad_and_a_row_without_a_shape_is_told()
    {
        var three = Shapes.Points((106.7, 21.8), (106.8, 21.8), (106.9, 21.8));
        var (_, _, items) = await Files.ReadAsync(Files.Zip(("x.shp", three), ("x.dbf", Shapes.Names(0, Utf8("a"), Utf8("b"))), ("x.prj", Wgs84)), "x.zip");
        Assert.Equal(3, Assert.Single(items.OfType<SourceRemark>(), r => r.Gravity == Gravity.Bad).Line);
        var (_, _, more) = await Files.ReadAsync(Files.Zip(("x.shp", Shapes.Points((106.7, 21.8))), ("x.dbf", Shapes.Names(0, Utf8("a"), Utf8("b"))), ("x.prj", Wgs84)), "x.zip");
        Assert.Equal(Gravity.Warning, Assert.Single(more.OfType<SourceRemark>()).Gravity);
    }

    [Fact]
    public async Task A_record_that_claims_more_than_is_left_ends_the_file()
    {
        var shapes = Shapes.Points((106.7, 21.8), (106.8, 21.8));
        var (_, _, items) = await Files.ReadAsync(Files.Zip(("x.shp", shapes[..^4]), ("x.prj", Wgs84)), "x.zip");
        Assert.Single(items.Rows());
        Assert.Equal(Gravity.Fatal, items.OfType<SourceRemark>().Last().Gravity);
    }

    [Theory]
    [InlineData("3dpoints", 22, "Point")]
    [InlineData("corrupt_too_long", 10, "LineString")]
    [InlineData("latin1", 1, "Polygon")]
    [InlineData("roads", 105, "LineString")]
    [InlineData("states", 32, "Polygon")]
    public async Task The_awkward_shapefiles_in_degrees_are_read(string name, int rows, string kind)
    {
        var (_, _, items) = await Files.ReadAsync(await AwkwardAsync(name), $"{name}.zip", new() { Crs = CrsCatalogue.Wgs84 });
        Assert.Equal(rows, items.Rows().Count);
        Assert.DoesNotContain(items.OfType<SourceRemark>(), r => r.Gravity is Gravity.Bad or Gravity.Fatal);
        Assert.All(items.Rows(), row => Assert.Contains(kind, row.Geometry!.GeometryType, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("polygon", 474)]
    [InlineData("anno", 201)]
    public async Task The_awkward_shapefiles_in_metres_are_asked_about_and_read_where_they_are_stated_to_lie(string name, int rows)
    {
        var zip = await AwkwardAsync(name);
        Assert.Equal("crs_needed", (await Files.RefusalAsync(zip, $"{name}.zip")).Code);
        var (_, _, items) = await Files.ReadAsync(zip, $"{name}.zip", new() { Crs = CrsCatalogue.Find(32648) });
        Assert.Equal(rows, items.Rows().Count);
        Assert.All(items.Rows(), row => Assert.True(row.Geometry is null or Polygon or MultiPolygon));
    }

    [Fact]
    public async Task Multipatches_are_refused_by_name()
    {
        Assert.Contains("multipatch", (await Files.RefusalAsync(await AwkwardAsync("multipatch"), "multipatch.zip")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Heights_are_kept()
    {
        var (_, _, items) = await Files.ReadAsync(await AwkwardAsync("3dpoints"), "3dpoints.zip", new() { Crs = CrsCatalogue.Wgs84 });
        Assert.Contains(items.Rows(), row => double.IsFinite(row.Geometry!.Coordinate.Z));
    }

    private static async Task<byte[]> AwkwardAsync(string name)
    {
        var files = Directory.EnumerateFiles(TestFiles.Path("awkward/shapefile"), $"{name}.*");
        return Files.Zip([.. await Task.WhenAll(files.Select(async f => (Path.GetFileName(f), await File.ReadAllBytesAsync(f, TestContext.Current.CancellationToken))))]);
    }

    // windows-1258 writes the tone behind its letter and the letter's own hat with it.
    private static string Decomposed(string text)
    {
        var written = new StringBuilder();
        foreach (var letter in text)
        {
            var parts = letter.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.Where(c => "\u0300\u0301\u0303\u0309\u0323".Contains(c, StringComparison.Ordinal)).ToArray();
            written.Append(string.Concat(parts.Except(tone)).Normalize()).Append(tone);
        }

        return written.ToString();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
