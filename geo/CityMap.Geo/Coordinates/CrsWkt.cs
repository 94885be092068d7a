using ProjNet.CoordinateSystems;
using ProjNet.IO.CoordinateSystems;

namespace CityMap.Geo.Coordinates;

/// <summary>Finds the coordinate system a <c>.prj</c> describes (WKT 1, as OGC 01-009 or ESRI write it): by datum, projection and parameters, not by its title.</summary>
public static class CrsWkt
{
    /// <summary>A description has a few dozen parts. Its reader calls itself for systems within systems, and a stack that runs full ends the whole program.</summary>
    private const int MostParts = 1000;

    private static readonly string[] Parameters = ["central_meridian", "latitude_of_origin", "scale_factor", "false_easting", "false_northing"];

    /// <summary>The system; null with the reason when it is none that CityMap knows.</summary>
    public static Crs? Find(string wkt, out string? reason)
    {
        reason = null;
        if (wkt.Count(letter => letter is '[' or '(') > MostParts)
        {
            reason = FormattableString.Invariant($"The description of the coordinate system has more than {MostParts} parts.");
            return null;
        }

        try
        {
            var info = CoordinateSystemWktReader.Parse(wkt.Trim('\uFEFF', '\0', ' ', '\t', '\r', '\n'));
            if (info is CoordinateSystem system && CrsCatalogue.All.FirstOrDefault(crs => Same(crs, system)) is { } found) return found;
            reason = $"\"{info.Name}\" is none of the coordinate systems that are known here.";
        }
        // The library's reader fails in all these ways on text that is none.
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidOperationException or NotSupportedException or OverflowException or NullReferenceException or IndexOutOfRangeException)
        {
            reason = $"The description of the coordinate system cannot be read: {error.Message}";
        }

        return null;
    }

    private static bool Same(Crs crs, CoordinateSystem other) => (crs.System, other) switch
    {
        (null, GeographicCoordinateSystem degrees) => SameDegrees(crs, degrees),
        (ProjectedCoordinateSystem known, ProjectedCoordinateSystem metres) =>
            SameDegrees(crs, metres.GeographicCoordinateSystem) && Math.Abs(metres.LinearUnit.MetersPerUnit - 1) < 1e-9 && SameProjection(known.Projection, metres.Projection),
        _ => false,
    };

    private static bool SameDegrees(Crs crs, GeographicCoordinateSystem other) =>
        Math.Abs(other.AngularUnit.RadiansPerUnit - (Math.PI / 180)) < 1e-12 && other.PrimeMeridian.Longitude == 0
        && Math.Abs(other.HorizontalDatum.Ellipsoid.SemiMajorAxis - 6378137) < 1e-3 && Datum(other.HorizontalDatum.Name) == (crs.IsVn2000 ? "vn2000" : "wgs84");

    private static bool SameProjection(IProjection known, IProjection other) =>
        Kind(known.ClassName) == Kind(other.ClassName) && Array.TrueForAll(Parameters, name => Math.Abs(Value(known, name) - Value(other, name)) < 1e-9);

    private static double Value(IProjection projection, string name)
    {
        for (var i = 0; i < projection.NumParameters; i++)
        {
            if (projection.GetParameter(i) is { } parameter && parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return parameter.Value;
        }

        return name == "scale_factor" ? 1 : 0;
    }

    // ESRI calls the web's projection Mercator_Auxiliary_Sphere, ProjNET Popular Visualisation Pseudo-Mercator.
    private static string Kind(string name)
    {
        var plain = Plain(name);
        return plain is "mercatorauxiliarysphere" or "popularvisualisationpseudomercator" or "mercator1sp" or "pseudomercator" ? "webmercator" : plain;
    }

    private static string? Datum(string name) => Plain(name) switch
    {
        "vietnam2000" or "dvietnam2000" or "vn2000" or "dvn2000" => "vn2000",
        "wgs84" or "wgs1984" or "dwgs1984" or "dwgs84" or "worldgeodeticsystem1984" => "wgs84",
        _ => null,
    };

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
