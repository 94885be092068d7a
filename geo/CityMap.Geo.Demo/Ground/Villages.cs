using CityMap.Geo.Demo.Chance;

namespace CityMap.Geo.Demo.Ground;

/// <summary>Villages of the communes: on flat ground in the valleys, away from each other and from the water.</summary>
internal static class Villages
{
    /// <summary>Chooses places for some villages: middle, radius and density.</summary>
    public static List<(Vec Middle, double Radius, double Strength)> Place(long seed, Land land, int count)
    {
        var dice = Dice.For(seed, "villages");
        var result = new List<(Vec Middle, double Radius, double Strength)>();
        for (var attempt = 0; attempt < count * 60 && result.Count < count; attempt++)
        {
            var p = new Vec(dice.Between(-13000, 15500), dice.Between(-13500, 15500));
            if (land.Terrain.Height(p) > 0.13 || land.Wet(p, 150) || p.To(new(200, -200)) < 3200 || !land.Inhabited(p)) continue;
            if (result.Exists(v => v.Middle.To(p) < 1250) || Site.Towns.Any(t => t.Middle.To(p) < t.Radius + 500)) continue;
            result.Add((p, dice.Between(190, 380), dice.Between(0.34, 0.5)));
        }

        return result;
    }
}
