using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>Alleys: short dead ends that lead from the streets into the blocks.</summary>
internal static class Alleys
{
    /// <summary>Adds alleys with some spacing along the streets, metres.</summary>
    public static void Grow(Land land, StreetNetwork network, double spacing)
    {
        var count = network.Streets.Count;
        for (var i = 0; i < count; i++)
        {
            var street = network.Streets[i];
            if (street.Bridge || street.Class == StreetClass.Trunk) continue;
            var dice = Dice.For(land.Seed, "alleys", i);
            foreach (var (p, d, _) in Polyline.Walk(street.Line, dice.Between(25, 45), spacing))
            {
                if (!dice.Happens(0.85 * Math.Min(1, land.Density(p) * 1.6))) continue;
                Try(land, network, p + (d * dice.Between(-9, 9)), d.Left * (dice.Happens(0.5) ? 1 : -1), dice.Between(30, 68), dice);
            }
        }
    }

    private static void Try(Land land, StreetNetwork network, Vec near, Vec direction, double length, Dice dice)
    {
        // Start on the street itself: the jitter may have left a curve.
        var on = network.Segments.Nearest(near, 6);
        if (on.Index < 0) return;
        var (a, b, _) = network.Segments[on.Index];
        var start = a.Toward(b, on.Share);
        var line = new List<Vec> { start };
        var bend = dice.Between(-0.25, 0.25);
        for (var l = 8.0; l <= length; l += 8)
        {
            direction = (direction + (direction.Left * (bend * 0.12))).Unit;
            var next = line[^1] + (direction * 8);
            if (land.Closed(next, 5) || land.Reserved.Covers(next, 3) || (l > 16 && network.Segments.Nearest(next, 15).Index >= 0)) break;
            if (network.Crowded(next, direction, 21)) break;
            line.Add(next);
        }

        if (line.Count >= 4) network.Add(new("", StreetClass.Path, line));
    }
}
