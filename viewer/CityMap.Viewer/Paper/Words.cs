using System.Globalization;
using CityMap.Viewer.Sheets;

namespace CityMap.Viewer.Paper;

/// <summary>What a page writes by itself, in two languages.</summary>
internal static class Words
{
    private static readonly CultureInfo _vi = Culture(",", ".");
    private static readonly CultureInfo _en = Culture(".", ",");

    /// <summary>The letter on the north arrow: B stands for Bắc.</summary>
    public static string North(MapLanguage language) => Of(language, "B", "N");

    /// <summary>A number with its separators.</summary>
    public static string Number(double value, MapLanguage language) => value.ToString("#,0.##", language == MapLanguage.Vi ? _vi : _en);

    /// <summary>A length in m or km.</summary>
    public static string Distance(double metres, MapLanguage language) =>
        metres >= 1000 ? $"{Number(metres / 1000, language)} km" : $"{Number(metres, language)} m";

    /// <summary>The projection and the lines drawn over the map.</summary>
    public static string Projection(MapPage page)
    {
        var lines = page.Graticule switch
        {
            GraticuleKind.Geographic => Of(page.Language, "lưới kinh vĩ độ WGS 84", "graticule WGS 84"),
            GraticuleKind.Vn2000 => Of(page.Language, "lưới VN-2000 / TM-3, kinh tuyến trục 107°15′", "grid VN-2000 / TM-3, central meridian 107°15′"),
            _ => "",
        };
        var projection = Of(page.Language, "Phép chiếu Web Mercator (EPSG:3857)", "Projection Web Mercator (EPSG:3857)");
        return lines.Length == 0 ? projection : $"{projection}; {lines}";
    }

    /// <summary>One of two.</summary>
    public static string Of(MapLanguage language, string vi, string en) => language == MapLanguage.Vi ? vi : en;

    private static CultureInfo Culture(string point, string groups)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (point, groups);
        return culture;
    }
}
