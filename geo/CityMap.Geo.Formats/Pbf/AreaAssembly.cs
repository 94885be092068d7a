using CityMap.Geo.Formats.Rows;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;

namespace CityMap.Geo.Formats.Pbf;

/// <summary>
/// Makes the area of a multipolygon relation from its ways (wiki.openstreetmap.org/wiki/Relation:multipolygon). Which ring is a hole follows from how
/// the rings lie within each other, never from the roles, which are often wrong. A segment that stands twice bounds nothing.
/// </summary>
internal static class AreaAssembly
{
    /// <summary>The area; else why there is none.</summary>
    public static (Geometry? Area, string? Problem) Assemble(IReadOnlyList<ulong[]> ways)
    {
        var (rings, open) = RingJoin.Join(ways);
        if (open is { } end)
        {
            var (lon, lat) = MemberWays.Degrees(end);
            return (null, FormattableString.Invariant($"Its ways do not close at {lon:0.0000000},{lat:0.0000000}: the file may hold only a part of it."));
        }

        if (rings is not null && Nest(rings) is { IsValid: true } area) return (area, null);
        return Polygonize(ways) is { } found ? (found, null) : (null, "Its rings cross or bound nothing.");
    }

    private static Geometry? Nest(List<ulong[]> rings)
    {
        var all = new List<Ring>();
        foreach (var ring in rings)
        {
            if (OsmShapes.Ring(ring) is { } read) all.Add(new(read));
        }

        all.Sort((a, b) => b.Area.CompareTo(a.Area));
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i - 1; j >= 0; j--)
            {
                if (!all[j].Holds(all[i])) continue;
                all[i].Parent = all[j];
                break;
            }
        }

        var shells = all.Where(r => !r.IsHole).ToList();
        if (shells.Count == 0) return null;
        var holes = all.Where(r => r.IsHole).ToLookup(r => r.Parent!, r => r.Line);
        var parts = shells.ConvertAll(s => (Geometry)Shapes.Factory.CreatePolygon(s.Line, [.. holes[s]]));
        return Shapes.Together(parts, "relation");
    }

    // Rings that touch, share segments or meet in the middle of a way: all remaining segments bound the inside on one of their sides.
    private static Geometry? Polygonize(IReadOnlyList<ulong[]> ways)
    {
        var segments = new HashSet<(ulong, ulong)>();
        foreach (var way in ways)
        {
            for (var i = 1; i < way.Length; i++)
            {
                var segment = way[i - 1] < way[i] ? (way[i - 1], way[i]) : (way[i], way[i - 1]);
                if (segment.Item1 != segment.Item2 && !segments.Add(segment)) segments.Remove(segment);
            }
        }

        var polygonizer = new Polygonizer(extractOnlyPolygonal: true);
        foreach (var (a, b) in segments) polygonizer.Add(Shapes.Factory.CreateLineString([OsmShapes.Position(a), OsmShapes.Position(b)]));
        var area = polygonizer.GetGeometry();
        var whole = !area.IsEmpty && polygonizer.GetDangles().Count == 0 && polygonizer.GetCutEdges().Count == 0;
        return whole && area.IsValid ? Shapes.Together([area], "relation") : null;
    }

    private sealed class Ring(LinearRing line)
    {
        public LinearRing Line => line;

        public double Area { get; } = Math.Abs(NetTopologySuite.Algorithm.Area.OfRing(line.CoordinateSequence));

        public Ring? Parent { get; set; }

        public bool IsHole => Parent is { IsHole: false };

        public bool Holds(Ring other)
        {
            if (!line.EnvelopeInternal.Contains(other.Line.EnvelopeInternal)) return false;
            foreach (var position in other.Line.Coordinates)
            {
                var where = NetTopologySuite.Algorithm.PointLocation.LocateInRing(position, line.Coordinates);
                if (where != Location.Boundary) return where == Location.Interior;
            }

            return true;
        }
    }
}
