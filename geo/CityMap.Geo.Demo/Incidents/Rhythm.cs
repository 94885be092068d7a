using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Incidents;

/// <summary>When things are reported, and which things at which hour. Hours and weekdays are those of Lạng Sơn (UTC+7).</summary>
internal static class Rhythm
{
    private static readonly double[] Hours = [8, 5, 4, 4, 5, 12, 28, 52, 62, 60, 56, 48, 34, 38, 50, 54, 58, 64, 58, 50, 42, 32, 22, 14];

    private static readonly double Sum = Hours.Sum();

    private static readonly (string Type, double Usual)[] Types =
    [
        ("TRAFFIC", 15), ("LIGHT", 11), ("TREE", 5), ("WATER", 12), ("POWER", 6), ("TELECOM", 4), ("WASTE", 11), ("NOISE", 6), ("ORDER", 9),
        ("SECURITY", 5), ("FIRE", 1.6), ("HAZARD", 1), ("HEALTH", 2.2), ("EDU", 2), ("TOURISM", 2),
        ("BORDER", 3.5), ("BUS", 2.5), ("ADMIN", 2.5), ("OTHER", 2.5),
    ];

    /// <summary>How busy a local day is; about 1.</summary>
    public static double Day(long seed, long day)
    {
        var weekday = ((day % 7) + 11) % 7; // 1970-01-01 was a Thursday: 0 is Sunday.
        var week = weekday switch { 0 => 0.72, 6 => 0.84, 1 => 1.16, _ => 1.05 };
        return week * Dice.For(seed, "day", day).Between(0.85, 1.18);
    }

    /// <summary>How busy an hour is, 0 to 1.</summary>
    public static double Hour(double hour)
    {
        var i = (int)hour % 24;
        return (Hours[i] + ((Hours[(i + 1) % 24] - Hours[i]) * (hour - Math.Floor(hour)))) / 64;
    }

    /// <summary>The share of a day's reports that come before a second of the day.</summary>
    public static double Share(double second)
    {
        double sum = 0;
        var hour = (int)(second / 3600);
        for (var h = 0; h < Math.Min(hour, 24); h++) sum += Hours[h];
        if (hour < 24) sum += Hours[hour] * ((second / 3600) - hour);
        return sum / Sum;
    }

    /// <summary>The second of the day before which a share of the reports come: the inverse of <see cref="Share"/>.</summary>
    public static double Second(double share)
    {
        var left = Math.Clamp(share, 0, 0.999999) * Sum;
        for (var h = 0; h < 24; h++)
        {
            if (left < Hours[h]) return (h + (left / Hours[h])) * 3600;
            left -= Hours[h];
        }

        return 86_399;
    }

    /// <summary>A type for a moment and the rain at it (millimetres an hour).</summary>
    public static string Type(Dice dice, DateTimeOffset at, double rain)
    {
        var local = at.ToUniversalTime() + Moments.Local;
        var hour = local.TimeOfDay.TotalHours;
        var weekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        Span<double> weights = stackalloc double[Types.Length];
        for (var i = 0; i < Types.Length; i++) weights[i] = Types[i].Usual * Fits(Types[i].Type, hour, weekend, rain);
        return Types[dice.Weighted(weights)].Type;
    }

    private static double Fits(string type, double hour, bool weekend, double rain) => type switch
    {
        "TRAFFIC" => hour is (>= 6.5 and < 8.5) or (>= 16.5 and < 19) ? 2.2 : hour is >= 22 or < 5 ? 0.5 : 1,
        "LIGHT" => hour is >= 18 or < 5 ? 2.8 : 0.45,
        "NOISE" => hour is >= 20 or < 6 ? 4 : 0.5,
        "SECURITY" => hour is >= 21 or < 5 ? 2.5 : 0.9,
        "EDU" => weekend || hour is < 6 or > 18 ? 0.1 : 1.4,
        "ADMIN" => weekend || hour is < 7 or > 17.5 ? 0.05 : 1.6,
        "WATER" => 1 + Math.Min(3, rain * 0.2),
        "HAZARD" => 0.4 + Math.Min(8, rain * 0.6),
        "TREE" or "POWER" => 1 + Math.Min(1.5, rain * 0.08),
        "TOURISM" => weekend ? 2 : 0.9,
        _ => 1,
    };
}
