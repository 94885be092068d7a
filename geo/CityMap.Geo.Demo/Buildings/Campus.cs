using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Places;

namespace CityMap.Geo.Demo.Buildings;

/// <summary>The plot of a named place with its buildings.</summary>
/// <param name="Place">The place.</param>
/// <param name="Plot">Its ground; the front (shares across −1) faces the street.</param>
/// <param name="Street">The street it is on.</param>
internal sealed record Campus(Place Place, Rect Plot, string Street)
{
    /// <summary>Front and depth of the plot of a kind, metres.</summary>
    public static (double Front, double Depth) Size(string kind) => kind switch
    {
        "hospital" => (125, 95),
        "school" => (84, 66),
        "university" => (170, 130),
        "market" => (84, 64),
        "stadium" => (150, 115),
        "railway_station" => (130, 46),
        "bus_station" => (95, 70),
        "border_gate" => (90, 60),
        "fire_station" or "town_hall" or "police" => (54, 46),
        "substation" or "water_plant" => (64, 52),
        "waste_station" => (60, 44),
        "museum" or "heritage" or "pagoda" => (46, 42),
        "hotel" => (38, 30),
        "pump_station" => (16, 14),
        _ => (30, 26),
    };

    /// <summary>The buildings that stand on the plot.</summary>
    public IEnumerable<Building> Buildings(Dice dice)
    {
        var kind = Place.Kind;
        var name = Place.Name;
        switch (kind)
        {
            case "hospital":
                yield return Of(Plot.Part(-0.75, 0.75, -0.55, -0.2), kind, dice.Whole(5, 9), name);
                yield return Of(Plot.Part(-0.85, -0.5, 0, 0.8), kind, dice.Whole(3, 5), null);
                yield return Of(Plot.Part(-0.2, 0.2, 0, 0.8), kind, dice.Whole(3, 5), null);
                yield return Of(Plot.Part(0.5, 0.85, 0, 0.8), kind, dice.Whole(2, 4), null);
                break;
            case "school" or "university":
                yield return new(U(Plot.Part(-0.85, 0.85, -0.25, 0.85)), kind, dice.Whole(2, 4), name);
                yield return Of(Plot.Part(0.6, 0.88, -0.8, -0.45), kind, 1, null);
                break;
            case "market":
                yield return Of(Plot.Part(-0.85, 0.85, -0.7, -0.05), kind, 2, name);
                yield return Of(Plot.Part(-0.85, 0.85, 0.2, 0.8), kind, 1, null);
                break;
            case "stadium":
                yield return new(Oval(Plot), kind, 2, name);
                break;
            case "town_hall" or "police":
                yield return new(U(Plot.Part(-0.8, 0.8, -0.15, 0.8)), kind, dice.Whole(3, 6), name);
                break;
            case "railway_station":
                yield return Of(Plot.Part(-0.6, 0.6, -0.35, 0.35), kind, 2, name);
                break;
            case "substation":
                yield return Of(Plot.Part(-0.7, -0.1, -0.3, 0.3), kind, 1, name);
                break;
            case "pagoda" or "heritage":
                yield return Of(Plot.Part(-0.45, 0.45, 0, 0.6), kind, 1, name);
                yield return Of(Plot.Part(-0.3, 0.3, -0.6, -0.3), kind, 1, null);
                break;
            default:
                yield return Of(Plot.Part(-0.75, 0.75, -0.4, 0.7), kind, kind == "hotel" ? dice.Whole(8, 17) : dice.Whole(1, 4), name);
                break;
        }
    }

    private static Building Of(Rect rect, string kind, int levels, string? name) => new(rect.Corners(), kind, levels, name);

    private static Vec[] U(Rect r) =>
        [r.At(-1, -1), r.At(-0.68, -1), r.At(-0.68, 0.42), r.At(0.68, 0.42), r.At(0.68, -1), r.At(1, -1), r.At(1, 1), r.At(-1, 1)];

    private static Vec[] Oval(Rect r)
    {
        var ring = new Vec[28];
        for (var i = 0; i < ring.Length; i++)
        {
            var u = Circle.At(i / 28.0);
            ring[i] = r.At(0.88 * u.X, 0.88 * u.Y);
        }

        return ring;
    }
}
