using CityMap.Geo.Coordinates;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Viewer.Data;

/// <summary>Features of the store, made ready to be drawn.</summary>
public static class MapFeatures
{
    private const double World = 2 * WebMercator.HalfWorld;

    /// <summary>x in the unit square.</summary>
    public static double X(double lon) => (WebMercator.X(lon) / World) + 0.5;

    /// <summary>y in the unit square.</summary>
    public static double Y(double lat) => 0.5 - (WebMercator.Y(lat) / World);

    /// <summary>A feature; null when it has no place. Of a mixed collection its highest dimension is taken.</summary>
    public static MapFeature? Of(Feature feature) => Of(feature.Id, feature.Geometry, feature.Attributes);

    /// <summary>A shape with its attributes; null when it has no place.</summary>
    /// <param name="id">Its key.</param>
    /// <param name="shape">WGS 84, longitude first.</param>
    /// <param name="attributes">Values by name.</param>
    public static MapFeature? Of(string id, Geometry? shape, IReadOnlyDictionary<string, object?> attributes)
    {
        if (shape is null || shape.IsEmpty) return null;
        var kind = shape.Dimension switch { Dimension.Surface => ShapeKind.Polygon, Dimension.Curve => ShapeKind.Line, _ => ShapeKind.Point };
        var parts = new List<Coordinate[]>();
        Collect(shape, kind, parts);
        var xy = new double[2 * parts.Sum(p => p.Length)];
        var starts = new int[parts.Count];
        var at = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            starts[i] = at / 2;
            foreach (var c in parts[i]) (xy[at++], xy[at++]) = (X(c.X), Y(c.Y));
        }

        return new(id, kind, xy, starts, attributes);
    }

    private static void Collect(Geometry shape, ShapeKind kind, List<Coordinate[]> parts)
    {
        switch (shape)
        {
            case Polygon polygon when kind == ShapeKind.Polygon:
                parts.Add(polygon.ExteriorRing.Coordinates);
                foreach (var hole in polygon.InteriorRings) parts.Add(hole.Coordinates);
                break;
            case LineString line when kind == ShapeKind.Line: parts.Add(line.Coordinates); break;
            case Point point when kind == ShapeKind.Point: parts.Add([point.Coordinate]); break;
            case GeometryCollection many:
                foreach (var one in many.Geometries) Collect(one, kind, parts);
                break;
        }
    }
}
