using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Streets;

namespace CityMap.Geo.Demo.Buildings;

/// <summary>
/// Rows of houses on both sides of every street: narrow and tall in the old quarters, low and loose outside, none where there is no room.
/// </summary>
internal sealed class HouseBuilder(Land land, StreetNetwork network)
{
    private readonly RectGrid _taken = new(45);
    private readonly List<Building> _buildings = [];
    private readonly Noise _rows = new(land.Seed, "roadside");

    /// <summary>All buildings: those of the named places first.</summary>
    public static List<Building> Build(Land land, StreetNetwork network, IEnumerable<Campus> campuses)
    {
        var builder = new HouseBuilder(land, network);
        foreach (var campus in campuses)
            builder._buildings.AddRange(campus.Buildings(Dice.For(land.Seed, "campus " + campus.Place.Name)));
        for (var i = 0; i < network.Streets.Count; i++)
        {
            if (network.Streets[i].Bridge) continue;
            builder.Side(network.Streets[i], 1, Dice.For(land.Seed, "left", i));
            builder.Side(network.Streets[i], -1, Dice.For(land.Seed, "right", i));
        }

        return builder._buildings;
    }

    private void Side(Street street, int side, Dice dice)
    {
        var length = Polyline.Length(street.Line);
        var setback = street.HalfWidth + (street.Class == StreetClass.Path ? 0.8 : street.Class <= StreetClass.Secondary ? 4.5 : 2.6);
        var along = new Runner(street.Line);
        for (var t = street.Class == StreetClass.Path ? 2.0 : 6.0; t < length - 5;)
        {
            var (p, _) = along.At(t);
            var density = land.Density(p);
            if (density < 0.03 && (density = Roadside(street, p)) <= 0)
            {
                t += 60;
                continue;
            }

            var front = Front(street, density, dice);
            (p, var d) = along.At(t + (front / 2));
            var built = dice.Happens(Chance(street, density)) && Place(street, p, d * side, front, setback, density, dice);
            t += built ? front + Gap(density, dice) : dice.Between(3, 5 + (14 * (1 - density)));
        }
    }

    // Along the country roads houses stand in loose rows, here and there.
    private double Roadside(Street street, Vec p) =>
        street.Class <= StreetClass.Tertiary && _rows.Fractal(p.X / 520, p.Y / 520, 2) > 0.2 && land.Terrain.Height(p) < 0.2 ? 0.22 : 0;

    private bool Place(Street street, Vec p, Vec axis, double front, double setback, double density, Dice dice)
    {
        var depth = density > 0.45 ? dice.Between(11, 21) : dice.Between(9, 15);
        var back = density > 0.45 ? dice.Between(0, 0.6) : dice.Between(0, 6);
        var big = dice.Happens(street.Class <= StreetClass.Secondary ? 0.035 : 0.012) && density > 0.15;
        if (big) (front, depth) = (dice.Between(20, 36), dice.Between(18, 30));
        foreach (var shrink in (ReadOnlySpan<double>)[1, 0.7])
        {
            var rect = new Rect(p + (axis.Left * (setback + back + (depth * shrink / 2))), axis, front / 2, depth * shrink / 2);
            if (!Room(rect)) continue;
            _taken.Add(rect);
            var kind = Kind(street, density, big, dice);
            _buildings.Add(new(Outline(rect, dice), kind, Levels(street, kind, density, dice)));
            return true;
        }

        return false;
    }

    private bool Room(Rect rect)
    {
        if (land.Reserved.Meets(rect, 1.5) || _taken.Meets(rect, 0.15)) return false;
        foreach (var corner in rect.Corners())
        {
            if (land.Closed(corner, -4) || land.Wet(corner, 7)) return false;
        }

        return !network.Meets(rect, 1.2);
    }

    private double Front(Street street, double density, Dice dice) => land.Wide
        ? density > 0.45 ? dice.Between(4.2, 7) : dice.Between(5, 8.5)
        : density > 0.45 ? dice.Between(13, 27) : dice.Between(12, street.Class == StreetClass.Path ? 17 : 23);

    private static double Gap(double density, Dice dice) =>
        dice.Happens(0.25 + (0.65 * density)) ? dice.Between(0.3, 1.1) : dice.Between(3, 6 + (30 * (1 - density) * (1 - density)));

    private static double Chance(Street street, double density) =>
        Math.Min(0.97, (density * 1.5) + 0.06);

    private static string Kind(Street street, double density, bool big, Dice dice) => big
        ? density < 0.4 ? "warehouse" : dice.Pick<string>(["office", "apartments", "commercial"])
        : street.Class <= StreetClass.Secondary && dice.Happens(0.4 + (0.4 * density)) ? "shop" : "house";

    private static int Levels(Street street, string kind, double density, Dice dice) => kind switch
    {
        "warehouse" => 1,
        "office" or "apartments" or "commercial" => dice.Whole(5, 14),
        _ => 1 + dice.Below(2 + (int)(density * (street.Class <= StreetClass.Secondary ? 4.5 : 3))),
    };

    // Some houses have a yard cut out of one corner.
    private static Vec[] Outline(Rect r, Dice dice)
    {
        if (!dice.Happens(0.16)) return r.Corners();
        double x = dice.Between(0.1, 0.5), y = dice.Between(0, 0.5);
        return [r.At(-1, -1), r.At(1, -1), r.At(1, y), r.At(x, y), r.At(x, 1), r.At(-1, 1)];
    }
}
