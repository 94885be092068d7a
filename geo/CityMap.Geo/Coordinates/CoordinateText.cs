using System.Globalization;
using System.Text.RegularExpressions;

namespace CityMap.Geo.Coordinates;

/// <summary>A place that people wrote as numbers: latitude first, as they say it.</summary>
/// <param name="Position">Where it is.</param>
/// <param name="Crs">As what the numbers were read: an EPSG code.</param>
public sealed partial record CoordinateText(LonLat Position, int Crs)
{
    private const int Wgs84 = 4326;

    /// <summary>
    /// Reads <c>21.8537, 106.7615</c>; a comma may be the decimal sign when a semicolon or a space parts the two. A pair that only
    /// makes sense with the longitude first is turned. Null when the text is no such pair.
    /// </summary>
    public static CoordinateText? Read(string text)
    {
        var match = Pair().Match(text);
        if (!match.Success) return null;
        var (first, second) = (Number(match.Groups[1].Value), Number(match.Groups[2].Value));
        return LonLat.TryCreate(second, first, out var position, out _) || LonLat.TryCreate(first, second, out position, out _)
            ? new(position, Wgs84)
            : null;
    }

    private static double Number(string text) => double.Parse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(-?\d{1,3}(?:[.,]\d{1,15})?)\s*[;, ]\s*(-?\d{1,3}(?:[.,]\d{1,15})?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
