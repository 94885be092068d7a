using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityMap.Geo.Journal;
using CityMap.Geo.Layers;

namespace CityMap.Server.Ogc.Editing;

/// <summary>The entries of the journal that tell of edits: which fields changed from what to what, and what became of the shape.</summary>
internal static class EditEntries
{
    public const string Created = "feature.created";
    public const string Replaced = "feature.replaced";
    public const string Removed = "feature.removed";

    /// <summary>True for the entries of edits.</summary>
    public static bool Are(string kind) => kind is Created or Replaced or Removed;

    /// <summary>The entry of an edit.</summary>
    public static NewEntry Of(LayerInfo layer, string id, Feature? before, Feature? after, string actor, DateTimeOffset now) =>
        new(before is null ? Created : after is null ? Removed : Replaced, now, now, actor, Data(layer, id, before, after));

    private static string Data(LayerInfo layer, string id, Feature? before, Feature? after)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("layer", layer.Id);
            json.WriteString("id", id);
            if (Shape(before, after) is { } shape) json.WriteString("shape", shape);
            json.WriteStartObject("fields");
            foreach (var field in layer.Fields)
            {
                var (from, to) = (before?[field.Name], after?[field.Name]);
                if (Equals(from, to)) continue;
                json.WriteStartObject(field.Name);
                Value(json, "from", from);
                Value(json, "to", to);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string? Shape(Feature? before, Feature? after) => (before?.Geometry, after?.Geometry) switch
    {
        (null, null) => null,
        (null, _) => "set",
        (_, null) => "removed",
        var (from, to) => from.EqualsExact(to) ? null : "changed",
    };

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: json.WriteString(name, text); break;
            case long number: json.WriteNumber(name, number); break;
            case double number: json.WriteNumber(name, number); break;
            case bool truth: json.WriteBoolean(name, truth); break;
            default: json.WriteString(name, ((DateTimeOffset)value).UtcDateTime); break;
        }
    }
}
