using System.Globalization;

namespace CityMap.Geo.Formats.Rows;

/// <summary>
/// Reads times as files write them. A text with its own offset needs no zone; one without is a wall-clock time in the zone that was stated.
/// A wall-clock time that happened twice (clocks set back) is read as the earlier; one that never happened (clocks set forward) as the moment after the gap.
/// </summary>
/// <param name="zone">The stated zone; null when none was, and then only texts with an offset are read.</param>
/// <param name="format">An exact .NET format; null tries the formats below.</param>
public sealed class TimeText(TimeZoneInfo? zone, string? format = null)
{
    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss'Z'",
    ];

    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyyMMdd", "yyyyMMdd'T'HHmmss",
    ];

    private static readonly string[] MonthFirst =
        ["M/d/yyyy h:mm:ss tt", "M/d/yyyy H:mm:ss", "M/d/yyyy h:mm tt", "M/d/yyyy H:mm", "M/d/yyyy", "M/d/yy H:mm", "M/d/yy h:mm tt", "M/d/yy"];

    private static readonly string[] DayFirst =
        ["d/M/yyyy H:mm:ss", "d/M/yyyy H:mm", "d/M/yyyy", "d/M/yy H:mm", "d-M-yyyy H:mm:ss", "d-M-yyyy H:mm", "d-M-yyyy", "d.M.yyyy H:mm", "d.M.yyyy", "H:mm d/M/yyyy"];

    /// <summary>True when dates with slashes put the month first; decided by <see cref="Learn"/>. Vietnam writes the day first.</summary>
    public bool IsMonthFirst { get; private set; }

    /// <summary>Looks at values of a column: one date that can only be read one way decides for all.</summary>
    public void Learn(IEnumerable<string> values)
    {
        var samples = values.Where(v => v.Contains('/', StringComparison.Ordinal)).Take(1000).ToList();
        if (samples.Count == 0) return;
        var dayFirst = samples.Count(v => TryExact(v, DayFirst, out _));
        var monthFirst = samples.Count(v => TryExact(v, MonthFirst, out _));
        IsMonthFirst = monthFirst > dayFirst;
    }

    /// <summary>Reads one text.</summary>
    /// <param name="text">As it stands in the file.</param>
    /// <param name="time">The instant in UTC.</param>
    /// <param name="reason">Why it could not be read, and what would help.</param>
    public bool TryRead(string text, out DateTimeOffset time, out string? reason)
    {
        text = text.Trim();
        reason = null;
        if (format is null && DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time) && HasOffset(text))
        {
            time = time.ToUniversalTime();
            return true;
        }

        time = default;
        if (!TryLocal(text, out var local))
        {
            reason = $"\"{text}\" is not a time that could be read.";
            return false;
        }

        if (zone is null)
        {
            reason = $"\"{text}\" has no time zone: state it, for example --tz Asia/Ho_Chi_Minh.";
            return false;
        }

        time = ToInstant(local, zone);
        return true;
    }

    private bool TryLocal(string text, out DateTime local)
    {
        if (format is not null) return DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out local);
        if (TryExact(text, Local, out local)) return true;
        return IsMonthFirst ? TryExact(text, MonthFirst, out local) : TryExact(text, DayFirst, out local) || TryExact(text, MonthFirst, out local);
    }

    private static bool TryExact(string text, string[] formats, out DateTime value) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out value);

    private static bool HasOffset(string text) =>
        text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
