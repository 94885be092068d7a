using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CityMap.Geo.Coordinates;

/// <summary>
/// A coordinate system that data may be written in. Numbers are taken and given east before north (longitude before latitude), whatever order the
/// authority gives the axes; <see cref="IsLatitudeFirst"/> tells that order. The way to WGS 84 is computed by ProjNET.
/// </summary>
public sealed class Crs
{
    /// <summary>How far beyond its area of use a position may lie, degrees: a province's data may reach over its border.</summary>
    private const double Margin = 3;

    // The series of the transverse Mercator make up places for any numbers; beyond some 18 degrees from the meridian they are none.
    private const double Reach = 2_000_000;
    private const double PoleNorthing = 10_002_000;

    private readonly Lazy<(MathTransform ToGround, MathTransform FromGround)>? _transforms;

    internal Crs(int code, string name, Bounds area, string places, CoordinateSystem? system)
    {
        (Code, Name, Area, Places, System) = (code, name, area, places, system);
        CentralMeridian = Projection?.GetParameter("central_meridian")?.Value is { } meridian and > 0 ? meridian : null;
        // ProjNET's transforms hold no state between calls, but making them costs a millisecond each.
        if (system is not null) _transforms = new(() => Transforms(system));
    }

    /// <summary>Its number at EPSG.</summary>
    public int Code { get; }

    /// <summary>Its name at EPSG.</summary>
    public string Name { get; }

    /// <summary>Where it is meant to be used (EPSG), WGS 84 degrees.</summary>
    public Bounds Area { get; }

    /// <summary>Where that is in words; the provinces are those before 2025-07-01, as EPSG names them.</summary>
    public string Places { get; }

    /// <summary>True when the numbers are degrees; else they are metres.</summary>
    public bool IsGeographic => System is null;

    /// <summary>True when the authority puts the latitude first.</summary>
    public bool IsLatitudeFirst => IsGeographic;

    /// <summary>The meridian in the middle of the zone, degrees east; null when there is none.</summary>
    public double? CentralMeridian { get; }

    /// <summary>The projection of a system in metres.</summary>
    internal IProjection? Projection => (System as ProjectedCoordinateSystem)?.Projection;

    /// <summary>ProjNET's description of the projection, on WGS 84; null for degrees.</summary>
    internal CoordinateSystem? System { get; }

    /// <summary>True when its datum is VN-2000.</summary>
    public bool IsVn2000 => Name.StartsWith("VN-2000", StringComparison.Ordinal);

    /// <summary>Longitude and latitude in WGS 84 degrees; not finite where the system does not reach.</summary>
    /// <param name="x">Longitude in degrees, or easting in metres.</param>
    /// <param name="y">Latitude in degrees, or northing in metres.</param>
    public (double Lon, double Lat) ToGround(double x, double y)
    {
        if (CentralMeridian is not null && !(Math.Abs(x - 500_000) <= Reach && Math.Abs(y) <= PoleNorthing)) return (double.NaN, double.NaN);
        var (lon, lat) = _transforms is null ? (x, y) : _transforms.Value.ToGround.Transform(x, y);
        return IsVn2000 ? Vn2000Shift.ToGround(lon, lat) : (lon, lat);
    }

    /// <summary>Longitude and latitude in WGS 84 degrees to this system.</summary>
    /// <returns>Longitude and latitude in degrees, or easting and northing in metres.</returns>
    public (double X, double Y) FromGround(double lon, double lat)
    {
        if (IsVn2000) (lon, lat) = Vn2000Shift.FromGround(lon, lat);
        return _transforms is null ? (lon, lat) : _transforms.Value.FromGround.Transform(lon, lat);
    }

    /// <summary>True when the position lies where the system is used, or at most three degrees from there.</summary>
    public bool Covers(double lon, double lat) =>
        lon >= Area.West - Margin && lon <= Area.East + Margin && lat >= Area.South - Margin && lat <= Area.North + Margin;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"EPSG:{Code} ({Name})");

    private static (MathTransform ToGround, MathTransform FromGround) Transforms(CoordinateSystem system)
    {
        var factory = new CoordinateTransformationFactory();
        return (
            factory.CreateFromCoordinateSystems(system, GeographicCoordinateSystem.WGS84).MathTransform,
            factory.CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, system).MathTransform);
    }
}
