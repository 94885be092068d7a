using System.Text.Encodings.Web;
using System.Text.Json;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Grains.Incidents;

namespace CityMap.Server.Api.Incidents.Export;

/// <summary>Incidents as a GeoJSON collection (RFC 7946), one by one; every feature has every field of the layer, by its own name.</summary>
internal static class GeoJsonExport
{
    public static async Task WriteAsync(ExportJob job, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString("timeStamp", job.Context.Moment.UtcDateTime);
        json.WriteStartArray("features");
        var rows = 0;
        await foreach (var incident in job.Incidents)
        {
            GeoJsonWriter.Write(json, incident, IncidentLayer.Incidents.Fields);
            if (++rows % ExportJob.Part == 0) await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }
}
