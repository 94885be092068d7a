using System.Text.Json;
using CityMap.Geo.Layers;
using CityMap.Geo.Storage;
using CityMap.Server.Api;
using CityMap.Server.Api.Problems;
using NetTopologySuite.Geometries;

namespace CityMap.Server.Ogc.Editing;

/// <summary>A feature of GeoJSON in a request, whole or as a merge patch (RFC 7396). What links and boxes it carries is let be.</summary>
internal sealed class FeatureBody(LayerInfo layer, OgcCrs crs, JsonElement root)
{
    private static readonly string[] _members = ["type", "id", "geometry", "properties", "bbox", "links"];

    /// <summary>The id the body states; null when it states none.</summary>
    /// <exception cref="ProblemException">It is no id.</exception>
    public string? Id()
    {
        if (!root.TryGetProperty("id", out var id) || id.ValueKind == JsonValueKind.Null) return null;
        var text = id.ValueKind switch
        {
            JsonValueKind.String => id.GetString()!,
            JsonValueKind.Number => id.GetRawText(),
            _ => throw new ProblemException("invalid_value", "id", "An id is text or a number.", "text"),
        };
        return FeatureRules.FindIdProblem(text) is { } problem ? throw new ProblemException("id_malformed", "id", problem, "1 to 128 characters without a slash") : text;
    }

    /// <summary>The whole feature.</summary>
    /// <exception cref="ProblemException">It is none, or does not fit the layer.</exception>
    public Feature Whole(string id)
    {
        Check();
        if (!root.TryGetProperty("type", out _)) throw Missing("type", "\"Feature\"");
        if (!root.TryGetProperty("geometry", out var geometry)) throw Missing("geometry", "a geometry; null for a feature without a place");
        if (!root.TryGetProperty("properties", out var properties)) throw Missing("properties", "an object; null for a feature without any");
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (properties.ValueKind != JsonValueKind.Null) FieldValues.Read(layer, Object(properties), values);
        return new(id, ShapeReader.Read(layer, geometry, crs), values);
    }

    /// <summary>A feature after this patch.</summary>
    /// <exception cref="ProblemException">It does not fit the layer.</exception>
    public Feature Patch(Feature before)
    {
        Check();
        var values = before.Attributes.Where(a => a.Value is not null).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        if (root.TryGetProperty("properties", out var properties))
        {
            if (properties.ValueKind == JsonValueKind.Null) values.Clear();
            else FieldValues.Read(layer, Object(properties), values);
        }

        Geometry? shape = root.TryGetProperty("geometry", out var geometry) ? ShapeReader.Patch(layer, before.Geometry, geometry, crs) : before.Geometry;
        return new(before.Id, shape, values);
    }

    private void Check()
    {
        if (root.TryGetProperty("type", out var type) && !(type.ValueKind == JsonValueKind.String && type.ValueEquals("Feature")))
        {
            throw new ProblemException("invalid_value", "type", $"{Texts.Shown(type.GetRawText())} is not a feature of GeoJSON.", "\"Feature\"");
        }

        foreach (var member in root.EnumerateObject())
        {
            if (!_members.Contains(member.Name))
            {
                throw new ProblemException(new("unknown_member", $"A feature has no member {Texts.Shown(member.Name)}.") { Field = Texts.Shown(member.Name).Trim('"'), Allowed = _members });
            }
        }
    }

    private static JsonElement Object(JsonElement properties) => properties.ValueKind == JsonValueKind.Object ? properties
        : throw new ProblemException("invalid_value", "properties", "The properties are not an object.", "an object");

    private static ProblemException Missing(string member, string expected) => new("missing_member", member, $"The member {member} is missing.", expected);
}
