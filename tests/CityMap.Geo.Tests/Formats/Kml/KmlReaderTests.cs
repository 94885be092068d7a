using System.Globalization;
using CityMap.Geo.Formats.Kml;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Kml;

public sealed class KmlReaderTests
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">""";

    [Fact]
    public async Task Folders_are_layers_and_what_lies_outside_belongs_to_the_document()
    {
        var read = await ReadAsync("""
            <Document><name>Điện lực</name>
              <Placemark id="a"><name>Ngoài</name><Point><coordinates>106.76,21.85,12</coordinates></Point></Placemark>
              <Folder><name>Trạm</name>
                <Placemark><name>T1</name><Point><coordinates>106.7,21.8</coordinates></Point></Placemark>
                <Folder><name>110 kV</name><Placemark><Point><coordinates>106.7,21.9</coordinates></Point></Placemark></Folder>
                <Placemark><name>T2</name><Point><coordinates>106.7,22</coordinates></Point></Placemark>
              </Folder>
            </Document>
            """);
        Assert.Equal(["Điện lực", "Trạm", "Trạm / 110 kV", "Trạm"], read.Rows.Select(r => r.Layer));
        Assert.Equal(["a", "2", "3", "4"], read.Rows.Select(r => r.Id));
        Assert.Equal(["2 coordinates: The heights of 1 positions were dropped: a layer keeps longitude and latitude."], read.Of(Gravity.Warning));
        Assert.Equal(new Coordinate(106.76, 21.85), read.Rows[0].Geometry!.Coordinate);
    }

    [Fact]
    public async Task Extended_data_schema_data_and_times_become_values()
    {
        var read = await ReadAsync("""
            <Placemark><name>Cột 7</name><description><![CDATA[<b>cao</b> 12 m]]></description>
              <TimeSpan><begin>2024-01-01</begin><end>2025-01-01</end></TimeSpan><styleUrl>#s</styleUrl>
              <ExtendedData>
                <Data name="ma"><displayName>Mã</displayName><value>00123</value></Data>
                <SchemaData schemaUrl="#x"><SimpleData name="name">N7</SimpleData><SimpleData name="cao_m">12.5</SimpleData></SchemaData>
              </ExtendedData>
              <Point><coordinates> 106.7,21.8 </coordinates></Point></Placemark>
            """);
        var values = Assert.Single(read.Rows).Values;
        Assert.Equal("name=Cột 7 description=<b>cao</b> 12 m begin=2024-01-01 end=2025-01-01 ma=00123 data_name=N7 cao_m=12.5", string.Join(' ', values.Select(v => $"{v.Key}={v.Value}")));
        Assert.Empty(read.Remarks);
    }

    [Fact]
    public async Task Shapes_of_one_kind_become_a_multi_shape_and_mixed_ones_a_collection()
    {
        const string square = "<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,4 0,0</coordinates></LinearRing></outerBoundaryIs>" +
            "<innerBoundaryIs><LinearRing><coordinates>1,1 2,1 2,2 1,1</coordinates></LinearRing></innerBoundaryIs></Polygon>";
        const string point = "<Point><coordinates>1,2</coordinates></Point>";
        var read = await ReadAsync(
            $"<Document>{Placemark(square)}{Placemark(point + "")}{Placemark($"<MultiGeometry>{point}<MultiGeometry>{point}</MultiGeometry></MultiGeometry>")}"
            + Placemark($"<MultiGeometry>{square}{point}</MultiGeometry>")
            + Placemark("<gx:Track><when>2024-05-01T00:00:00Z</when><gx:coord>1 2 3</gx:coord><when>2024-05-01T00:01:00Z</when><gx:coord>2 3 3</gx:coord></gx:Track>")
            + Placemark("") + "</Document>");
        Assert.Equal(["Polygon", "Point", "MultiPoint", "GeometryCollection", "LineString", null], read.Rows.Select(r => r.Geometry?.GeometryType));
        Assert.Equal(15.5, read.Rows[0].Geometry!.Area);
        Assert.Equal("2024-05-01T00:01:00Z", read.Rows[4].Values["end"]);
    }

    [Fact]
    public async Task One_bad_placemark_is_named_and_the_next_is_read()
    {
        var read = await ReadAsync($"""
            <Document>
            {Placemark("<Point><coordinates>106.7, 21.8</coordinates></Point>")}
            {Placemark("<Point><coordinates>21.8,106.7</coordinates></Point>")}
            {Placemark("<LineString><coordinates>1,1</coordinates></LineString>")}
            {Placemark("<Polygon><outerBoundaryIs><LinearRing><coordinates>0,0 1,0 1,1</coordinates></LinearRing></outerBoundaryIs></Polygon>")}
            {Placemark("<Model/>")}
            {Placemark("<Point><coordinates>1e999,1</coordinates></Point>")}
            </Document>
            """);
        Assert.Equal(
            [
                "2 coordinates[0]: Expected lon,lat[,height] without spaces between; found \"106.7,\".",
                "3 coordinates[0]: The latitude 106.7 is outside −90 to 90. Longitude comes first: did you mean lon 106.7, lat 21.8?",
                "4 LineString.coordinates: A line needs two positions or more, it holds 1.",
                "6 Model: A Model is not a shape of the map; point, line, polygon, collection and track are.",
                "7 coordinates[0]: The longitude is not a finite number.",
            ],
            read.Of(Gravity.Bad));
        Assert.Equal(["5 outerBoundaryIs: The ring was open; it was closed with its first position."], read.Of(Gravity.Warning));
        Assert.Equal("4", Assert.Single(read.Rows).Id);
    }

    [Fact]
    public async Task What_is_not_imported_is_named()
    {
        var read = await ReadAsync("""
            <Document>
            <NetworkLink><name>Trạm đo</name><Link><href>http://example.org/a.kml</href></Link></NetworkLink>
            <GroundOverlay><Icon><href>a.png</href></Icon></GroundOverlay>
            <Style id="s"><IconStyle><Icon><href>b.png</href></Icon></IconStyle></Style>
            </Document>
            """);
        Assert.Equal(
            [
                "2 NetworkLink: The NetworkLink \"Trạm đo\" was not imported: it leads to data outside the file.",
                "3 GroundOverlay: The GroundOverlay was not imported: it holds no features.",
            ],
            read.Of(Gravity.Warning));
    }

    [Theory]
    [InlineData("<html/>", "Expected the element kml, found html: this is not KML.")]
    [InlineData("<kml><Document>", "not well-formed XML")]
    [InlineData("", "not well-formed XML")]
    [InlineData("<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><kml><name>&x;</name></kml>", "declares a document type")]
    public async Task A_file_that_cannot_be_read_ends_with_one_fatal_remark(string text, string reason)
    {
        var read = await Read.AllAsync(KmlReader.ReadAsync(Read.Text(text), TestContext.Current.CancellationToken));
        Assert.Contains(reason, Assert.Single(read.Of(Gravity.Fatal)), StringComparison.Ordinal);
        Assert.Equal(Gravity.Fatal, read.Remarks[^1].Gravity);
        Assert.Empty(read.Rows);
    }

    [Fact]
    public async Task A_shape_of_more_than_a_million_positions_is_refused_and_the_next_is_read()
    {
        var many = string.Join(' ', Enumerable.Range(0, 1_000_001).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i % 180},{i % 90}")));
        var read = await ReadAsync($"<Document>{Placemark($"<LineString><coordinates>{many}</coordinates></LineString>")}{Placemark("<Point><coordinates>1,1</coordinates></Point>")}</Document>");
        Assert.Equal("1 coordinates: A shape holds at most 1000000 positions.", Assert.Single(read.Of(Gravity.Bad)));
        Assert.Single(read.Rows);
    }

    [Theory]
    [InlineData("KML", ".kml")]
    [InlineData("LIBKML", ".kml")]
    [InlineData("LIBKML", ".kmz")]
    public async Task The_districts_written_by_GDAL_come_back_with_their_areas(string driver, string ending)
    {
        var source = TestFiles.Path("boundaries/langson_districts_pre2025.geojson");
        var target = Path.Combine(Path.GetTempPath(), $"citymap-{Path.GetRandomFileName()}{ending}");
        try
        {
            await Gdal.ConvertAsync(driver, target, source, "-nln", "districts");
            using var file = new Source(target, null, new());
            var read = await Read.AllAsync(new KmlFormat().ReadAsync(file, TestContext.Current.CancellationToken));
            Assert.Equal(11, read.Rows.Count);
            Assert.Empty(read.Of(Gravity.Bad));
            Assert.All(read.Rows, r => Assert.Equal("districts", r.Layer));
            var areas = TestData.Areas("langson_districts_pre2025.geojson", "2019", new(2019, 1, 1)).ToDictionary(a => a.Code, a => a.Shape.Area);
            Assert.All(read.Rows, r => Assert.Equal(areas[(string)r.Values["code"]!], r.Geometry!.Area, 1e-9));
        }
        finally
        {
            File.Delete(target);
        }
    }

    private static string Placemark(string shape) => $"<Placemark>{shape}</Placemark>";

    private static async Task<Read> ReadAsync(string body) =>
        await Read.AllAsync(KmlReader.ReadAsync(Read.Text($"{Head}{body}</kml>"), TestContext.Current.CancellationToken));
}
