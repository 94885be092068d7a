using CityMap.Geo.Coordinates;

namespace CityMap.Geo.Indexing;

/// <summary>
/// Line segments that each belong to an owner, found by nearness. Consecutive segments are kept in runs of sixteen, which are
/// compact on the ground, so the tree above them stays small. Degrees in, metres out.
/// </summary>
internal sealed class SegmentIndex
{
    private const int RunLength = 16;
    private readonly Edge[] _edges;
    private readonly Run[] _runs;
    private readonly PackedTree _tree;

    private SegmentIndex(Edge[] edges, Run[] runs, PackedTree tree) => (_edges, _runs, _tree) = (edges, runs, tree);

    /// <param name="owners">The segments of each owner, in the order they follow one another.</param>
    public static SegmentIndex Build(IEnumerable<(int Owner, IReadOnlyList<Edge> Edges)> owners)
    {
        var (edges, runs, boxes) = (new List<Edge>(), new List<Run>(), new List<Box>());
        foreach (var (owner, line) in owners)
        {
            for (var start = 0; start < line.Count; start += RunLength)
            {
                var box = new Box(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
                var end = Math.Min(line.Count, start + RunLength);
                runs.Add(new(owner, edges.Count, end - start));
                for (var i = start; i < end; i++)
                {
                    var e = line[i];
                    box = new(Math.Min(box.MinX, Math.Min(e.Ax, e.Bx)), Math.Min(box.MinY, e.Ay), Math.Max(box.MaxX, Math.Max(e.Ax, e.Bx)), Math.Max(box.MaxY, e.By));
                    edges.Add(e);
                }

                boxes.Add(box);
            }
        }

        var order = HilbertOrder.Of(
            boxes.ConvertAll(b => (b.MinX + b.MaxX) / 2).ToArray(), boxes.ConvertAll(b => (b.MinY + b.MaxY) / 2).ToArray());
        return new(
            [.. edges], Array.ConvertAll(order, i => runs[i]), PackedTree.OfBoxes(Array.ConvertAll(order, i => boxes[i])));
    }

    /// <summary>Visits owners with distances in metres squared; an owner may come many times, and never only farther than it is.</summary>
    public void Nearest<T>(LonLat p, double withinMetres, ref T visitor)
        where T : struct, IOwnerVisitor
    {
        var scale = GroundScale.At(p.Lat);
        var walk = new Walk<T>(this, p, scale, visitor);
        _tree.Nearest(p.Lon, p.Lat, scale.LonMetres, scale.LatMetres, withinMetres * withinMetres, ref walk);
        visitor = walk.Visitor;
    }

    private struct Walk<T>(SegmentIndex index, LonLat p, GroundScale scale, T visitor) : INearestVisitor
        where T : struct, IOwnerVisitor
    {
        public T Visitor = visitor;

        public double Visit(int slot, double boundSquared)
        {
            var run = index._runs[slot];
            var best = double.PositiveInfinity;
            foreach (ref readonly var e in index._edges.AsSpan(run.Start, run.Count)) best = Math.Min(best, Squared(e));
            // A little slack, so that rounding never prunes an owner that is equally near.
            return Visitor.Visit(run.Owner, best) * (1 + 1e-9);
        }

        private readonly double Squared(in Edge e)
        {
            var (ax, ay) = ((e.Ax - p.Lon) * scale.LonMetres, (e.Ay - p.Lat) * scale.LatMetres);
            var (bx, by) = ((e.Bx - p.Lon) * scale.LonMetres, (e.By - p.Lat) * scale.LatMetres);
            var (dx, dy) = (bx - ax, by - ay);
            var along = -((ax * dx) + (ay * dy));
            var length = (dx * dx) + (dy * dy);
            // Ends are taken as they are: two segments that share one are then equally far away, to the last bit.
            if (along <= 0) return (ax * ax) + (ay * ay);
            if (along >= length) return (bx * bx) + (by * by);
            var across = (ax * dy) - (ay * dx);
            return across * across / length;
        }
    }

    private readonly record struct Run(int Owner, int Start, int Count);
}

/// <summary>Receives owners of near segments.</summary>
internal interface IOwnerVisitor
{
    /// <summary>An owner has a segment that far away, metres squared; answers how far is still of interest.</summary>
    double Visit(int owner, double squaredMetres);
}
