using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Filtering.Cql2.Text;

/// <summary>Writes a shape as the WKT of CQL2.</summary>
internal static class Cql2ShapeText
{
    public static void Write(StringBuilder text, Geometry shape)
    {
        text.Append(shape.GeometryType.ToUpperInvariant());
        Body(text, shape);
    }

    private static void Body(StringBuilder text, Geometry shape)
    {
        switch (shape)
        {
            case Point or LineString: Positions(text, shape.Coordinates); break;
            case Polygon area: Each(text, [area.ExteriorRing, .. area.InteriorRings], Body); break;
            case MultiPoint or MultiLineString or MultiPolygon: Each(text, ((GeometryCollection)shape).Geometries, Body); break;
            case GeometryCollection mixed: Each(text, mixed.Geometries, Write); break;
            default: throw new ArgumentException($"A {shape.GeometryType} has no text in CQL2.", nameof(shape));
        }
    }

    private static void Each(StringBuilder text, IReadOnlyList<Geometry> parts, Action<StringBuilder, Geometry> write)
    {
        text.Append('(');
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) text.Append(", ");
            write(text, parts[i]);
        }

        text.Append(')');
    }

    private static void Positions(StringBuilder text, Coordinate[] positions) =>
        text.Append('(').AppendJoin(", ", positions.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:R} {p.Y:R}"))).Append(')');
}
