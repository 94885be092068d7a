using System.Globalization;

namespace CityMap.Server.Live;

/// <summary>Names the value of a condition: different values have different names.</summary>
internal static class ValueKey
{
    /// <summary>The name of a value.</summary>
    public static string Of(object value) => value switch
    {
        // The invariant text of an instant ends with its seconds.
        DateTimeOffset instant => instant.UtcTicks.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
