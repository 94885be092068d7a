using System.Text.Json;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Filtering.Cql2.Json;

/// <summary>Writes a shape as a GeoJSON geometry.</summary>
internal static class Cql2ShapeJson
{
    public static void Write(Utf8JsonWriter json, Geometry shape)
    {
        json.WriteStartObject();
        json.WriteString("type", shape.GeometryType);
        if (shape is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartArray("geometries");
            foreach (var part in ((GeometryCollection)shape).Geometries) Write(json, part);
            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates");
            Body(json, shape);
        }

        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, Geometry shape)
    {
        if (shape is Point point)
        {
            Position(json, point.Coordinate);
            return;
        }

        json.WriteStartArray();
        if (shape is LineString line)
        {
            foreach (var position in line.Coordinates) Position(json, position);
        }
        else
        {
            IReadOnlyList<Geometry> parts = shape is Polygon area ? [area.ExteriorRing, .. area.InteriorRings] : ((GeometryCollection)shape).Geometries;
            foreach (var part in parts) Body(json, part);
        }

        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Coordinate position)
    {
        json.WriteStartArray();
        json.WriteNumberValue(position.X);
        json.WriteNumberValue(position.Y);
        json.WriteEndArray();
    }
}
