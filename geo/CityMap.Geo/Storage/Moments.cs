using System.Globalization;

namespace CityMap.Geo.Storage;

/// <summary>Moments as stores keep them: UTC with microseconds.</summary>
public static class Moments
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The moment in UTC, cut to the microsecond.</summary>
    public static DateTimeOffset Cut(DateTimeOffset moment) =>
        new(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The moment as fixed-width ISO 8601 text, so that the order of texts is the order of times.</summary>
    public static string Write(DateTimeOffset moment) => moment.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
