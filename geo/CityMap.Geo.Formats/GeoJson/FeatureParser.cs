using System.Text.Json;
using CityMap.Geo.Formats.Rows;
using CityMap.Geo.Formats.Sources;
using NetTopologySuite.Geometries;

namespace CityMap.Geo.Formats.GeoJson;

/// <summary>Feature objects (RFC 7946 §3.2).</summary>
internal sealed class FeatureParser(Action<string, string> warn, Func<Placement?> placement)
{
    private readonly GeometryParser geometries = new(OfTheFirst(warn), placement);

    public SourceRow Parse(Members members, long line)
    {
        var type = members.Type();
        if (type != "Feature") throw new GeoJsonRefusal(members.At("type"), $"Expected \"Feature\", found \"{type}\"{GeometryParser.Suggest(type)}");
        members.Forbid("Feature", "coordinates", "geometries", "features");
        BoxRule.Check(members);
        return new(line, Id(members), Shape(members), Properties(members));
    }

    public Geometry Geometry(Members members) => geometries.Parse(members, inCollection: false);

    private static string? Id(Members members) => members.Find("id") switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { } other => throw new GeoJsonRefusal(members.At("id"), $"An id is text or a number, found {Members.Describe(other)}."),
    };

    private Geometry? Shape(Members members)
    {
        if (members.Find("geometry") is not { } geometry) throw new GeoJsonRefusal(members.At("geometry"), "The member \"geometry\" is missing; a feature without a place says null.");
        return geometry.ValueKind == JsonValueKind.Null ? null : geometries.Parse(geometry, members.At("geometry"));
    }

    private static Dictionary<string, object?> Properties(Members members)
    {
        if (members.Find("properties") is not { } properties) throw new GeoJsonRefusal(members.At("properties"), "The member \"properties\" is missing; a feature without any says null.");
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (properties.ValueKind == JsonValueKind.Null) return values;
        if (properties.ValueKind != JsonValueKind.Object) throw new GeoJsonRefusal(members.At("properties"), $"\"properties\" is an object or null, found {Members.Describe(properties)}.");
        foreach (var property in properties.EnumerateObject())
        {
            if (!values.TryAdd(property.Name, Value(property.Value))) throw new GeoJsonRefusal($"{members.At("properties")}.{property.Name}", $"The member \"{property.Name}\" stands twice.");
        }

        return values;
    }

    // What is neither text, number nor truth value keeps its JSON text: nothing is lost, and a planner can still read it.
    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var integer) ? integer : double.IsFinite(value.GetDouble()) ? value.GetDouble() : value.GetRawText(),
        _ => value.GetRawText(),
    };

    // What a program does to one shape it does to all: a remark on each of ten thousand places would hide the one that matters.
    private static Action<string, string> OfTheFirst(Action<string, string> warn)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        return (path, reason) =>
        {
            if (told.Add(reason)) warn(path, reason);
        };
    }
}
