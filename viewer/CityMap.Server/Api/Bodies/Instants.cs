using System.Globalization;

namespace CityMap.Server.Api.Bodies;

/// <summary>The one way an instant is written here: ISO 8601 with its zone, kept in UTC to the microsecond.</summary>
internal static class Instants
{
    /// <summary>What would be right.</summary>
    public const string Expected = "ISO 8601 with a zone, for example 2026-11-23T14:05:00+07:00 or 2026-11-23T07:05:00Z";

    private static readonly string[] _forms =
        ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>Reads an instant; a time without a zone is not one.</summary>
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        var zoned = text.Length > 16 && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-');
        if (!zoned || !DateTimeOffset.TryParseExact(text.ToUpperInvariant(), _forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read))
        {
            return false;
        }

        instant = Micro(read);
        return true;
    }

    /// <summary>Cut to the microseconds the stores keep.</summary>
    public static DateTimeOffset Micro(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
