using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Streets;

namespace CityMap.Geo.Demo.Places;

/// <summary>Turns places, junctions, streets and communes into facilities with numbers, limits and a state.</summary>
internal sealed class FacilityMaker(World world, DateTimeOffset now)
{
    private readonly Dictionary<string, int> _count = [];
    private readonly List<DemoFacility> _made = [];

    /// <summary>All facilities, named places first.</summary>
    public static IReadOnlyList<DemoFacility> Make(World world, DateTimeOffset now)
    {
        var maker = new FacilityMaker(world, now);
        maker.NamedPlaces();
        maker.Cameras();
        maker.Hydrants();
        maker.RainGauges();
        return maker._made;
    }

    private void NamedPlaces()
    {
        var plots = world.Campuses.ToDictionary(c => c.Place);
        foreach (var place in Place.All)
        {
            var at = plots.TryGetValue(place, out var campus) ? campus.Plot.At(0, -0.3) : place.Free ? place.Near : Kerb(place.Near);
            Add(place.Kind, place.Name, place.NameEn, at, campus?.Street, place.Capacity);
        }
    }

    private void Cameras()
    {
        foreach (var (at, street, other) in Junctions.Find(world.Streets, StreetClass.Tertiary, world.Land.Wide ? 130 : 230))
        {
            if (world.Land.Density(at) < 0.22 || _count.GetValueOrDefault("camera") >= (world.Land.Wide ? 520 : 130)) continue;
            Add("camera", $"Camera nút {street} - {other}", $"Camera {street} / {other}", at + new Vec(6, 6), street);
        }
    }

    private void Hydrants()
    {
        foreach (var street in world.Streets.Streets)
        {
            if (street.Bridge || street.Class > StreetClass.Tertiary) continue;
            foreach (var (p, d, _) in Polyline.Walk(street.Line, 70, world.Land.Wide ? 160 : 290))
            {
                if (world.Land.Density(p) < 0.33) continue;
                var number = _count.GetValueOrDefault("hydrant") + 1;
                var kerb = p - (d.Left * (street.HalfWidth + 1.2));
                Add("hydrant", $"Trụ cứu hỏa số {number} {street.Name}", $"Hydrant {number} {street.Name}", kerb, street.Name);
            }
        }
    }

    private void RainGauges()
    {
        foreach (var district in world.Land.Districts)
        {
            var inside = district.Geometry!.InteriorPoint;
            var name = (string)district["name_vi"]!;
            var at = Plane.FromLonLat(new(inside.X, inside.Y));
            Add("rain_gauge", "Trạm đo mưa " + name[(name.IndexOf(' ') + 1)..], "Rain gauge " + district["name_en"], at, null);
        }
    }

    private void Add(string kind, string name, string nameEn, Vec at, string? street, int? capacity = null)
    {
        var number = _count[kind] = _count.GetValueOrDefault(kind) + 1;
        var dice = Dice.For(world.Options.Seed, "facility " + kind, number);
        _made.Add(Trouble.Afflict(new($"{Prefix(kind)}-{number:000}", kind, name, nameEn, Plane.ToLonLat(at))
        {
            Address = Address(at, street, kind, dice),
            Capacity = capacity,
            Used = capacity is { } c ? (long)(c * dice.Between(0.35, 0.93)) : null,
            Limits = Limits.Of(kind),
        }, world.Options.Seed, now));
    }

    private static string Prefix(string kind) => kind switch
    {
        "pump_station" => "PUMP",
        "water_plant" => "WATER",
        "fire_station" => "FIRE",
        "border_gate" => "GATE",
        "railway_station" => "RAIL",
        "bus_station" => "BUS",
        "waste_station" => "WASTE",
        "rain_gauge" => "RAIN",
        "post_office" => "POST",
        "town_hall" => "HALL",
        "hospital" => "HOSP",
        "university" => "UNI",
        "reservoir" => "RES",
        "substation" => "SUB",
        "camera" => "CAM",
        "hydrant" => "HYD",
        _ => kind.ToUpperInvariant(),
    };

    private string? Address(Vec at, string? street, string kind, Dice dice)
    {
        if (street is null)
        {
            var near = world.Streets.Segments.Nearest(at, 250);
            if (near.Index < 0) return null;
            street = world.Streets.Streets[world.Streets.Segments[near.Index].Owner].Name;
        }

        // A number alone, at a lane without a name, tells nobody where to go.
        if (street.Length == 0) return null;
        return kind is "camera" or "hydrant" or "rain_gauge" or "park" or "heritage" ? street : $"Số {dice.Whole(1, 240)} {street}";
    }

    // Beside the nearest street when there was no room for a plot.
    private Vec Kerb(Vec near)
    {
        var found = world.Streets.Segments.Nearest(near, 500);
        if (found.Index < 0) return near;
        var (a, b, owner) = world.Streets.Segments[found.Index];
        var on = a.Toward(b, found.Share);
        var away = on.To(near) > 0.5 ? (near - on).Unit : (b - a).Unit.Left;
        return on + (away * (world.Streets.Streets[owner].HalfWidth + 3));
    }
}
