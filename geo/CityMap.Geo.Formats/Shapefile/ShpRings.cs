using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.Shapefile;

/// <summary>
/// Areas from rings in any order: outer rings run clockwise, holes counterclockwise (ESRI Shapefile Technical Description, p. 8). A hole belongs to
/// the smallest outer ring around it; one that lies in none was wound the wrong way and is an area of its own.
/// </summary>
internal static class ShpRings
{
    public static Geometry Assemble(List<Coordinate[]> parts)
    {
        var rings = parts.ConvertAll(part => Placement.Factory.CreateLinearRing(Closed(part)));
        if (rings is [var only]) return Placement.Factory.CreatePolygon(only);
        var shells = rings.Where(ring => !ring.IsCCW).Select(ring => new Shell(ring)).OrderBy(shell => shell.Area).ToList();
        var alone = new List<Shell>();
        foreach (var hole in rings.Where(ring => ring.IsCCW))
        {
            var around = shells.FirstOrDefault(shell => shell.Holds(hole));
            if (around is null) alone.Add(new(hole));
            else around.Holes.Add(hole);
        }

        var areas = shells.Concat(alone).Select(shell => Placement.Factory.CreatePolygon(shell.Ring, [.. shell.Holes])).ToArray();
        return areas is [var one] ? one : Placement.Factory.CreateMultiPolygon(areas);
    }

    // Some programs leave the last position out.
    private static Coordinate[] Closed(Coordinate[] ring) => ring.Length < 3 || ring[0].Equals2D(ring[^1]) ? ring : [.. ring, ring[0].Copy()];

    private sealed class Shell(LinearRing ring)
    {
        public LinearRing Ring { get; } = ring;

        public double Area { get; } = NetTopologySuite.Algorithm.Area.OfRing(ring.CoordinateSequence);

        public List<LinearRing> Holes { get; } = [];

        public bool Holds(LinearRing hole)
        {
            if (!Ring.EnvelopeInternal.Contains(hole.EnvelopeInternal)) return false;
            // A hole may touch its outer ring: the first position that is not on it decides.
            foreach (var position in hole.Coordinates)
            {
                var where = PointLocation.LocateInRing(position, Ring.Coordinates);
                if (where != Location.Boundary) return where == Location.Interior;
            }

            return true;
        }
    }
}
