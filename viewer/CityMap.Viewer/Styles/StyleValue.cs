using System.Globalization;

namespace CityMap.Viewer.Styles;

/// <summary>Values of expressions: conversions and comparisons as MapLibre makes them.</summary>
internal static class StyleValue
{
    /// <summary>A number of whatever kind as double; null when it is none.</summary>
    public static double? Number(object? value) => value switch
    {
        double d => d,
        long l => l,
        int i => i,
        bool b => b ? 1 : 0,
        string s when double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
        _ => null,
    };

    /// <summary>As text: null is empty, numbers without needless digits.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string s => s,
        bool b => b ? "true" : "false",
        double d => d.ToString("R", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>False for null, false, 0 and the empty text.</summary>
    public static bool Truth(object? value) => value switch
    {
        null => false,
        bool b => b,
        string s => s.Length > 0,
        _ => Number(value) is { } n && n != 0 && !double.IsNaN(n),
    };

    /// <summary>Equal values; numbers of different kinds compare as numbers.</summary>
    public static bool Same(object? a, object? b) => (a, b) switch
    {
        (string s, string t) => string.Equals(s, t, StringComparison.Ordinal),
        (null, null) => true,
        (null, _) or (_, null) => false,
        (bool s, bool t) => s == t,
        (bool, _) or (_, bool) or (string, _) or (_, string) => false,
        _ => Number(a) == Number(b),
    };

    /// <summary>Less than zero, zero, or more; null when the two cannot be compared.</summary>
    public static int? Compare(object? a, object? b) => (a, b) switch
    {
        (string s, string t) => string.CompareOrdinal(s, t),
        (string, _) or (_, string) or (bool, _) or (_, bool) => null,
        _ => Number(a) is { } x && Number(b) is { } y ? x.CompareTo(y) : null,
    };
}
