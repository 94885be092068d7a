using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Places;

/// <summary>
/// Believable values: a daily rhythm around the usual value, with slow noise; rain falls in showers that all gauges feel.
/// </summary>
internal static class Measurements
{
    private static readonly TimeSpan Local = TimeSpan.FromHours(7);

    /// <summary>One value.</summary>
    public static double Value(long seed, DemoFacility facility, DemoLimit limit, DateTimeOffset at)
    {
        var minutes = at.ToUnixTimeSeconds() / 60.0;
        var hour = (at.ToUniversalTime() + Local).TimeOfDay.TotalHours;
        var slow = new Noise(seed, $"measure {facility.Id} {limit.Quantity}").Fractal(minutes / 95, 0.5, 3);
        var value = limit.Quantity switch
        {
            "rain" => Math.Max(0, Rain(seed, at) * (1 + (0.5 * slow))),
            "load" => limit.Usual * (0.72 + (0.34 * Rhythm(hour)) + (0.12 * slow)),
            "queued_trucks" => limit.Usual * (0.55 + (0.8 * Rhythm(hour)) + (0.3 * slow)),
            "emergency_wait" => limit.Usual * (0.6 + (0.7 * Rhythm(hour)) + (0.3 * slow)),
            "water_level" when facility.Kind == "pump_station" => limit.Usual + (0.35 * slow) + (Rain(seed, at) * 0.035),
            "fill" => limit.Usual * (0.5 + (hour / 24) + (0.1 * slow)),
            "signal" => Math.Min(100, limit.Usual + (3 * slow)),
            _ => limit.Usual * (1 + (0.14 * slow)),
        };
        return Math.Round(value, value < 10 ? 2 : 1);
    }

    /// <summary>Rain over the city, millimetres an hour: dry most of the time.</summary>
    public static double Rain(long seed, DateTimeOffset at)
    {
        var n = new Noise(seed, "rain").Fractal(at.ToUnixTimeSeconds() / 21_600.0, 0.5, 3);
        return n < 0.3 ? 0 : (n - 0.3) * 75;
    }

    /// <summary>Every facility's readings from a moment (included) to another (excluded), oldest first within a quantity.</summary>
    public static IEnumerable<DemoReading> Between(
        long seed, IReadOnlyList<DemoFacility> facilities, DateTimeOffset from, DateTimeOffset to, TimeSpan every)
    {
        var first = new DateTimeOffset(from.Ticks - (from.Ticks % every.Ticks) + every.Ticks, TimeSpan.Zero);
        foreach (var facility in facilities)
        {
            if (facility.Kind is "camera" or "hydrant") continue;
            foreach (var limit in facility.Limits)
            {
                for (var at = first; at < to; at += every)
                    yield return new(facility.Id, limit.Quantity, at, Value(seed, facility, limit, at));
            }
        }
    }

    // Low before dawn, high before noon and in the evening; 0 to 1.
    private static double Rhythm(double hour)
    {
        ReadOnlySpan<double> curve =
        [
            0.22, 0.15, 0.1, 0.08, 0.1, 0.2, 0.42, 0.65, 0.8, 0.9, 0.95, 0.88, 0.7,
            0.72, 0.82, 0.88, 0.9, 0.94, 1, 0.98, 0.85, 0.66, 0.46, 0.32, 0.22,
        ];
        var i = (int)hour;
        return curve[i] + ((curve[i + 1] - curve[i]) * (hour - i));
    }
}
