using System.Globalization;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>Dates and timestamps as RFC 3339 writes them.</summary>
internal static class Instants
{
    private static readonly string[] _timestamps = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd't'HH:mm:ss.FFFFFFFK"];

    public static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Reads a timestamp with its offset; finer than a microsecond is cut.</summary>
    public static bool TryTimestamp(string text, out DateTimeOffset timestamp)
    {
        // An offset is asked for: what has none would otherwise be taken for the machine's own time.
        timestamp = default;
        if (text.Length < 20 || !(text[^1] is 'Z' or 'z' || (text[^6] is '+' or '-' && text[^3] == ':'))) return false;
        if (!DateTimeOffset.TryParseExact(Cut(text), _timestamps, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read)) return false;
        timestamp = Storage.Moments.Cut(read);
        return true;
    }

    public static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Write(DateTimeOffset timestamp) =>
        timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "Z";

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset Of(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    // .NET reads seven digits of a fraction; RFC 3339 allows any number.
    private static string Cut(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return text;
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - dot <= 8 ? text : text[..(dot + 8)] + text[end..];
    }
}
