using CityMap.Geo.Coordinates;
using Xunit;

namespace CityMap.Geo.Tests.Coordinates;

public sealed class CrsWktTests
{
    private const string EsriVn = """GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";
    private const string EsriWgs = """GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";

    private const string OgcVn =
        """
        GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6756"]],
        PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4756"]]
        """;

    [Fact]
    public void Degrees_are_told_apart_by_their_datum()
    {
        Assert.Equal(4756, Find(EsriVn));
        Assert.Equal(4756, Find(OgcVn));
        Assert.Equal(4326, Find(EsriWgs));
    }

    [Theory]
    [InlineData("VN-2000_TM-3_107-15", EsriVn, 107.25, 0.9999, 9215)]
    [InlineData("A name nobody else uses", EsriVn, 107.75, 0.9999, 5899)]
    [InlineData("VN_2000_UTM_Zone_48N", EsriVn, 105, 0.9996, 3405)]
    [InlineData("WGS_1984_UTM_Zone_49N", EsriWgs, 111, 0.9996, 32649)]
    [InlineData("VN-2000 / TM-3 105-45", OgcVn, 105.75, 0.9999, 9210)]
    // The zone of VN-2000 on the datum of WGS 84: it cannot be known which of the two was meant.
    [InlineData("VN-2000_TM-3_107-15", EsriWgs, 107.25, 0.9999, null)]
    [InlineData("VN-2000_TM-3_107-15", EsriVn, 107.26, 0.9999, null)]
    public void A_zone_is_found_by_its_parameters(string name, string degrees, double meridian, double scale, int? code) => Assert.Equal(code, Find(FormattableString.Invariant(
        $"""PROJCS["{name}",{degrees},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",{meridian}],PARAMETER["Scale_Factor",{scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]""")));

    [Fact]
    public void The_projection_of_the_web_is_known_as_esri_writes_it() => Assert.Equal(3857, Find(
        $"""PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",{EsriWgs},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]"""));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("PROJCS[")]
    [InlineData("""GEOGCS["x",DATUM["y"]]""")]
    [InlineData("""LOCAL_CS["a building site",UNIT["Meter",1]]""")]
    [InlineData("""GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]]]""")]
    public void What_is_none_has_a_reason(string wkt)
    {
        Assert.Null(CrsWkt.Find(wkt, out var reason));
        Assert.NotEmpty(reason!);
    }

    [Fact]
    public void Systems_within_systems_without_end_are_none()
    {
        var wkt = string.Concat(Enumerable.Repeat("""FITTED_CS["x",PARAM_MT["Affine",PARAMETER["num_row",3],PARAMETER["num_col",3]],""", 200_000));
        Assert.Null(CrsWkt.Find(wkt, out var reason));
        Assert.Contains("more than 1000 parts", reason, StringComparison.Ordinal);
    }

    private static int? Find(string wkt) => CrsWkt.Find(wkt, out _)?.Code;
}
