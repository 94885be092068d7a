using System.Text.Json;
using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Geometries;

/// <summary>Writes a geometry as GeoJSON (RFC 7946), seven decimals: a centimetre.</summary>
internal sealed class GeometryConverter : JsonConverter<Geometry>
{
    /// <inheritdoc/>
    public override Geometry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Geometries of bodies are read by GeometryReader, which names what is wrong.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type", value.GeometryType);
        var collection = value.OgcGeometryType == OgcGeometryType.GeometryCollection;
        writer.WritePropertyName(collection ? "geometries" : "coordinates");
        WriteParts(writer, value, options);
        writer.WriteEndObject();
    }

    private void WriteParts(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Point point:
                WritePosition(writer, point.X, point.Y);
                return;
            case LineString line:
                WriteLine(writer, line);
                return;
        }

        writer.WriteStartArray();
        if (value is Polygon polygon)
        {
            WriteLine(writer, polygon.ExteriorRing);
            foreach (var hole in polygon.InteriorRings) WriteLine(writer, hole);
        }
        else
        {
            foreach (var part in ((GeometryCollection)value).Geometries)
            {
                if (value.OgcGeometryType == OgcGeometryType.GeometryCollection) Write(writer, part, options);
                else WriteParts(writer, part, options);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter writer, LineString line)
    {
        writer.WriteStartArray();
        var points = line.CoordinateSequence;
        for (var i = 0; i < points.Count; i++) WritePosition(writer, points.GetX(i), points.GetY(i));
        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, double lon, double lat)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(lon, 7));
        writer.WriteNumberValue(Math.Round(lat, 7));
        writer.WriteEndArray();
    }
}
