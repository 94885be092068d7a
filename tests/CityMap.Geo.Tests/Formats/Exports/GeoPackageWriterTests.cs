using CityMap.Geo.Coordinates;
using CityMap.Geo.Formats.GeoPackage;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Layers;
using CityMap.Geo.Tests.Formats.Sources;
using NetTopologySuite.Geometries;
using Xunit;

namespace CityMap.Geo.Tests.Formats.Exports;

/// <summary>What is written as a GeoPackage is read back alike, by the house's own reader and by GDAL.</summary>
public sealed class GeoPackageWriterTests
{
    private static readonly Feature[] Areas =
    [
        SomeExport.Feature("a", "POLYGON ((106.7 21.8, 106.8 21.8, 106.8 21.9, 106.7 21.8))"),
        SomeExport.Feature("b", "MULTIPOLYGON (((106.7 21.8, 106.8 21.8, 106.8 21.9, 106.7 21.8)), ((106.1 21.1, 106.2 21.1, 106.2 21.2, 106.1 21.1)))", "Ơ'Brien \"ngoặc\""),
        SomeExport.Feature("c", null),
    ];

    [Theory]
    [InlineData(4326)]
    [InlineData(9215)]
    [InlineData(32648)]
    public async Task Values_and_shapes_come_back(int crs)
    {
        var (_, read, items) = await Files.ReadAsync(Write(GeometryKind.Polygon, crs, Areas), "lop.gpkg");
        Assert.Equal(crs, read);
        var rows = items.Rows();
        Assert.Equal(["a", "b", "c"], rows.Select(row => row.Values["id"]));
        Assert.Equal("Ơ'Brien \"ngoặc\"", rows[1].Values["name_vietnamese"]);
        Assert.Equal((-9007199254740993L, 106.761234567891, true, "2026-11-23T07:05:01.250Z"), (rows[0].Values["count"], rows[0].Values["level"], rows[0].Values["open"], rows[0].Values["seen_at"]));
        Assert.True(rows[1].Geometry!.EqualsExact(Areas[1].Geometry, 1e-7), rows[1].Geometry!.AsText());
        Assert.Null(rows[2].Geometry);
    }

    [Fact]
    public async Task Gdal_finds_the_table_its_system_its_kind_and_what_a_box_holds()
    {
        var path = Path.Combine(Path.GetTempPath(), $"citymap-{Path.GetRandomFileName()}.gpkg");
        await File.WriteAllBytesAsync(path, Write(GeometryKind.Polygon, 9215, Areas), TestContext.Current.CancellationToken);
        try
        {
            Assert.Equal(3, await Gdal.CountAsync(path, "lop_thu", "1=1"));
            Assert.Equal(1, await Gdal.CountAsync(path, "lop_thu", "name_vietnamese = 'Đường Trần Đăng Ninh' AND geom IS NOT NULL"));
            var summary = await Gdal.SummaryAsync(path, "-spat", "450000", "2330000", "460000", "2340000");
            Assert.Contains("Geometry: Multi Polygon", summary, StringComparison.Ordinal);
            Assert.Contains("VN-2000 / TM-3 107-15", summary, StringComparison.Ordinal);
            Assert.Contains("seen_at: DateTime", summary, StringComparison.Ordinal);
            Assert.Contains("open: Integer(Boolean)", summary, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Points_and_several_points_are_one_table_of_any_geometry()
    {
        var (_, _, items) = await Files.ReadAsync(
            Write(GeometryKind.Point, 4326, [SomeExport.Feature("p", "POINT (106.7 21.8)"), SomeExport.Feature("m", "MULTIPOINT ((106.7 21.8), (106.8 21.9))")]), "lop.gpkg");
        Assert.Equal([OgcGeometryType.Point, OgcGeometryType.MultiPoint], items.Rows().Select(row => row.Geometry!.OgcGeometryType));
        Assert.Empty(items.OfType<SourceRemark>());
    }

    private static byte[] Write(GeometryKind kind, int crs, Feature[] features)
    {
        var path = Path.Combine(Path.GetTempPath(), $"citymap-{Path.GetRandomFileName()}.gpkg");
        try
        {
            using (var file = new GeoPackageWriter(path, SomeExport.Layer(kind), CrsCatalogue.Find(crs)!, new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero)))
            {
                foreach (var feature in features) file.Write(feature);
                file.Finish();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
