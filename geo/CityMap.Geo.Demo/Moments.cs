namespace CityMap.Geo.Demo;

/// <summary>Moments of the demo are whole seconds.</summary>
internal static class Moments
{
    public static readonly TimeSpan Local = TimeSpan.FromHours(7);

    /// <summary>The moment without fractions of a second, UTC.</summary>
    public static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    /// <summary>The number of the local day (UTC+7) since 1970.</summary>
    public static long Day(DateTimeOffset at) => (long)Math.Floor((at.ToUniversalTime() + Local - DateTimeOffset.UnixEpoch).TotalDays);

    /// <summary>The moment some seconds into a local day.</summary>
    public static DateTimeOffset In(long day, double seconds) =>
        DateTimeOffset.FromUnixTimeSeconds((day * 86_400) + (long)seconds) - Local;
}
