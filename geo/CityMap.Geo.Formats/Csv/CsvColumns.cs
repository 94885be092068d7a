using System.Globalization;
using System.Text;
using CityMap.Geo.Storage;

namespace CityMap.Geo.Formats.Csv;

/// <summary>The columns of a CSV file, and which of them say where and which.</summary>
/// <param name="Names">As they stand in the header.</param>
/// <param name="Longitude">Index of the longitude, or null.</param>
/// <param name="Latitude">Index of the latitude, or null.</param>
/// <param name="Id">Index of the id, or null.</param>
/// <param name="Wkt">Index of the well-known text, or null; only looked for when there are no two columns for a position.</param>
public sealed record CsvColumns(IReadOnlyList<string> Names, int? Longitude, int? Latitude, int? Id, int? Wkt = null)
{
    private static readonly string[] LongitudeNames = ["longitude", "lon", "lng", "long", "kinhdo", "x", "xcoord", "pointx", "easting"];
    private static readonly string[] LatitudeNames = ["latitude", "lat", "vido", "y", "ycoord", "pointy", "northing"];
    private static readonly string[] WktNames = ["wkt", "geomwkt", "wktgeom", "wktgeometry", "geometry", "geom", "thegeom"];

    // The names after these mean metres as often as degrees.
    private static readonly string[] DegreeNames = [.. LongitudeNames[..5], .. LatitudeNames[..3]];
    private static readonly string[] IdNames = ["id", "uniqueid", "uniquekey", "ma", "code", "fid", "objectid"];

    /// <summary>Finds the columns: those stated, else those whose names are known in Vietnamese or English.</summary>
    /// <exception cref="CsvException">A stated column does not exist.</exception>
    public static CsvColumns Find(IReadOnlyList<string> names, CsvOptions options)
    {
        var (x, y) = (Stated(names, options.Longitude) ?? Guess(names, LongitudeNames), Stated(names, options.Latitude) ?? Guess(names, LatitudeNames));
        var wkt = x is null || y is null ? Guess(names, WktNames) : null;
        return new(names, x, y, Stated(names, options.Id) ?? Guess(names, IdNames), wkt)
        {
            SaysDegrees = options.Longitude is not null || (x is { } longitude && DegreeNames.Contains(Plain(names[longitude]))),
        };
    }

    /// <summary>True when the columns of the position are called longitude and latitude, by the file or by the person who brings it.</summary>
    public bool SaysDegrees { get; init; }

    private static int? Stated(IReadOnlyList<string> names, string? name)
    {
        if (name is null) return null;
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        throw new CsvException($"There is no column \"{name}\"; there are: {string.Join(", ", names)}.");
    }

    private static int? Guess(IReadOnlyList<string> names, string[] known)
    {
        foreach (var candidate in known)
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (Plain(names[i]) == candidate) return i;
            }
        }

        return null;
    }

    /// <summary>A name in plain lower-case letters and digits: "Kinh độ" is "kinhdo".</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in CanonicalText.Decomposed(name))
        {
            if (c is 'đ' or 'Đ') plain.Append('d');
            else if (char.IsAsciiLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
