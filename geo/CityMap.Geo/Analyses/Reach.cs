using NetTopologySuite.Geometries;
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
    private readonly STRtree<Geometry> _tree = new();
    private readonly double _distance;

    public Reach(IEnumerable<Geometry> shapes, double distance)
    {
        _distance = distance;
        foreach (var shape in shapes) _tree.Insert(shape.EnvelopeInternal, shape);
        _tree.Build();
    }

    /// <summary>Cuts a shape into what lies within and what lies beyond; either is empty when there is nothing of it.</summary>
    public (Geometry Within, Geometry Beyond) Cut(Geometry shape)
    {
        var box = shape.EnvelopeInternal.Copy();
        box.ExpandBy(_distance);
        var near = _tree.Query(box).Where(other => other.IsWithinDistance(shape, _distance)).ToList();
        var nothing = shape.Factory.CreateEmpty(shape.Dimension);
        if (near.Count == 0) return (nothing, shape);
        if (shape is Point) return (shape, nothing);
        var area = near.Count == 1 ? near[0].Buffer(_distance, BufferAnalysis.QuadrantSegments) : CascadedPolygonUnion.Union([.. near.Select(other => other.Buffer(_distance, BufferAnalysis.QuadrantSegments))]);
        return area.Covers(shape) ? (shape, nothing)
            : (OverlayNGRobust.Overlay(shape, area, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection), OverlayNGRobust.Overlay(shape, area, NetTopologySuite.Operation.Overlay.SpatialFunction.Difference));
    }
}
