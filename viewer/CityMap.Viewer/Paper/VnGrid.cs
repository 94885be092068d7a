using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CityMap.Viewer.Paper;

/// <summary>
/// VN-2000 / TM-3 107-15 (EPSG:9217), the zone of Lạng Sơn, from and to WGS 84 by EPSG:6960 (1 m).
/// </summary>
internal sealed class VnGrid
{
    private const string Wkt =
        """
        PROJCS["VN-2000 / TM-3 107-15",GEOGCS["VN-2000",DATUM["Vietnam 2000",SPHEROID["WGS 84",6378137,298.257223563],
        TOWGS84[-191.90441429,-39.30318279,-111.45032835,-0.00928836,0.01975479,-0.00427372,0.252906278]],PRIMEM["Greenwich",0],
        UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],
        PARAMETER["central_meridian",107.25],PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],
        PARAMETER["false_northing",0],UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]
        """;

    private readonly MathTransform _there;
    private readonly MathTransform _back;

    public VnGrid()
    {
        var grid = new CoordinateSystemFactory().CreateFromWkt(Wkt.ReplaceLineEndings(""));
        var factory = new CoordinateTransformationFactory();
        _there = factory.CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, grid).MathTransform;
        _back = factory.CreateFromCoordinateSystems(grid, GeographicCoordinateSystem.WGS84).MathTransform;
    }

    /// <summary>Easting and northing, metres.</summary>
    public (double X, double Y) ToGrid(double lon, double lat) => _there.Transform(lon, lat);

    /// <summary>Longitude and latitude, degrees.</summary>
    public (double Lon, double Lat) ToLonLat(double x, double y) => _back.Transform(x, y);
}
