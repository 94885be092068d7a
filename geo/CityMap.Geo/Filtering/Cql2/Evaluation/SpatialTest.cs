using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace CityMap.Geo.Filtering.Cql2;

/// <summary>
/// The spatial functions. Relations other than meeting and being apart are asked only of valid shapes that are no mixed collections: for others
/// the answer is null, in every store.
/// </summary>
internal static class SpatialTest
{
    public static Func<FilterRow, bool?> Of(Spatial test)
    {
        if (test.Left is not GeometryLiteral && test.Right is GeometryLiteral right) return Prepared(test.Operator, right.Value);
        if (test.Left is GeometryLiteral left && test.Right is not GeometryLiteral) return Prepared(Turned(test.Operator), left.Value);
        var (first, second) = (Shape(test.Left), Shape(test.Right));
        return row => first(row) is { } a && second(row) is { } b ? Holds(test.Operator, a, b, null) : null;
    }

    private static Func<FilterRow, Geometry?> Shape(Cql2Expression node) => node is GeometryLiteral literal ? _ => literal.Value : row => row.Geometry;

    private static Func<FilterRow, bool?> Prepared(SpatialOperator what, Geometry literal)
    {
        var prepared = literal is Polygon or MultiPolygon ? PreparedGeometryFactory.Prepare(literal) : null;
        return row => row.Geometry is { } shape ? Holds(what, shape, literal, prepared) : null;
    }

    private static bool? Holds(SpatialOperator what, Geometry a, Geometry b, IPreparedGeometry? preparedB)
    {
        try
        {
            var near = a.EnvelopeInternal.Intersects(b.EnvelopeInternal);
            if (what == SpatialOperator.Intersects) return near && (preparedB?.Intersects(a) ?? a.Intersects(b));
            if (what == SpatialOperator.Disjoint) return !near || !(preparedB?.Intersects(a) ?? a.Intersects(b));
            if (!near) return false;
            return CanRelate(a) && CanRelate(b) ? Relate(what, a, b) : null;
        }
        catch (TopologyException)
        {
            return null;
        }
    }

    private static bool Relate(SpatialOperator what, Geometry a, Geometry b) => what switch
    {
        SpatialOperator.Equals => a.EqualsTopologically(b),
        SpatialOperator.Touches => a.Touches(b),
        SpatialOperator.Within => a.Within(b),
        SpatialOperator.Overlaps => a.Overlaps(b),
        SpatialOperator.Crosses => a.Crosses(b),
        _ => a.Contains(b),
    };

    private static bool CanRelate(Geometry shape) =>
        shape is Point or MultiPoint || (shape is not GeometryCollection or MultiLineString or MultiPolygon && shape.IsValid);

    private static SpatialOperator Turned(SpatialOperator what) => what switch
    {
        SpatialOperator.Within => SpatialOperator.Contains,
        SpatialOperator.Contains => SpatialOperator.Within,
        _ => what,
    };
}
