using CityMap.Geo.Filtering.Cql2;

namespace CityMap.Geo.PostGis.Layers;

/// <summary>
/// The spatial functions as PostGIS calls. Boxes are compared first, which the index answers; then only valid shapes that are no mixed collections are
/// related, since for others GEOS may raise an error.
/// </summary>
internal static class FilterSpatialSql
{
    public static string Write(Spatial node, FilterValueSql values)
    {
        var (a, b) = (values.Shape(node.Left), values.Shape(node.Right));
        if (node.Operator is SpatialOperator.Intersects) return $"ST_Intersects({a}, {b})";
        if (node.Operator is SpatialOperator.Disjoint) return $"(NOT ST_Intersects({a}, {b}))";
        var function = node.Operator switch
        {
            SpatialOperator.Equals => "ST_Equals",
            SpatialOperator.Touches => "ST_Touches",
            SpatialOperator.Within => "ST_Within",
            SpatialOperator.Overlaps => "ST_Overlaps",
            SpatialOperator.Crosses => "ST_Crosses",
            _ => "ST_Contains",
        };

        // A literal was looked at when the filter was bound.
        var sound = node.Left is GeometryLiteral && node.Right is GeometryLiteral ? "true" : "GeometryType(geom) <> 'GEOMETRYCOLLECTION' AND ST_IsValid(geom)";
        return $"({a} && {b} AND CASE WHEN {sound} THEN {function}({a}, {b}) END)";
    }
}
