using CityMap.Geo.Coordinates;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Areas.Editions;

/// <summary>Sizes on the ground of shapes in degrees, by the scale at their middle: good to a few thousandths for a shape as large as a province.</summary>
internal static class AreaMeasure
{
    /// <summary>Square metres.</summary>
    public static double SquareMetres(Geometry shape)
    {
        if (shape.IsEmpty) return 0;
        var scale = ScaleOf(shape);
        return shape.Area * scale.LonMetres * scale.LatMetres;
    }

    /// <summary>Mean width in metres: twice the area by the length of the border.</summary>
    public static double MeanWidthMetres(Geometry shape)
    {
        var scale = ScaleOf(shape);
        double border = 0;
        foreach (var ring in Rings(shape))
        {
            for (var i = 1; i < ring.NumPoints; i++)
            {
                var (a, b) = (ring.GetCoordinateN(i - 1), ring.GetCoordinateN(i));
                border += Math.Sqrt(Square((b.X - a.X) * scale.LonMetres) + Square((b.Y - a.Y) * scale.LatMetres));
            }
        }

        return border > 0 ? 2 * SquareMetres(shape) / border : 0;
    }

    /// <summary>The polygons of a shape; its points and lines are left out.</summary>
    public static IEnumerable<Polygon> Polygons(Geometry shape)
    {
        if (shape is Polygon polygon) return polygon.IsEmpty ? [] : [polygon];
        return shape is GeometryCollection several ? several.Geometries.SelectMany(Polygons) : [];
    }

    private static GroundScale ScaleOf(Geometry shape) => GroundScale.At(shape.EnvelopeInternal.Centre.Y);

    private static IEnumerable<LineString> Rings(Geometry shape) => Polygons(shape).SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing));

    private static double Square(double value) => value * value;
}
