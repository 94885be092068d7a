using CityMap.Geo.Demo.Ground;
using CityMap.Geo.Demo.Places;
using CityMap.Geo.Demo.Streets;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Demo.Incidents;

/// <summary>The places where incidents of each kind happen, gathered once from the drawn city.</summary>
internal sealed class Spots
{
    private readonly World _world;
    private readonly (Vec At, string Name)[] _landmarks;
    private readonly (string Name, Envelope Box, IPointOnGeometryLocator Shape)[] _districts;

    public Spots(World world, IReadOnlyList<DemoFacility> facilities)
    {
        _world = world;
        _landmarks = [.. facilities.Where(f => f.Kind is not ("camera" or "hydrant" or "rain_gauge"))
            .Select(f => (Plane.FromLonLat(f.Position), f.Name))];
        _districts = [.. world.Features["districts"].Select(f =>
            ((string)f["name_vi"]!, f.Geometry!.EnvelopeInternal, (IPointOnGeometryLocator)new IndexedPointInAreaLocator(f.Geometry)))];
        var streets = world.Streets.Streets;
        Anywhere = [.. streets.Where(s => !s.Bridge).SelectMany(Along)];
        Busy = [.. streets.Where(s => s.Class <= StreetClass.Secondary).SelectMany(Along).Where(s => world.Land.Density(s.At) > 0.15)];
        Crossings = [.. Junctions.Find(world.Streets, StreetClass.Tertiary, 40).Where(j => world.Land.Density(j.At) > 0.1)
            .Select(j => At(j.At, j.Street)).OfType<Spot>()];
        Riverside = [.. Anywhere.Where(s => world.Land.River.Clearance(s.At) < 230)];
        Hillside = [.. Anywhere.Where(s => world.Land.Terrain.Height(s.At) > 0.16)];
        Lights = [.. world.Lights.Select(l => At(l.At, l.Street)).OfType<Spot>()];
        Facilities = facilities.GroupBy(f => f.Kind).ToDictionary(g => g.Key, g => (IReadOnlyList<Spot>)[.. g.Select(About)]);
        if (Riverside.Count == 0) Riverside = Anywhere;
        if (Hillside.Count == 0) Hillside = Anywhere;
        if (Lights.Count == 0) Lights = Busy;
        if (Crossings.Count == 0) Crossings = Busy;
    }

    /// <summary>Along all streets.</summary>
    public IReadOnlyList<Spot> Anywhere { get; }

    /// <summary>Along the larger streets of the towns.</summary>
    public IReadOnlyList<Spot> Busy { get; }

    /// <summary>Where larger streets meet.</summary>
    public IReadOnlyList<Spot> Crossings { get; }

    /// <summary>Near the river.</summary>
    public IReadOnlyList<Spot> Riverside { get; }

    /// <summary>Where slopes begin.</summary>
    public IReadOnlyList<Spot> Hillside { get; }

    /// <summary>At street lights.</summary>
    public IReadOnlyList<Spot> Lights { get; }

    /// <summary>At facilities, by kind.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Spot>> Facilities { get; }

    private IEnumerable<Spot> Along(Street street)
    {
        var spacing = street.Class <= StreetClass.Primary ? 45 : 60;
        foreach (var (p, d, _) in Polyline.Walk(street.Line, 15, spacing))
        {
            // The country is quiet: only every few hundred metres something happens there.
            var density = _world.Land.Density(p);
            if (density < 0.1 && ((long)Math.Floor(p.X / 60) + (long)Math.Floor(p.Y / 60)) % 9 != 0) continue;
            if (At(p + (d.Left * 2), street.Name) is { } spot) yield return spot;
        }
    }

    private Spot About(DemoFacility f)
    {
        var p = Plane.FromLonLat(f.Position);
        var street = _world.Streets.Segments.Nearest(p, 900) is { Index: >= 0 } near
            ? _world.Streets.Streets[_world.Streets.Segments[near.Index].Owner].Name
            : "khu vực " + f.Name;
        return new(p, street, f.Name, District(p) ?? "Xã Đồng Đăng", f.Id);
    }

    private Spot? At(Vec p, string street) => District(p) is { } district ? new(p, street, Landmark(p), district) : null;

    private string Landmark(Vec p)
    {
        var (best, name) = (double.MaxValue, "");
        foreach (var (at, landmark) in _landmarks)
        {
            var d = at - p;
            if (d.Dot(d) < best) (best, name) = (d.Dot(d), landmark);
        }

        return name;
    }

    private string? District(Vec p)
    {
        var place = Plane.Point(p).Coordinate;
        foreach (var (name, box, shape) in _districts)
        {
            if (box.Contains(place) && shape.Locate(place) != Location.Exterior) return name;
        }

        return null;
    }
}
