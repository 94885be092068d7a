using System.Text.Json;
using System.Text.Json.Serialization;
using CityMap.Geo.Coordinates;

namespace CityMap.Grains.Json;

/// <summary>A position as <c>{"lon":…,"lat":…}</c>.</summary>
internal sealed class LonLatJson : JsonConverter<LonLat>
{
    public override LonLat Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        double lon = double.NaN, lat = double.NaN;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isLon = reader.ValueTextEquals("lon"u8);
            var isLat = reader.ValueTextEquals("lat"u8);
            reader.Read();
            if (isLon) lon = reader.GetDouble();
            else if (isLat) lat = reader.GetDouble();
            else reader.Skip();
        }

        return new LonLat(lon, lat);
    }

    public override void Write(Utf8JsonWriter writer, LonLat value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("lon"u8, value.Lon);
        writer.WriteNumber("lat"u8, value.Lat);
        writer.WriteEndObject();
    }
}
