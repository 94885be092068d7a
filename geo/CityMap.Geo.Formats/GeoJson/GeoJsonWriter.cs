using System.Text.Json;
using CityMap.Geo.Layers;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>Writes geometries and features as GeoJSON (RFC 7946): WGS 84, longitude first, at most seven decimals (about 1 cm).</summary>
public static class GeoJsonWriter
{
    private const int Decimals = 7;

    /// <summary>Writes a feature with every field of its layer, so that readers that sample the first features see the whole schema.</summary>
    public static void Write(Utf8JsonWriter writer, Feature feature, IReadOnlyList<FieldInfo> fields)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteString("id", feature.Id);
        writer.WritePropertyName("geometry");
        Write(writer, feature.Geometry);
        writer.WriteStartObject("properties");
        foreach (var field in fields)
        {
            writer.WritePropertyName(field.Name);
            WriteValue(writer, feature[field.Name]);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>Writes a geometry, or null when there is none.</summary>
    public static void Write(Utf8JsonWriter writer, Geometry? geometry)
    {
        if (geometry is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", geometry.GeometryType == "LinearRing" ? "LineString" : geometry.GeometryType);
        if (geometry.OgcGeometryType == OgcGeometryType.GeometryCollection)
        {
            writer.WriteStartArray("geometries");
            for (var i = 0; i < geometry.NumGeometries; i++) Write(writer, geometry.GetGeometryN(i));
            writer.WriteEndArray();
        }
        else
        {
            writer.WritePropertyName("coordinates");
            WriteCoordinates(writer, geometry);
        }

        writer.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter writer, Geometry geometry)
    {
        switch (geometry)
        {
            case Point { IsEmpty: true }:
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            case Point point:
                WritePosition(writer, point.CoordinateSequence, 0);
                break;
            case LineString line:
                WriteSequence(writer, line.CoordinateSequence);
                break;
            case Polygon polygon:
                writer.WriteStartArray();
                if (!polygon.IsEmpty) WriteRing(writer, polygon.Shell, outer: true);
                foreach (var hole in polygon.Holes) WriteRing(writer, hole, outer: false);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteStartArray();
                for (var i = 0; i < geometry.NumGeometries; i++) WriteCoordinates(writer, geometry.GetGeometryN(i));
                writer.WriteEndArray();
                break;
        }
    }

    // RFC 7946 §3.1.6: outer rings counterclockwise, holes clockwise.
    private static void WriteRing(Utf8JsonWriter writer, LineString ring, bool outer)
    {
        var right = NetTopologySuite.Algorithm.Orientation.IsCCW(ring.CoordinateSequence) == outer;
        WriteSequence(writer, right ? ring.CoordinateSequence : ring.CoordinateSequence.Reversed());
    }

    private static void WriteSequence(Utf8JsonWriter writer, CoordinateSequence sequence)
    {
        writer.WriteStartArray();
        for (var i = 0; i < sequence.Count; i++) WritePosition(writer, sequence, i);
        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, CoordinateSequence sequence, int index)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(sequence.GetX(index), Decimals));
        writer.WriteNumberValue(Math.Round(sequence.GetY(index), Decimals));
        if (sequence.HasZ && double.IsFinite(sequence.GetZ(index))) writer.WriteNumberValue(Math.Round(sequence.GetZ(index), 3));
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case long integer: writer.WriteNumberValue(integer); break;
            case double real: writer.WriteNumberValue(real); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case DateTimeOffset time: writer.WriteStringValue(time.UtcDateTime); break;
            default: throw new ArgumentException($"A field cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }
}
