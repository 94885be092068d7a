using System.Globalization;

namespace CityMap.Server.Api.Bodies;

/// <summary>The one way an instant is written here: ISO 8601 with its zone, in the years 1000 to 9000, kept in UTC to the microsecond.</summary>
internal static class Instants
{
    /// <summary>What would be right.</summary>
    public const string Expected = "ISO 8601 with a zone, in the years 1000 to 9000, for example 2026-11-23T14:05:00+07:00 or 2026-11-23T07:05:00Z";

    // Local days, steps of a trend and ages are counted from an instant: all of them must still be times.
    private const int FirstYear = 1000;
    private const int LastYear = 9000;

    private static readonly string[] _forms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads an instant; a time without a zone is not one.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        var zoned = text.Length > 16 && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-');
        if (!zoned || !DateTimeOffset.TryParseExact(text.ToUpperInvariant(), _forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read)
            || read.Year is < FirstYear or > LastYear)
        {
            return false;
        }

        instant = Micro(read);
        return true;
    }

    /// <summary>Cut to the microseconds the stores keep.</summary>
    public static DateTimeOffset Micro(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
