using System.Globalization;

namespace CityMap.Geo.Coordinates;

/// <summary>Describes a coordinate system as well-known text 1, with the names OGC (01-009) or ESRI gives things; <see cref="CrsWkt"/> reads both.</summary>
public static class CrsText
{
    private const string Spheroid = "6378137.0,298.257223563";

    /// <summary>The text of a <c>.prj</c>, in the spelling every program that reads Shapefiles knows.</summary>
    public static string Esri(Crs crs)
    {
        var (name, datum) = crs.IsVn2000 ? ("GCS_VN-2000", "D_Vietnam_2000") : ("GCS_WGS_1984", "D_WGS_1984");
        var degrees = $"""GEOGCS["{name}",DATUM["{datum}",SPHEROID["WGS_1984",{Spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]""";
        if (crs.IsGeographic) return degrees;
        if (crs.CentralMeridian is null)
        {
            return $"""PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",{degrees},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]""";
        }

        var title = crs.Name.Replace(" / ", "_", StringComparison.Ordinal).Replace(' ', '_');
        return $"""PROJCS["{title}",{degrees},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",{Of(crs, "false_easting")}],PARAMETER["False_Northing",{Of(crs, "false_northing")}],PARAMETER["Central_Meridian",{Of(crs, "central_meridian")}],PARAMETER["Scale_Factor",{Of(crs, "scale_factor")}],PARAMETER["Latitude_Of_Origin",{Of(crs, "latitude_of_origin")}],UNIT["Meter",1.0]]""";
    }

    /// <summary>The text of <c>gpkg_spatial_ref_sys.definition</c>, with the numbers of EPSG.</summary>
    public static string Ogc(Crs crs)
    {
        var (name, datum, number, degreesNumber) = crs.IsVn2000 ? ("VN-2000", "Vietnam_2000", 6756, 4756) : ("WGS 84", "WGS_1984", 6326, 4326);
        var degrees = string.Create(
            CultureInfo.InvariantCulture,
            $"""GEOGCS["{name}",DATUM["{datum}",SPHEROID["WGS 84",{Spheroid},AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","{number}"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","{degreesNumber}"]]""");
        if (crs.IsGeographic) return degrees;
        var projection = crs.CentralMeridian is null
            ? """PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0]"""
            : $"""PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",{Of(crs, "latitude_of_origin")}],PARAMETER["central_meridian",{Of(crs, "central_meridian")}],PARAMETER["scale_factor",{Of(crs, "scale_factor")}],PARAMETER["false_easting",{Of(crs, "false_easting")}],PARAMETER["false_northing",{Of(crs, "false_northing")}]""";
        return string.Create(CultureInfo.InvariantCulture, $"""PROJCS["{crs.Name}",{degrees},{projection},UNIT["metre",1],AUTHORITY["EPSG","{crs.Code}"]]""");
    }

    private static string Of(Crs crs, string parameter) =>
        (crs.Projection?.GetParameter(parameter)?.Value ?? 0).ToString("0.0##########", CultureInfo.InvariantCulture);
}
