using System.Globalization;

namespace CityMap.Geo.Formats.Exports.Shapefiles;

/// <summary>Names of columns as a <c>.dbf</c> takes them: at most ten bytes, each once whatever its case.</summary>
public static class DbfNames
{
    private const int Longest = 10;

    /// <summary>Cuts names, and numbers those that would be alike: <c>population_2020</c>, <c>population_2025</c> become <c>population</c>, <c>populati_2</c>.</summary>
    /// <param name="names">ASCII, in order.</param>
    /// <param name="taken">Names that stand already.</param>
    public static IReadOnlyList<string> Cut(IEnumerable<string> names, params IEnumerable<string> taken)
    {
        var used = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        var cut = new List<string>();
        foreach (var name in names)
        {
            var plain = name.Length <= Longest ? name : name[..Longest];
            for (var n = 2; !used.Add(plain); n++)
            {
                var number = "_" + n.ToString(CultureInfo.InvariantCulture);
                plain = name[..Math.Min(name.Length, Longest - number.Length)] + number;
            }

            cut.Add(plain);
        }

        return cut;
    }
}
