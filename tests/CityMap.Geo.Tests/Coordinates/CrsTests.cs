using CityMap.Geo.Coordinates;
using CsCheck;
using Xunit;

namespace CityMap.Geo.Tests.Coordinates;

public sealed class CrsTests
{
    public static TheoryData<int> Codes => [.. CrsCatalogue.All.Select(crs => crs.Code)];

    [Fact]
    public void All_systems_of_vietnam_and_the_web_are_known() => Assert.Equal(
        [3405, 3406, 3857, 4326, 4756, 5896, 5897, 5898, 5899, .. Enumerable.Range(9205, 14), 32648, 32649],
        CrsCatalogue.All.Select(crs => crs.Code).Order());

    [Fact]
    public void The_published_pair_is_met_to_a_millimetre()
    {
        // PROJ 9.1.1, which takes EPSG:5194 here.
        var zone = CrsCatalogue.Find(9210)!;
        var (x, y) = zone.FromGround(106.70, 10.78);
        Assert.Equal(603696.965, x, 0.001);
        Assert.Equal(1192284.864, y, 0.001);
        var (lon, lat) = zone.ToGround(603696.965, 1192284.864);
        Assert.Equal(106.70, lon, 1e-8);
        Assert.Equal(10.78, lat, 1e-8);
    }

    [Fact]
    public void The_rest_of_the_country_is_shifted_by_6960()
    {
        // PROJ 9.1.1 by "+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278".
        var (x, y) = CrsCatalogue.Find(9215)!.FromGround(106.7605, 21.8525);
        Assert.Equal(449210.5945, x, 0.005);
        Assert.Equal(2417417.1593, y, 0.005);
    }

    [Fact]
    public void Leaving_the_shift_of_datum_out_would_move_a_place_by_some_226_metres()
    {
        var (lon, lat) = CrsCatalogue.Vn2000.ToGround(106.70, 10.78);
        var metres = new LonLat(106.70, 10.78);
        Assert.InRange(Metres(metres, new(lon, lat)), 190, 260);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void There_and_back_is_the_same_place_within_five_millimetres(int code)
    {
        var crs = CrsCatalogue.Find(code)!;
        var area = crs.Area;
        Gen.Select(Gen.Double[area.West, area.East], Gen.Double[Math.Max(area.South, -85), Math.Min(area.North, 84)]).Sample((lon, lat) =>
        {
            var (x, y) = crs.FromGround(lon, lat);
            var (backLon, backLat) = crs.ToGround(x, y);
            // On the seam of the two shifts of VN-2000 the way back may take the other one.
            var tolerance = crs.IsVn2000 && OnSeam(lon, lat) ? 1.5e-5 : 4e-8;
            Assert.Equal(lon, backLon, tolerance);
            Assert.Equal(lat, backLat, tolerance);
        });
    }

    [Theory]
    [InlineData("EPSG:9215", 9215)]
    [InlineData("epsg:9215", 9215)]
    [InlineData(" 9215 ", 9215)]
    [InlineData("urn:ogc:def:crs:EPSG::3405", 3405)]
    [InlineData("http://www.opengis.net/def/crs/EPSG/0/4326", 4326)]
    [InlineData("urn:ogc:def:crs:OGC:1.3:CRS84", 4326)]
    [InlineData("CRS84", 4326)]
    [InlineData("EPSG:2154", null)]
    [InlineData("VN-2000", null)]
    [InlineData("EPSG:-9215", null)]
    [InlineData("", null)]
    public void A_system_is_found_by_its_names(string name, int? code) => Assert.Equal(code, CrsName.Find(name)?.Code);

    [Fact]
    public void Metres_without_a_system_have_several_candidates_and_their_neighbours_differ_by_kilometres()
    {
        var (x, y) = CrsCatalogue.Find(9215)!.FromGround(106.7605, 21.8525);
        var codes = CrsCandidates.Of(x, y).Select(crs => crs.Code).ToList();
        Assert.Contains(9215, codes);
        Assert.True(codes.Count > 3);
        Assert.Contains("EPSG:9215 (VN-2000 / TM-3 107-15): Lạng Sơn", CrsCandidates.Explain(x, y), StringComparison.Ordinal);
        Assert.Contains("the other way round", CrsCandidates.Explain(y, x), StringComparison.Ordinal);
        Assert.Contains("None of the known systems", CrsCandidates.Explain(-9e9, 9e9), StringComparison.Ordinal);
    }

    private static bool OnSeam(double lon, double lat) =>
        Math.Min(Math.Abs(lon - 104.24), Math.Abs(lon - 107.11)) < 0.003 || Math.Min(Math.Abs(lat - 9.35), Math.Abs(lat - 11.04)) < 0.003;

    private static double Metres(LonLat a, LonLat b)
    {
        var north = (b.Lat - a.Lat) * 110_600;
        var east = (b.Lon - a.Lon) * 111_320 * Math.Cos(a.Lat * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }
}
