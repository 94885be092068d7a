using CityMap.Geo.Demo.Buildings;
using CityMap.Geo.Demo.Chance;
using CityMap.Geo.Demo.Districts;
using CityMap.Geo.Layers;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Demo.Ground;

/// <summary>The site before anything is built: water, hills, parks, slopes, and how densely people live where.</summary>
internal sealed class Land
{
    private readonly IndexedPointInAreaLocator[] _areas;
    private readonly Noise _patches;
    private readonly (Vec Middle, double Radius, double Strength)[] _towns;

    public Land(DemoOptions options, IEnumerable<IReadOnlyList<Vec>> roads)
    {
        Seed = options.Seed;
        Wide = options.Size == DemoSize.City;
        River = new River(Seed);
        Districts = DistrictMap.Draw(Seed, River);
        _areas = [.. Districts.Select(d => new IndexedPointInAreaLocator(d.Geometry))];
        Terrain = new Terrain(Seed, [.. roads, Site.RiverControls]);
        _patches = new Noise(Seed, "patches");
        var grow = Wide ? 2.1 : 0.97;
        _towns = [.. Site.Towns.Select(t => (t.Middle, t.Radius * grow, t.Strength)), .. Villages.Place(Seed, this, Wide ? 150 : 46)];
    }

    public long Seed { get; }

    /// <summary>True for the large city.</summary>
    public bool Wide { get; }

    public River River { get; }

    public Terrain Terrain { get; }

    /// <summary>The districts as features.</summary>
    public IReadOnlyList<Feature> Districts { get; }

    /// <summary>True in one of the districts.</summary>
    public bool Inhabited(Vec p)
    {
        var at = Plane.Point(p).Coordinate;
        for (var i = 0; i < _areas.Length; i++)
        {
            if (Districts[i].Geometry!.EnvelopeInternal.Contains(at) && _areas[i].Locate(at) != Location.Exterior) return true;
        }

        return false;
    }

    /// <summary>Plots that are already given away.</summary>
    public RectGrid Reserved { get; } = new(120);

    /// <summary>The towns and villages: middle, radius in metres, density.</summary>
    public IReadOnlyList<(Vec Middle, double Radius, double Strength)> Settlements => _towns;

    /// <summary>How densely people live at a place: 0 nobody, 1 the old quarters.</summary>
    public double Density(Vec p)
    {
        var best = 0.0;
        foreach (var (middle, radius, strength) in _towns)
        {
            if (Math.Abs(p.X - middle.X) > radius || Math.Abs(p.Y - middle.Y) > radius) continue;
            best = Math.Max(best, strength * (1 - Terrain.Ease(0.15, 1, p.To(middle) / radius)));
        }

        if (best <= 0) return 0;
        var patch = 0.22 * _patches.Fractal(p.X / 420, p.Y / 420, 3);
        return Math.Clamp(best + patch - (Terrain.Ease(0.12, 0.3, Terrain.Height(p)) * 1.2), 0, 1);
    }

    /// <summary>True where no street may run: in or at the water, on hills, in parks, on steep ground.</summary>
    public bool Closed(Vec p, double margin) =>
        Closed(Site.Hills, p, margin) || Closed(Site.Parks, p, margin) || Wet(p, margin + 8) || Terrain.Height(p) > 0.34;

    /// <summary>True in the river or a lake, or nearer to one than some metres.</summary>
    public bool Wet(Vec p, double margin) => River.Clearance(p) < margin || Closed(Site.Lakes, p, margin);

    private static bool Closed(Hill[] shapes, Vec p, double margin)
    {
        foreach (var shape in shapes)
        {
            if (shape.Covers(p, margin)) return true;
        }

        return false;
    }
}
