using CityMap.Geo.Formats.GeoJson;
using CityMap.Geo.Formats.Rows;
using Xunit;

namespace CityMap.Geo.Tests.Formats.GeoJson;

/// <summary>
/// The verdict on each of the 62 awkward files: what RFC 7946 forbids is refused with the reason, what it only discourages is read with a warning.
/// The folder's "good" issue82 holds latitudes below −90: the linter it comes from does not look at ranges, but no map can show such a place.
/// </summary>
public sealed class AwkwardGeoJsonTests
{
    public static TheoryData<string, string, string> Verdicts => Table();

    [Theory]
    [MemberData(nameof(Verdicts))]
    public async Task A_file_gets_its_verdict_and_the_reason(string file, string verdict, string reason)
    {
        var (actual, remarks) = await ReadAsync(file);
        Assert.Equal($"{verdict}: {reason}", $"{actual}: {remarks}");
    }

    [Fact]
    public void The_table_names_every_file_of_the_folder()
    {
        var folder = TestFiles.Path("awkward/geojson");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal);
        Assert.Equal(files, Table().Select(r => r.Data.Item1).Order(StringComparer.Ordinal));
    }

    private static async Task<(string Verdict, string Reason)> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(TestFiles.Path($"awkward/geojson/{file}"));
        var items = new List<SourceItem>();
        await foreach (var item in GeoJsonReader.ReadAsync(stream, TestContext.Current.CancellationToken)) items.Add(item);
        var remarks = items.OfType<SourceRemark>().ToList();
        var worst = remarks.Where(r => r.Gravity != Gravity.Warning).ToList();
        var told = (worst.Count > 0 ? worst : remarks).Select(r => $"{r.Field} {r.Reason}".Trim()).FirstOrDefault() ?? "";
        return (worst.Count > 0 ? "refused" : remarks.Count > 0 ? "warning" : "read", told);
    }

    private static TheoryData<string, string, string> Table() => new()
    {
        { "bad/bad-duplicate-properties.geojson", "refused", "type The member \"type\" stands twice." },
        { "bad/bad-featurelist.geojson", "refused", "coordinates[0] Expected an array of positions, found a number." },
        { "bad/bad-json.geojson", "refused", "This is not JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'." },
        { "bad/bad-object-type.geojson", "refused", "type \"type\" must be text, found an object." },
        { "bad/bad-polygon-interiorring-rhr.geojson", "warning", "coordinates[1] A hole is wound counterclockwise (RFC 7946 §3.1.6 asks for clockwise)." },
        { "bad/bad-polygonloop.geojson", "refused", "geometry.coordinates[0][0] Expected a position [longitude, latitude], found a number." },
        { "bad/bad-properties-as-array.geojson", "refused", "properties \"properties\" is an object or null, found an array." },
        { "bad/badcoord.geojson", "refused", "coordinates[2] Expected a number, found text." },
        { "bad/badcoordtype.geojson", "refused", "features[0].geometry.coordinates[0][0][0] Expected a position [longitude, latitude], found a number." },
        { "bad/badfeature.geojson", "refused", "features[0] Expected an object, found null." },
        { "bad/badfeatureid.geojson", "refused", "features[0].id An id is text or a number, found an object." },
        { "bad/bbox-4or6elements.geojson", "refused", "bbox \"bbox\" must hold 4 or 6 numbers, it holds 3." },
        { "bad/bbox-contains-string.geojson", "refused", "bbox[3] Expected a number, found text." },
        { "bad/bbox-string.geojson", "refused", "bbox \"bbox\" must be an array of 4 or 6 numbers." },
        { "bad/different-first-last.geojson", "refused", "coordinates[0] The ring is open: its first and last positions must be the same." },
        { "bad/different-first-size.geojson", "refused", "coordinates[1][0] The ring is open: its first and last positions must be the same." },
        { "bad/excessive_precision_truncated.geojson", "warning", "coordinates[0] More decimals than any survey measures; kept as they are." },
        { "bad/expected_object.geojson", "refused", "properties \"properties\" is an object or null, found a number." },
        { "bad/false.geojson", "refused", "geometries[0] Expected an object, found true or false." },
        { "bad/feature_changed_semantics.geojson", "refused", "features A Feature may not have the member \"features\" (RFC 7946 §7.1)." },
        { "bad/featurecollection-obj.geojson", "refused", "features \"features\" must be an array." },
        { "bad/featurecollection-type-case.geojson", "refused", "features[0].type Expected \"Feature\", found \"feature\": did you mean \"Feature\"?" },
        { "bad/featurecollection.geojson", "refused", "features The member \"features\" is missing." },
        { "bad/featurecollection_changed_semantics.geojson", "refused", "coordinates A FeatureCollection may not have the member \"coordinates\" (RFC 7946 §7.1)." },
        { "bad/geometry_changed_semantics.geojson", "refused", "features A Point may not have the member \"features\" (RFC 7946 §7.1)." },
        { "bad/geometrycollection_nested.geojson", "warning", "geometries[1] A collection within a collection is discouraged (RFC 7946 §3.1.8)." },
        { "bad/geometrycollection_single.geojson", "warning", "A collection of a single geometry is discouraged (RFC 7946 §3.1.8)." },
        { "bad/multiple_problems.geojson", "refused", "features[0].id An id is text or a number, found an object." },
        { "bad/multipoint-multidimension.geojson", "refused", "coordinates[0][0] Expected a number, found an array." },
        { "bad/multipoint-nondimension.geojson", "refused", "coordinates[0] Expected a position [longitude, latitude], found a number." },
        { "bad/nofeaturetype.geojson", "refused", "features[0].type Expected \"Feature\", found \"Featre\"." },
        { "bad/notype.geojson", "refused", "type The member \"type\" is missing." },
        { "bad/point-labeled-as-a-multipolygon.geojson", "refused", "geometry.coordinates[0] Expected an array, found a number." },
        { "bad/point-string.geojson", "refused", "coordinates[0] Expected a number, found text." },
        { "bad/point-toofew.geojson", "refused", "coordinates A position needs a longitude and a latitude, it holds 1 number." },
        { "bad/point-toomany.geojson", "warning", "coordinates More than three numbers in a position: those after the height are ignored." },
        { "bad/point.geojson", "refused", "coordinates The member \"coordinates\" is missing." },
        { "bad/polygon_winding_order.geojson", "warning", "coordinates[0] The outer ring is wound clockwise (RFC 7946 §3.1.6 asks for counterclockwise)." },
        { "bad/rootstring.geojson", "refused", "A GeoJSON text is one object; this one is not." },
        { "bad/short-line.geojson", "refused", "coordinates A line needs two positions or more, it holds 1." },
        { "bad/short-linearring.geojson", "refused", "coordinates[0] A ring needs four positions or more, it holds 3." },
        { "bad/short-multilinestring.geojson", "refused", "coordinates[1] A line needs two positions or more, it holds 1." },
        { "bad/stringcoord.geojson", "refused", "features[0].geometry.coordinates[1] Expected a number, found text." },
        { "bad/unknowntype.geojson", "refused", "type \"FooBar\" is not a type of GeoJSON." },
        { "good/good-feature-with-id.geojson", "read", "" },
        { "good/good-feature-with-string-id.geojson", "read", "" },
        { "good/good-feature.geojson", "read", "" },
        { "good/good-featurecollection-bbox.geojson", "read", "" },
        { "good/good-featurecollection-bbox3d.geojson", "read", "" },
        { "good/good-featurecollection-extensions.geojson", "read", "" },
        { "good/good-featurecollection.geojson", "read", "" },
        { "good/good-geometrycollection.geojson", "read", "" },
        { "good/good-linestring.geojson", "read", "" },
        { "good/good-multilinestring.geojson", "read", "" },
        { "good/good-multipoint.geojson", "read", "" },
        { "good/good-point-3d.geojson", "read", "" },
        { "good/good-point.geojson", "read", "" },
        { "good/good-polygon.geojson", "read", "" },
        { "good/issue82.geojson", "refused", "coordinates[0][0][0] The latitude -107.20901451037372 is outside −90 to 90." },
        { "good/multipolygon.geojson", "read", "" },
        { "good/nullgeometry.geojson", "read", "" },
        { "good/nullproperties.geojson", "read", "" },
    };
}
