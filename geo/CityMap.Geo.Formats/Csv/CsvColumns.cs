using System.Globalization;
using System.Text;

namespace CityMap.Geo.Formats.Csv;

/// <summary>The columns of a CSV file, and which of them say where and which.</summary>
/// <param name="Names">As they stand in the header.</param>
/// <param name="Longitude">Index of the longitude, or null.</param>
/// <param name="Latitude">Index of the latitude, or null.</param>
/// <param name="Id">Index of the id, or null.</param>
public sealed record CsvColumns(IReadOnlyList<string> Names, int? Longitude, int? Latitude, int? Id)
{
    private static readonly string[] LongitudeNames = ["longitude", "lon", "lng", "long", "kinhdo", "x", "xcoord", "pointx"];
    private static readonly string[] LatitudeNames = ["latitude", "lat", "vido", "y", "ycoord", "pointy"];
    private static readonly string[] IdNames = ["id", "uniqueid", "uniquekey", "ma", "code", "fid", "objectid"];

    /// <summary>Finds the columns: those stated, else those whose names are known in Vietnamese or English.</summary>
    /// <exception cref="CsvException">A stated column does not exist.</exception>
    public static CsvColumns Find(IReadOnlyList<string> names, CsvOptions options) => new(
        names,
        Stated(names, options.Longitude) ?? Guess(names, LongitudeNames),
        Stated(names, options.Latitude) ?? Guess(names, LatitudeNames),
        Stated(names, options.Id) ?? Guess(names, IdNames));

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
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (c is 'đ' or 'Đ') plain.Append('d');
            else if (char.IsAsciiLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }
}
