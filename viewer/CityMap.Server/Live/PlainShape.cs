using System.Text.Json;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Live;

/// <summary>The shape of a feature whose layer has no shape of its own: id, geometry as GeoJSON (RFC 7946), and its attributes in camel case.</summary>
internal static class PlainShape
{
    /// <summary>Writes one JSON object.</summary>
    public static void Write(Utf8JsonWriter json, Feature feature)
    {
        json.WriteStartObject();
        json.WriteString("id", feature.Id);
        json.WritePropertyName("geometry");
        WriteGeometry(json, feature.Geometry);
        foreach (var (name, value) in feature.Attributes)
        {
            json.WritePropertyName(CamelCase(name));
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a geometry as GeoJSON; null stays null.</summary>
    public static void WriteGeometry(Utf8JsonWriter json, Geometry? geometry)
    {
        if (geometry is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        json.WritePropertyName(geometry.OgcGeometryType == OgcGeometryType.GeometryCollection ? "geometries" : "coordinates");
        WriteCoordinates(json, geometry);
        json.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(json, point.X, point.Y);
                break;
            case LineString line:
                WriteLine(json, line);
                break;
            case Polygon polygon:
                json.WriteStartArray();
                WriteLine(json, polygon.ExteriorRing);
                for (var i = 0; i < polygon.NumInteriorRings; i++) WriteLine(json, polygon.GetInteriorRingN(i));
                json.WriteEndArray();
                break;
            case GeometryCollection many:
                json.WriteStartArray();
                foreach (var part in many.Geometries)
                {
                    if (many.OgcGeometryType == OgcGeometryType.GeometryCollection) WriteGeometry(json, part);
                    else WriteCoordinates(json, part);
                }

                json.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"A {geometry.GeometryType} has no GeoJSON form.");
        }
    }

    private static void WriteLine(Utf8JsonWriter json, LineString line)
    {
        json.WriteStartArray();
        var points = line.CoordinateSequence;
        for (var i = 0; i < points.Count; i++) WritePosition(json, points.GetX(i), points.GetY(i));
        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, double lon, double lat)
    {
        json.WriteStartArray();
        json.WriteNumberValue(lon);
        json.WriteNumberValue(lat);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case DateTimeOffset at: json.WriteStringValue(at.UtcDateTime); break;
            default: throw new NotSupportedException($"A feature holds no {value.GetType().Name}.");
        }
    }

    private static string CamelCase(string name)
    {
        var words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(w => w.Length == 0 ? w : char.ToUpperInvariant(w[0]) + w[1..]));
    }
}
