using NetTopologySuite.Geometries;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>The box that everything a bound filter matches must meet: what an R-tree is asked before the filter is.</summary>
public static class FilterReach
{
    /// <summary>The box; null when the filter says nothing about it.</summary>
    public static Envelope? Of(Cql2Expression bound) => bound switch
    {
        And and => and.Parts.Select(Of).Aggregate((Envelope?)null, Both),
        Or or => or.Parts.Select(Of).Aggregate((a, b) => a is null || b is null ? null : Around(a, b)),
        Spatial { Operator: not SpatialOperator.Disjoint } test => LiteralOf(test.Left, test.Right)?.EnvelopeInternal,
        _ => null,
    };

    private static Geometry? LiteralOf(Cql2Expression left, Cql2Expression right) => (left, right) switch
    {
        (GeometryLiteral shape, Property) => shape.Value,
        (Property, GeometryLiteral shape) => shape.Value,
        _ => null,
    };

    private static Envelope? Both(Envelope? a, Envelope? b) => a is null ? b : b is null ? a : a.Intersection(b);

    private static Envelope Around(Envelope a, Envelope b)
    {
        var around = a.Copy();
        around.ExpandToInclude(b);
        return around;
    }
}
