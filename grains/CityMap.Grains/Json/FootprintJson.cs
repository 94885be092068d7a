using System.Text.Json;
using System.Text.Json.Serialization;
using NetTopologySuite;
using NetTopologySuite.Geometries;

namespace CityMap.Grains.Json;

/// <summary>A line or area as a GeoJSON geometry (RFC 7946 §3.1), as the journal keeps footprints: two ordinates, longitude first.</summary>
internal sealed class FootprintJson : JsonConverter<Geometry>
{
    private static readonly GeometryFactory Factory = NtsGeometryServices.Instance.CreateGeometryFactory(4326);

    // A converter for Geometry also has to answer for the concrete shapes.
    public override bool CanConvert(Type typeToConvert) => typeof(Geometry).IsAssignableFrom(typeToConvert);

    public override Geometry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var type = document.RootElement.GetProperty("type").GetString();
        var at = document.RootElement.GetProperty("coordinates");
        return type switch
        {
            "LineString" => Line(at),
            "Polygon" => Area(at),
            "MultiLineString" => Factory.CreateMultiLineString([.. at.EnumerateArray().Select(Line)]),
            "MultiPolygon" => Factory.CreateMultiPolygon([.. at.EnumerateArray().Select(Area)]),
            _ => throw new JsonException($"A footprint cannot be a {type}."),
        };
    }

    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, value is LinearRing ? "LineString" : value.GeometryType);
        writer.WritePropertyName("coordinates"u8);
        Write(writer, value);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Geometry shape)
    {
        writer.WriteStartArray();
        switch (shape)
        {
            case LineString line:
                foreach (var vertex in line.Coordinates) Write(writer, vertex);
                break;
            case Polygon area:
                Write(writer, area.ExteriorRing);
                foreach (var hole in area.InteriorRings) Write(writer, hole);
                break;
            case GeometryCollection parts:
                foreach (var part in parts.Geometries) Write(writer, part);
                break;
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Coordinate vertex)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(vertex.X);
        writer.WriteNumberValue(vertex.Y);
        writer.WriteEndArray();
    }

    private static LineString Line(JsonElement at) => Factory.CreateLineString(Vertices(at));

    private static Polygon Area(JsonElement at)
    {
        var rings = at.EnumerateArray().Select(ring => Factory.CreateLinearRing(Vertices(ring))).ToArray();
        return Factory.CreatePolygon(rings[0], rings[1..]);
    }

    private static Coordinate[] Vertices(JsonElement at) => [.. at.EnumerateArray().Select(v => new Coordinate(v[0].GetDouble(), v[1].GetDouble()))];
}
