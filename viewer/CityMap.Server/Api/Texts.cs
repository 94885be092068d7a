using System.Globalization;

namespace CityMap.Server.Api;

/// <summary>The one culture of everything machines read, and short forms of what they sent.</summary>
internal static class Texts
{
    /// <summary>Invariant.</summary>
    public static CultureInfo Plain => CultureInfo.InvariantCulture;

    /// <summary>A value in a sentence: quoted, short, without control characters.</summary>
    public static string Shown(string value)
    {
        var text = value.Length <= 40 ? value : value[..40] + "…";
        return $"\"{string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c))}\"";
    }
}
