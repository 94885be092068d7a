namespace CityMap.Geo.Storage;

/// <summary>Moments as stores keep them: UTC with microseconds.</summary>
public static class Moments
{
    // Parsing and formatting by pattern is ten times slower, and a store does five of them for every feature.
    private const string Shape = "0000-00-00T00:00:00.000000Z";

    /// <summary>The moment in UTC, cut to the microsecond.</summary>
    public static DateTimeOffset Cut(DateTimeOffset moment) =>
        new(moment.UtcTicks - moment.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    /// <summary>The moment as fixed-width ISO 8601 text, so that the order of texts is the order of times.</summary>
    public static string Write(DateTimeOffset moment) => string.Create(Shape.Length, moment.UtcDateTime, static (text, at) =>
    {
        Shape.CopyTo(text);
        Put(text[..4], at.Year);
        Put(text[5..7], at.Month);
        Put(text[8..10], at.Day);
        Put(text[11..13], at.Hour);
        Put(text[14..16], at.Minute);
        Put(text[17..19], at.Second);
        Put(text[20..26], (int)(at.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond));
    });

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static DateTimeOffset Read(string text)
    {
        if (text.Length != Shape.Length || text[10] != 'T' || text[^1] != 'Z') throw new FormatException($"\"{text}\" is not a moment of a store.");
        var at = text.AsSpan();
        return new DateTimeOffset(Get(at[..4]), Get(at[5..7]), Get(at[8..10]), Get(at[11..13]), Get(at[14..16]), Get(at[17..19]), TimeSpan.Zero)
            .AddTicks(Get(at[20..26]) * TimeSpan.TicksPerMicrosecond);
    }

    private static void Put(Span<char> digits, int number)
    {
        for (var i = digits.Length - 1; i >= 0; i--, number /= 10) digits[i] = (char)('0' + number % 10);
    }

    private static int Get(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit)) throw new FormatException($"\"{digits}\" is not a number.");
            number = number * 10 + (digit - '0');
        }

        return number;
    }
}
