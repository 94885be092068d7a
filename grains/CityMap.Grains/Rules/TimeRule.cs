using System.Globalization;
using CityMap.Geo.Storage;
using CityMap.Grains.Contracts;

namespace CityMap.Grains.Rules;

/// <summary>When something happened: now, or when an importer says; never ahead of the clock and never before what came last.</summary>
internal static class TimeRule
{
    /// <summary>How far ahead of ours another clock may run.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>Nothing in a city's journal is older than this.</summary>
    public static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="stated">What the request says; null is now.</param>
    /// <param name="now">The clock.</param>
    /// <param name="last">The stream's last entry; null when it has none.</param>
    /// <param name="occurredAt">UTC, microseconds.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static Refusal? Resolve(DateTimeOffset? stated, DateTimeOffset now, DateTimeOffset? last, out DateTimeOffset occurredAt)
    {
        now = Moments.Cut(now);
        if (stated is null)
        {
            // The clock of the node that wrote last may have run ahead of this one's.
            occurredAt = last > now ? last.Value : now;
            return null;
        }

        occurredAt = Moments.Cut(stated.Value);
        if (occurredAt > now + Ahead)
        {
            return Refuse(RefusalCodes.OccurredInFuture, "The stated time lies in the future.", last ?? Earliest, now);
        }

        return occurredAt < (last ?? Earliest)
            ? Refuse(RefusalCodes.OccurredBeforeLast, "The stated time lies before what happened last.", last ?? Earliest, now)
            : null;
    }

    private static Refusal Refuse(string code, string sentence, DateTimeOffset from, DateTimeOffset now) => new(code, sentence)
    {
        Field = "occurredAt",
        Expected = string.Create(CultureInfo.InvariantCulture, $"a time from {from:O} to {now + Ahead:O}"),
    };
}
