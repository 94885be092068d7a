using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityMap.Geo.Formats.GeoJson;
using CityMap.Geo.Layers;
using CityMap.Server.Api;

namespace CityMap.Server.Ogc.Items;

/// <summary>Features as GeoJSON with links (OGC 17-069r4 §7.15, §7.16, §8.3).</summary>
internal static class ItemsDocument
{
    public static ReadOnlyMemory<byte> Page(LayerInfo layer, FeaturePage page, OgcCrs crs, IReadOnlyList<OgcItemLink> links, DateTimeOffset now)
    {
        var bytes = new ArrayBufferWriter<byte>(64 * 1024);
        using var json = Writer(bytes);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var feature in page.Features) GeoJsonWriter.Write(json, Placed(feature, crs), layer.Fields);
        json.WriteEndArray();
        Links(json, links);
        json.WriteNumber("numberMatched", page.NumberMatched);
        json.WriteNumber("numberReturned", page.Features.Count);
        json.WriteString("timeStamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Texts.Plain));
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> One(LayerInfo layer, Feature feature, OgcCrs crs, IReadOnlyList<OgcItemLink> links)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = Writer(bytes)) GeoJsonWriter.Write(json, Placed(feature, crs), layer.Fields);

        // The links are a foreign member before the closing brace.
        var tail = new ArrayBufferWriter<byte>();
        using (var json = Writer(tail))
        {
            json.WriteStartObject();
            Links(json, links);
            json.WriteEndObject();
        }

        var whole = bytes.WrittenSpan;
        var added = tail.WrittenSpan;
        var document = new byte[whole.Length + added.Length - 1];
        whole[..^1].CopyTo(document);
        document[whole.Length - 1] = (byte)',';
        added[1..].CopyTo(document.AsSpan(whole.Length));
        return document;
    }

    private static Feature Placed(Feature feature, OgcCrs crs) => crs == OgcCrs.Crs84 ? feature : feature with { Geometry = crs.Write(feature.Geometry) };

    private static Utf8JsonWriter Writer(IBufferWriter<byte> bytes) => new(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static void Links(Utf8JsonWriter json, IReadOnlyList<OgcItemLink> links)
    {
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("rel", link.Rel);
            json.WriteString("type", link.Type);
            json.WriteString("title", link.Title);
            json.WriteString("href", link.Href);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

/// <summary>A link of an answer with features.</summary>
internal sealed record OgcItemLink(string Rel, string Type, string Title, string Href);
