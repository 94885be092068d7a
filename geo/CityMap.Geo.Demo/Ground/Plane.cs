using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Demo.Ground;

/// <summary>The local plane of the demo city: metres around its middle, turned into WGS 84 at the very end.</summary>
internal static class Plane
{
    /// <summary>The middle of the city, where the old bridge meets the northern bank.</summary>
    public static readonly LonLat Origin = new(106.761, 21.853);

    // Metres per degree at 21.853° N on the WGS 84 ellipsoid; literals, so that no cosine can differ between machines.
    private const double MetresPerLon = 103_383.0;
    private const double MetresPerLat = 110_742.0;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>WGS 84 position, rounded to 10⁻⁷ degrees (about a centimetre).</summary>
    public static LonLat ToLonLat(Vec p) => new(Lon(p.X), Lat(p.Y));

    /// <summary>The plane position of a WGS 84 position.</summary>
    public static Vec FromLonLat(LonLat p) => new((p.Lon - Origin.Lon) * MetresPerLon, (p.Lat - Origin.Lat) * MetresPerLat);

    public static Point Point(Vec p) => Factory.CreatePoint(Coordinate(p));

    public static LineString Line(IReadOnlyList<Vec> points) => Factory.CreateLineString(Coordinates(points, closed: false));

    /// <summary>A polygon from open rings; the outer one is turned counter-clockwise, holes clockwise (RFC 7946 §3.1.6).</summary>
    public static Polygon Polygon(IReadOnlyList<Vec> outer, IEnumerable<IReadOnlyList<Vec>>? holes = null) =>
        Factory.CreatePolygon(Ring(outer, ccw: true), holes?.Select(h => Ring(h, ccw: false)).ToArray() ?? []);

    /// <summary>Twice the signed area of an open ring, square metres; positive when counter-clockwise.</summary>
    public static double SignedArea(IReadOnlyList<Vec> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Count; i++) sum += ring[i].Cross(ring[(i + 1) % ring.Count]);
        return sum;
    }

    private static LinearRing Ring(IReadOnlyList<Vec> open, bool ccw)
    {
        var coordinates = Coordinates(open, closed: true);
        if (SignedArea(open) > 0 != ccw) Array.Reverse(coordinates);
        return Factory.CreateLinearRing(coordinates);
    }

    private static Coordinate[] Coordinates(IReadOnlyList<Vec> points, bool closed)
    {
        var result = new Coordinate[points.Count + (closed ? 1 : 0)];
        for (var i = 0; i < points.Count; i++) result[i] = Coordinate(points[i]);
        if (closed) result[^1] = result[0].Copy();
        return result;
    }

    private static Coordinate Coordinate(Vec p) => new(Lon(p.X), Lat(p.Y));

    private static double Lon(double x) => Math.Round(Origin.Lon + (x / MetresPerLon), 7);

    private static double Lat(double y) => Math.Round(Origin.Lat + (y / MetresPerLat), 7);
}
