using System.Globalization;

namespace CityMap.Geo.GeoPackage.Values;

/// <summary>The form of <c>gpkg_contents.last_change</c>: milliseconds, as the standard says.</summary>
internal static class ContentsTime
{
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
