using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Incidents;

/// <summary>The incidents of the past, day by day. Each comes from its own generator, so any day can be made without the others.</summary>
internal static class IncidentHistory
{
    /// <summary>How many there are in all.</summary>
    public static int Count(DemoOptions options, DateTimeOffset now) => Plan(options, now).Sum(d => d.Count);

    /// <summary>All of them, oldest day first.</summary>
    public static IEnumerable<DemoIncident> Of(DemoOptions options, IncidentMaker maker, DateTimeOffset now) =>
        Since(options, maker, now, long.MinValue);

    /// <summary>Those reported on or after a local day.</summary>
    public static IEnumerable<DemoIncident> Since(DemoOptions options, IncidentMaker maker, DateTimeOffset now, long day)
    {
        foreach (var (number, count, share) in Plan(options, now))
        {
            if (number < day) continue;
            for (var i = 0; i < count; i++) yield return One(options.Seed, maker, now, number, i, count, share);
        }
    }

    private static DemoIncident One(long seed, IncidentMaker maker, DateTimeOffset now, long day, int index, int count, double share)
    {
        var dice = Dice.For(seed, "incident", (day << 20) + index);
        // One report per slice of the day keeps the rhythm and the order.
        var at = Moments.In(day, Rhythm.Second((index + dice.Unit()) / count * share));
        if (at > now) at = Moments.Whole(now);
        var (report, spot) = maker.Make(dice, at);
        var steps = Life.Of(report, spot, dice);
        var past = steps.FindIndex(s => s.At > now) is >= 0 and var k ? steps.GetRange(0, k) : steps;
        return new(Id(at, dice), report, past);
    }

    // Days with their number of incidents; the last day is cut at now. The sum is exactly the total of the size.
    private static List<(long Day, int Count, double Share)> Plan(DemoOptions options, DateTimeOffset now)
    {
        var (total, days) = options.Size switch
        {
            DemoSize.Pilot => (3_200, 90),
            DemoSize.City => (21_000, 90),
            _ => (1_000_000, 365),
        };
        var today = Moments.Day(now);
        var share = Rhythm.Share((now - Moments.In(today, 0)).TotalSeconds);
        var weights = new List<double>();
        for (var d = 0; d <= days; d++) weights.Add(Rhythm.Day(options.Seed, today - days + d) * (d == days ? share : 1));
        double sum = weights.Sum(), before = 0;
        var plan = new List<(long, int, double)>();
        for (var d = 0; d <= days; d++)
        {
            var after = d == days ? sum : before + weights[d];
            var count = (int)Math.Round(after / sum * total) - (int)Math.Round(before / sum * total);
            plan.Add((today - days + d, count, d == days ? share : 1));
            before = after;
        }

        return plan;
    }

    private static Guid Id(DateTimeOffset at, Dice dice)
    {
        Span<byte> bytes = stackalloc byte[16];
        var milliseconds = at.ToUnixTimeMilliseconds() + dice.Below(1000);
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(milliseconds >> (40 - (8 * i)));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], dice.Next());
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)dice.Next());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
