using System.Globalization;

namespace CityMap.Geo.Coordinates;

/// <summary>The ways people and files write the name of a coordinate system.</summary>
public static class CrsName
{
    private static readonly string[] Prefixes = ["urn:ogc:def:crs:EPSG::", "http://www.opengis.net/def/crs/EPSG/0/", "https://www.opengis.net/def/crs/EPSG/0/", "EPSG:"];

    private static readonly string[] LongitudeFirst =
        ["CRS84", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "http://www.opengis.net/def/crs/OGC/1.3/CRS84"];

    /// <summary>Reads <c>EPSG:9215</c>, <c>9215</c>, <c>urn:ogc:def:crs:EPSG::9215</c>, <c>http://www.opengis.net/def/crs/EPSG/0/9215</c>, <c>OGC:CRS84</c>.</summary>
    /// <returns>The system; null when it is none that CityMap knows.</returns>
    public static Crs? Find(string text)
    {
        text = text.Trim();
        if (LongitudeFirst.Contains(text, StringComparer.OrdinalIgnoreCase)) return CrsCatalogue.Wgs84;
        var prefix = Prefixes.FirstOrDefault(p => text.StartsWith(p, StringComparison.OrdinalIgnoreCase)) ?? "";
        return int.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? CrsCatalogue.Find(code) : null;
    }
}
