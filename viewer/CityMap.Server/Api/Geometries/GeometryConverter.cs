using System.Text.Json;
using System.Text.Json.Serialization;
using CityMap.Geo.Formats.GeoJson;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Api.Geometries;

/// <summary>Geometries in answers are GeoJSON (RFC 7946).</summary>
internal sealed class GeometryConverter : JsonConverter<Geometry>
{
    /// <inheritdoc/>
    public override Geometry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        GeoJsonGeometry.TryRead(JsonElement.ParseValue(ref reader), "geometry", out var geometry, out var problem)
            ? geometry!
            : throw new JsonException($"{problem.Path}: {problem.Reason}");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options) => GeoJsonWriter.Write(writer, value);
}
