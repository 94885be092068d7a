using System.Text.Encodings.Web;
using System.Text.Json;
using CityMap.Geo.Formats.GeoJson;

namespace CityMap.Server.Api.Layers.Export;

/// <summary>A layer as a GeoJSON collection (RFC 7946), feature by feature; each has every field of the layer.</summary>
internal static class LayerAsGeoJson
{
    private const int Part = 64 * 1024;

    public static async Task WriteAsync(LayerExportJob job, HttpResponse response, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(response.Body, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("name", job.Layer.Id);
        json.WriteString("timeStamp", job.Moment.UtcDateTime);
        json.WriteStartArray("features");
        await foreach (var feature in job.Features(cancellationToken))
        {
            GeoJsonWriter.Write(json, feature, job.Layer.Fields);
            if (json.BytesPending > Part) await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }
}
