using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Union;

namespace CityMap.Geo.Analyses;

/// <summary>
/// What lies within a distance of some shapes. The shapes near a piece are found by an index and joined for this piece only: the reach of a whole city as one
/// area has so many corners that cutting by it takes minutes.
/// </summary>
internal sealed class Reach
{
    private readonly STRtree<Source> _tree = new();
    private readonly double _distance;

    public Reach(IEnumerable<Geometry> shapes, double distance)
    {
        _distance = distance;
        foreach (var shape in shapes) _tree.Insert(shape.EnvelopeInternal, new(shape, distance));
        _tree.Build();
    }

    /// <summary>Cuts a shape into what lies within and what lies beyond; either is empty when there is nothing of it.</summary>
    public (Geometry Within, Geometry Beyond) Cut(Geometry shape)
    {
        var box = shape.EnvelopeInternal.Copy();
        box.ExpandBy(_distance);
        var near = _tree.Query(box).Where(other => other.Shape.IsWithinDistance(shape, _distance)).ToList();
        var nothing = shape.Factory.CreateEmpty(shape.Dimension);
        if (near.Count == 0) return (nothing, shape);
        // In a city most pieces lie within reach of one facility alone: then nothing has to be joined.
        if (shape is Point || near.Exists(other => other.Prepared.Covers(shape))) return (shape, nothing);
        var area = near.Count == 1 ? near[0].Area : CascadedPolygonUnion.Union([.. near.Select(other => other.Area)]);
        return area.Covers(shape) ? (shape, nothing)
            : (OverlayNGRobust.Overlay(shape, area, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection), OverlayNGRobust.Overlay(shape, area, NetTopologySuite.Operation.Overlay.SpatialFunction.Difference));
    }

    // Made when first asked for, and once: each is asked for by every piece near it.
    private sealed class Source(Geometry shape, double distance)
    {
        private Geometry? _area;
        private IPreparedGeometry? _prepared;

        public Geometry Shape => shape;

        public Geometry Area => _area ??= shape.Buffer(distance, BufferAnalysis.QuadrantSegments);

        public IPreparedGeometry Prepared => _prepared ??= PreparedGeometryFactory.Prepare(Area);
    }
}
