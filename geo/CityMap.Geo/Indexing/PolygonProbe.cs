using System.Runtime.InteropServices;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Indexing;

/// <summary>A polygon prepared for many point tests: its edges by bands of height.</summary>
internal sealed class PolygonProbe
{
    private readonly Edge[] _edges;
    private readonly int[] _starts;
    private readonly double _south;
    private readonly double _perBand;

    private PolygonProbe(Edge[] edges, int[] starts, double south, double perBand) =>
        (_edges, _starts, _south, _perBand) = (edges, starts, south, perBand);

    private int Bands => _starts.Length - 1;

    public static PolygonProbe Of(Geometry shape)
    {
        var edges = PolygonEdges.Of(shape);
        var box = shape.EnvelopeInternal;
        var bands = Math.Clamp(edges.Count / 4, 1, 4096);
        var perBand = box.Height > 0 ? bands / box.Height : 0;
        var starts = new int[bands + 1];
        int Band(double y) => Math.Clamp((int)((y - box.MinY) * perBand), 0, bands - 1);
        foreach (ref readonly var e in CollectionsMarshal.AsSpan(edges))
        {
            for (var band = Band(e.Ay); band <= Band(e.By); band++) starts[band + 1]++;
        }

        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var (banded, next) = (new Edge[starts[^1]], (int[])starts.Clone());
        foreach (ref readonly var e in CollectionsMarshal.AsSpan(edges))
        {
            for (var band = Band(e.Ay); band <= Band(e.By); band++) banded[next[band]++] = e;
        }

        return new(banded, starts, box.MinY, perBand);
    }

    /// <summary>True when the place is inside or on the border.</summary>
    public bool Covers(double x, double y)
    {
        var band = Math.Clamp((int)((y - _south) * _perBand), 0, Bands - 1);
        return PolygonEdges.Cover(_edges.AsSpan(_starts[band].._starts[band + 1]), x, y);
    }
}
