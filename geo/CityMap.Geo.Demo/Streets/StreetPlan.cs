using CityMap.Geo.Demo.Ground;

namespace CityMap.Geo.Demo.Streets;

/// <summary>All streets of the city, from national roads to alleys.</summary>
internal static class StreetPlan
{
    /// <summary>The streets, main ones first; every one has a name.</summary>
    public static StreetNetwork Draw(Land land)
    {
        var network = new StreetNetwork();
        foreach (var street in MainStreetBuilder.Build(land.River)) network.Add(street);
        CountryRoads.Grow(land, network);
        var field = new DirectionField(land.Seed, network.Streets.Select(s => s.Line).Append(land.River.Course));
        var grower = new StreetGrower(land, field, network);
        var wide = land.Wide ? 0.8 : 1.0;
        grower.Grow(StreetClass.Tertiary, 0.3, density => (430 - (190 * density)) * wide, 2600);
        grower.Grow(StreetClass.Residential, 0.2, density => (215 - (125 * density)) * wide, 700);
        StreetNames.Give(land.Seed, network);
        return network;
    }
}
