using System.Diagnostics;
using System.Globalization;
using CityMap.Geo.Coordinates;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Bench.Fanout;

/// <summary>The city of the fan-out: incidents spread evenly over a box, and the boxes listeners look at.</summary>
internal static class FanoutCity
{
    /// <summary>Where incidents happen.</summary>
    public static readonly Bounds Area = new(106.70, 21.80, 106.82, 21.92);

    /// <summary>What marks the moment of the commit in an incident's title.</summary>
    public const string Mark = "#t=";

    /// <summary>A listener's box: a third of the city's width and height, somewhere in it.</summary>
    public static string Box(Random random)
    {
        var (width, height) = ((Area.East - Area.West) / 3, (Area.North - Area.South) / 3);
        var west = Area.West + (random.NextDouble() * 2 * width);
        var south = Area.South + (random.NextDouble() * 2 * height);
        return new Bounds(west, south, west + width, south + height).ToString();
    }

    /// <summary>A commit of one incident with all its fields, marked with the moment.</summary>
    public static Commit Commit(long sequence, Random random)
    {
        var id = $"0198f000-0000-7000-8000-{sequence:x12}";
        var at = DateTimeOffset.UnixEpoch.AddSeconds(sequence);
        var place = new Point(
            Area.West + (random.NextDouble() * (Area.East - Area.West)), Area.South + (random.NextDouble() * (Area.North - Area.South)));
        var fields = new Dictionary<string, object?>
        {
            ["type"] = "WATER",
            ["title"] = string.Create(CultureInfo.InvariantCulture, $"Ngập sâu trước cổng trường {Mark}{Stopwatch.GetTimestamp()};"),
            ["description"] = "Nước dâng nhanh sau mưa lớn, xe máy không qua được.",
            ["severity"] = 1 + (sequence % 5),
            ["state"] = "New",
            ["district"] = "05977@2025",
            ["address"] = "Đường Trần Đăng Ninh, Phường Tam Thanh",
            ["agency"] = null,
            ["facility"] = null,
            ["acknowledged"] = false,
            ["exercise"] = false,
            ["occurred_at"] = at,
            ["recorded_at"] = at,
            ["updated_at"] = at,
            ["due_at"] = at.AddDays(1),
            ["closed_at"] = null,
            ["version"] = 1L,
            ["open"] = true,
        };
        var entry = new JournalEntry(sequence, "incident/" + id, 1, "incident.reported", at, at, "bench", "{}");
        return new([entry], [new("incidents", id, new Feature(id, place, fields))]);
    }
}
