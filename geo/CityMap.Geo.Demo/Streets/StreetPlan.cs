using CityMap.Geo.Demo.Buildings;
using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>All streets of the city, from national roads to alleys.</summary>
internal static class StreetPlan
{
    /// <summary>The streets, main ones first; every one has a name.</summary>
    /// <param name="land">The site; the plots of named places become reserved on it.</param>
    /// <param name="campuses">Receives the plots, chosen once the larger streets are there.</param>
    public static StreetNetwork Draw(Land land, out List<Campus> campuses)
    {
        var network = new StreetNetwork();
        foreach (var street in MainStreetBuilder.Build(land.River)) network.Add(street);
        CountryRoads.Grow(land, network);
        var field = new DirectionField(land.Seed, network.Streets.Select(s => s.Line).Append(land.River.Course));
        var grower = new StreetGrower(land, field, network);
        var wide = land.Wide ? 0.63 : 1.0;
        grower.Grow(StreetClass.Tertiary, 0.3, density => (430 - (190 * density)) * wide, 2600);
        campuses = CampusPlanner.Plan(land, network);
        grower.Grow(StreetClass.Residential, 0.2, density => (230 - (132 * density)) * wide, 700);
        Alleys.Grow(land, network, land.Wide ? 30 : 150);
        StreetNames.Give(land.Seed, network);
        return network;
    }
}
