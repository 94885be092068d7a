using CityMap.Geo.Coordinates;
using CityMap.Geo.Indexing;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Areas;

/// <summary>Finds the named street nearest to a position. Immutable and safe for any number of readers.</summary>
public sealed class AddressIndex
{
    /// <summary>A street farther away than this does not name a place, metres.</summary>
    public const double WithinMetres = 300;

    private readonly string[] _names;
    private readonly SegmentIndex _segments;

    private AddressIndex(string[] names, SegmentIndex segments) => (_names, _segments) = (names, segments);

    /// <summary>Builds it from lines in WGS 84; streets without a name, and shapes that are not lines, are left out.</summary>
    public static AddressIndex Build(IEnumerable<(string Name, Geometry Line)> streets)
    {
        // Owners are ranks of names in byte order, so that of two equally near streets the first by name answers.
        var named = streets.Where(s => !string.IsNullOrWhiteSpace(s.Name)).ToLookup(s => s.Name, s => s.Line, StringComparer.Ordinal);
        string[] names = [.. named.Select(n => n.Key).Order(StringComparer.Ordinal)];
        return new(names, SegmentIndex.Build(names.SelectMany((name, rank) => named[name].SelectMany(Lines).Select(line => (rank, line)))));
    }

    /// <summary>The nearest street within 300 m, or null. Of equally near ones the first by name.</summary>
    public NearestStreet? Find(LonLat p)
    {
        var nearest = new First(WithinMetres * WithinMetres);
        _segments.Nearest(p, WithinMetres, ref nearest);
        return nearest.Owner < 0 ? null : new(_names[nearest.Owner], Math.Sqrt(nearest.Squared));
    }

    private static IEnumerable<IReadOnlyList<Edge>> Lines(Geometry shape)
    {
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (shape.GetGeometryN(i) is not LineString line) continue;
            var edges = new Edge[Math.Max(line.NumPoints - 1, 0)];
            for (var k = 0; k < edges.Length; k++)
            {
                var (a, b) = (line.GetCoordinateN(k), line.GetCoordinateN(k + 1));
                edges[k] = Edge.Of(a.X, a.Y, b.X, b.Y);
            }

            yield return edges;
        }
    }

    private struct First(double limit) : IOwnerVisitor
    {
        public int Owner { get; private set; } = -1;

        public double Squared { get; private set; } = limit;

        public double Visit(int owner, double squaredMetres)
        {
            if (squaredMetres < Squared || (squaredMetres == Squared && (Owner < 0 || owner < Owner))) (Owner, Squared) = (owner, squaredMetres);
            return Squared;
        }
    }
}
