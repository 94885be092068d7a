using ProjNet.CoordinateSystems;

namespace CityMap.Geo.Coordinates;

/// <summary>How ProjNET is told about the coordinate systems.</summary>
internal static class CrsDefinitions
{
    private static readonly CoordinateSystemFactory Factory = new();

    /// <summary>VN-2000 in degrees, lying to WGS 84 as these parameters say.</summary>
    public static GeographicCoordinateSystem Degrees(Wgs84ConversionInfo parameters) => Factory.CreateGeographicCoordinateSystem(
        "VN-2000", AngularUnit.Degrees, Factory.CreateHorizontalDatum("Vietnam 2000", DatumType.HD_Geocentric, Ellipsoid.WGS84, parameters),
        PrimeMeridian.Greenwich, new("Lon", AxisOrientationEnum.East), new("Lat", AxisOrientationEnum.North));

    /// <summary>EPSG:3857.</summary>
    public static ProjectedCoordinateSystem WebMercator => ProjectedCoordinateSystem.WebMercator;

    /// <summary>A northern UTM zone of WGS 84.</summary>
    public static ProjectedCoordinateSystem Utm(int zone) => ProjectedCoordinateSystem.WGS84_UTM(zone, zoneIsNorth: true);

    /// <summary>A UTM zone of VN-2000: scale 0.9996.</summary>
    public static ProjectedCoordinateSystem VnUtm(string name, double meridian) => Mercator(name, meridian, 0.9996);

    /// <summary>A zone of three degrees of VN-2000: scale 0.9999.</summary>
    public static ProjectedCoordinateSystem Tm3(string name, double meridian) => Mercator(name, meridian, 0.9999);

    /// <summary>A grid of WGS 84 around any meridian, true to scale there.</summary>
    public static ProjectedCoordinateSystem Around(double meridian) => Mercator(FormattableString.Invariant($"WGS 84 around {meridian}"), meridian, 1);

    // Both datums have one ellipsoid, so the grid is described on WGS 84; the shift is a step of its own.
    private static ProjectedCoordinateSystem Mercator(string name, double meridian, double scale)
    {
        List<ProjectionParameter> parameters =
        [
            new("latitude_of_origin", 0), new("central_meridian", meridian), new("scale_factor", scale), new("false_easting", 500_000), new("false_northing", 0),
        ];
        return Factory.CreateProjectedCoordinateSystem(
            name, GeographicCoordinateSystem.WGS84, Factory.CreateProjection(name, "Transverse_Mercator", parameters), LinearUnit.Metre,
            new("East", AxisOrientationEnum.East), new("North", AxisOrientationEnum.North));
    }
}
