using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Demo.Ground;

/// <summary>Water and green as features.</summary>
internal static class LandFeatures
{
    /// <summary>Features of layer <c>water</c>.</summary>
    public static IReadOnlyList<Feature> Water(Land land) =>
    [
        Named("wa-1", Plane.Polygon(land.River.Ring()), "Sông Kỳ Cùng", "river"),
        .. Site.Lakes.Select((l, i) => Named($"wa-{i + 2}", Plane.Polygon(l.Ring(land.Seed)), l.Name, l.Kind)),
    ];

    /// <summary>Features of layer <c>green</c>.</summary>
    public static IReadOnlyList<Feature> Green(Land land) =>
    [
        .. Contours.Above(Fields(land), 0.5, 30_000).Select((p, i) => Named($"gr-a{i + 1}", p, null, "field")),
        .. Contours.Above(land.Terrain.Node, 0.3, 60_000).Select((p, i) => Named($"gr-f{i + 1}", p, null, "forest")),
        .. Site.Hills.Select((h, i) => Named($"gr-h{i + 1}", Plane.Polygon(h.Ring(land.Seed)), h.Name, h.Kind)),
        .. Riverside(land).Select((r, i) => Named($"gr-r{i + 1}", Plane.Polygon(r), "Bờ sông Kỳ Cùng", "park")),
        .. Site.Parks.Select((h, i) => Named($"gr-p{i + 1}", Plane.Polygon(h.Ring(land.Seed)), h.Name, h.Kind)),
    ];

    // The green banks within the city: strips between the water and the first houses, open at the bridges.
    private static IEnumerable<List<Vec>> Riverside(Land land)
    {
        var noise = new Noise(land.Seed, "banks");
        foreach (var side in new[] { 1, -1 })
        {
            List<Vec> water = land.River.Bank(side, -2), strip = land.River.Bank(side);
            int from = -1, last = water.Count - 1;
            for (var i = 0; i <= last; i++)
            {
                var far = 14 + (9 * noise.At(i * 0.35, side));
                strip[i] = land.River.Course[i] + ((water[i] - land.River.Course[i]).Unit * (land.River.Course[i].To(water[i]) + far));
                var green = land.Density(strip[i]) > 0.25 && i < last;
                if (green && from < 0) from = i;
                if (green || from < 0) continue;
                if (i - from > 4)
                {
                    var ring = water.GetRange(from, i - from);
                    for (var k = i - 1; k >= from; k--) ring.Add(strip[k]);
                    yield return ring;
                }

                from = -1;
            }
        }
    }

    // Rice and maize on the flat ground of the valleys, in patches, away from the towns.
    private static Func<int, int, double> Fields(Land land)
    {
        var noise = new Noise(land.Seed, "fields");
        return (column, row) =>
        {
            var p = Terrain.Corner + (new Vec(column, row) * Terrain.Cell);
            var height = land.Terrain.Node(column, row);
            if (height > 0.2) return 0;
            var fertile = (1 - Terrain.Ease(0.06, 0.16, height)) * (0.58 + (0.9 * noise.Fractal(p.X / 900, p.Y / 900, 4)));
            return fertile > 0.2 && land.Inhabited(p) ? fertile * (1 - Terrain.Ease(0.1, 0.3, land.Density(p))) : Math.Min(fertile, 0.2);
        };
    }

    private static Feature Named(string id, Geometry shape, string? name, string kind) =>
        new(id, shape, new Dictionary<string, object?> { ["name"] = name, ["kind"] = kind });
}
