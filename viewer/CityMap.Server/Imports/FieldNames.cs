using System.Globalization;
using System.Text;
using CityMap.Geo.Storage;

namespace CityMap.Server.Imports;

/// <summary>Turns the names of a file into names of fields: <c>[a-z][a-z0-9_]*</c>, at most 63 characters, each once.</summary>
internal sealed class FieldNames
{
    private const int Longest = 63;

    // Names the stores and the tiles use for themselves.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal) { "id", "fid", "geom", "geometry", "ogc_fid" };

    /// <summary>What the name of a field is that people choose themselves.</summary>
    public static readonly string Rule = $"{LayerRules.FieldNameRule}; not {string.Join(", ", Taken)}";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(Taken, StringComparer.Ordinal);

    /// <summary>True for a name that keeps to <see cref="Rule"/>.</summary>
    public static bool IsFree(string name) => LayerRules.IsFieldName(name) && !Taken.Contains(name);

    /// <summary>The field's name for a name in the file; the same every time.</summary>
    public string For(string source)
    {
        if (_names.TryGetValue(source, out var name)) return name;
        var plain = Plain(source);
        name = plain;
        for (var n = 2; !_used.Add(name); n++) name = string.Create(CultureInfo.InvariantCulture, $"{plain[..Math.Min(plain.Length, Longest - 4)]}_{n}");
        return _names[source] = name;
    }

    private static string Plain(string source)
    {
        var plain = new StringBuilder(source.Length + 4);
        var previous = ' ';
        foreach (var c in CanonicalText.Decomposed(source))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            var letter = c is 'đ' or 'Đ' ? 'd' : c;
            if (char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(previous)) plain.Append('_');
            if (char.IsAsciiLetterOrDigit(letter)) plain.Append(char.ToLowerInvariant(letter));
            else if (plain.Length > 0 && plain[^1] != '_') plain.Append('_');
            previous = c;
        }

        var name = plain.ToString().Trim('_');
        if (name.Length == 0 || !char.IsAsciiLetterLower(name[0])) name = "f_" + name;
        return name.Length <= Longest ? name : name[..Longest];
    }
}
