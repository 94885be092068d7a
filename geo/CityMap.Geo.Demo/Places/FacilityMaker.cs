using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Places;

/// <summary>Turns places, junctions and villages into facilities with numbers, limits and a state.</summary>
internal static class FacilityMaker
{
    public static IReadOnlyList<DemoFacility> Make(World world, DateTimeOffset now)
    {
        var dice = Dice.For(world.Options.Seed, "facilities");
        var count = new Dictionary<string, int>();
        var result = new List<DemoFacility>();
        foreach (var place in Place.All)
        {
            var address = Address(world, place.Near, dice);
            result.Add(new(Id(place.Kind), place.Kind, place.Name, place.NameEn, Plane.ToLonLat(place.Near))
            {
                Address = address,
                Capacity = place.Capacity,
                Used = place.Capacity is { } c ? (long)(c * dice.Between(0.35, 0.93)) : null,
                Limits = Limits.Of(place.Kind),
            });
        }

        return [.. result.Select(f => Trouble.Afflict(f, world.Options.Seed, now))];

        string Id(string kind)
        {
            var n = count[kind] = count.GetValueOrDefault(kind) + 1;
            return $"{Prefix(kind)}-{n:000}";
        }
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
        _ => kind.ToUpperInvariant(),
    };

    private static string? Address(World world, Vec p, Dice dice)
    {
        var near = world.Streets.Segments.Nearest(p, 400);
        return near.Index < 0 ? null : $"Số {dice.Whole(1, 240)} {world.Streets.Streets[world.Streets.Segments[near.Index].Owner].Name}";
    }
}
