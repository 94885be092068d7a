using CityMap.Geo.Coordinates;
using CityMap.Geo.Demo.Buildings;
using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Networks;
using CityMap.Geo.Demo.Places;
using CityMap.Geo.Demo.Streets;
using CityMap.Geo.Layers;

namespace CityMap.Geo.Demo;

/// <summary>The city as drawn: its static features by layer, and what the incidents need to know about the place.</summary>
internal sealed class World
{
    private World(DemoOptions options, Land land, StreetNetwork streets, Dictionary<string, IReadOnlyList<Feature>> features)
    {
        (Options, Land, Streets, Features) = (options, land, streets, features);
        var box = new NetTopologySuite.Geometries.Envelope();
        foreach (var layer in features.Values)
        {
            foreach (var f in layer) box.ExpandToInclude(f.Geometry!.EnvelopeInternal);
        }

        Bounds = new(box.MinX - 0.005, box.MinY - 0.005, box.MaxX + 0.005, box.MaxY + 0.005);
    }

    public DemoOptions Options { get; }

    public Land Land { get; }

    public StreetNetwork Streets { get; }

    public IReadOnlyDictionary<string, IReadOnlyList<Feature>> Features { get; }

    public Bounds Bounds { get; }

    /// <summary>The street lights and the street each belongs to.</summary>
    public IReadOnlyList<(Vec At, string Street)> Lights { get; init; } = [];

    /// <summary>The plots of named places.</summary>
    public IReadOnlyList<Campus> Campuses { get; init; } = [];

    public static World Draw(DemoOptions options)
    {
        var land = new Land(options, MainStreets.All.Where(m => m.Class <= StreetClass.Primary).Select(m => m.Points));
        var streets = StreetPlan.Draw(land, out var campuses);
        var buildings = HouseBuilder.Build(land, streets, campuses);
        var features = new Dictionary<string, IReadOnlyList<Feature>>
        {
            ["districts"] = land.Districts,
            ["buildings"] = BuildingFeatures.Of(buildings),
            ["streets"] = StreetFeatures.Of(streets),
            ["water"] = LandFeatures.Water(land),
            ["green"] = LandFeatures.Green(land),
        };
        var networks = new NetworkPlan(land, streets);
        (features["water_pipes"], features["drains"], features["power_lines"], features["lighting_lines"], features["street_lights"]) =
            (networks.Pipes, networks.Drains, networks.Power, networks.Lighting, networks.LampFeatures());
        return new(options, land, streets, features) { Campuses = campuses, Lights = networks.Lamps };
    }

    public IReadOnlyList<DemoFacility> Facilities(DateTimeOffset now) => FacilityMaker.Make(this, now);
}
